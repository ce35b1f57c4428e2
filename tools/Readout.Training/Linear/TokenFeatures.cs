using Readout.Text.Models;
using Readout.Training.Corpora;

namespace Readout.Training.Linear;

/// <summary>Hashed features of a word between its neighbours, for tags and names (after Collins 2002).</summary>
internal sealed class TokenFeatures(NameLists lists)
{
    private readonly int[] _buffer = new int[96];
    private int _count;

    /// <summary>Hash of a feature's parts.</summary>
    public static int Mix(int kind, int a, int b = 0, int c = 0)
    {
        uint hash = (uint)kind * 0x9E3779B1;
        foreach (int part in (ReadOnlySpan<int>)[a, b, c])
        {
            hash = (hash ^ (uint)part) * 0x85EBCA6B;
            hash ^= hash >> 15;
        }

        return (int)hash;
    }

    /// <summary>Hash of a normalised form.</summary>
    public static int Word(string form)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        return WordFeatures.Row(1, buffer[..WordFeatures.Normalize(form, buffer)], uint.MaxValue);
    }

    /// <summary>Features of one token, with the labels given to the two before it; valid until the next call.</summary>
    public ReadOnlySpan<int> Of(TreebankSentence sentence, int i, int previous, int beforePrevious)
    {
        _count = 0;
        Add(Mix(1, previous));
        Add(Mix(2, previous, beforePrevious));
        for (int offset = -2; offset <= 2; offset++)
        {
            string form = Form(sentence, i + offset);
            int word = Word(form);
            Add(Mix(10 + offset, word));
            if (offset == -1) Add(Mix(3, word, previous));
            Shape(form, offset);
        }

        Add(Mix(4, Word(Form(sentence, i)), previous));
        Add(Mix(5, Word(Form(sentence, i)), Word(Form(sentence, i - 1))));
        Add(Mix(6, Word(Form(sentence, i)), Word(Form(sentence, i + 1))));
        return _buffer.AsSpan(0, _count);
    }

    private static string Form(TreebankSentence s, int i) => i < 0 ? "<s>" : i >= s.Length ? "</s>" : s.Forms[i];

    private void Shape(string form, int offset)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        ReadOnlySpan<char> normal = buffer[..WordFeatures.Normalize(form, buffer)];
        Span<int> rows = stackalloc int[WordFeatures.RowCount + NameLists.Count];
        WordFeatures.Rows(form, normal, uint.MaxValue, rows);
        int listed = lists.Rows(form, normal, uint.MaxValue, rows[WordFeatures.RowCount..]);
        int first = offset == 0 ? 0 : 9;
        for (int k = first; k < WordFeatures.RowCount + listed; k++) Add(Mix(20 + offset, rows[k]));
    }

    private void Add(int feature)
    {
        if (_count < _buffer.Length) _buffer[_count++] = feature;
    }
}
