namespace Readout.Text.Models;

/// <summary>
/// One thread's memory of words it has met: a row of numbers (embeddings and first gates) and lemmas, so that none is worked out
/// twice. Two places a word; what it returns does not depend on what it holds. Allocates only lemmas that are new. Not
/// thread-safe.
/// </summary>
internal sealed unsafe class WordCache : IDisposable
{
    private const int Sets = 1 << 13, Ways = 2, LongestForm = 32, LemmasPerWord = 3;

    private readonly int _width;
    private readonly Lemmatizer _lemmatizer;
    private readonly StringPool _strings = new();
    private readonly NativeBuffer _memory = new();
    private readonly short* _rows;
    private readonly char[] _forms = new char[Sets * Ways * LongestForm];
    private readonly byte[] _lengths = new byte[Sets * Ways];
    private readonly bool[] _recent = new bool[Sets * Ways];
    private readonly PennTag[] _tags = new PennTag[Sets * Ways * LemmasPerWord];
    private readonly string?[] _lemmas = new string?[Sets * Ways * LemmasPerWord];

    /// <summary>Starts empty.</summary>
    /// <param name="width">Length of a row.</param>
    /// <param name="lemmatizer">Finds the lemmas.</param>
    public WordCache(int width, Lemmatizer lemmatizer)
    {
        (_width, _lemmatizer) = (width, lemmatizer);
        _rows = _memory.Shorts(Sets * Ways, width);
    }

    /// <summary>The row kept of a form, or null; valid until the next row is claimed.</summary>
    public short* Load(ReadOnlySpan<char> form)
    {
        int slot = Find(form);
        return slot < 0 ? null : Row(slot);
    }

    /// <summary>A row for a form that is not kept, in the place of the less recent word, for the caller to fill; null where it cannot be kept.</summary>
    public short* Claim(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestForm || Find(form) >= 0) return null;
        int first = First(form), slot = _recent[first] ? first + 1 : first;
        form.CopyTo(_forms.AsSpan(slot * LongestForm));
        _lengths[slot] = (byte)form.Length;
        Array.Clear(_lemmas, slot * LemmasPerWord, LemmasPerWord);
        Touch(slot);
        return Row(slot);
    }

    /// <summary>The lemma of a form under a tag.</summary>
    public string Lemma(ReadOnlySpan<char> form, PennTag tag)
    {
        int slot = Find(form);
        if (slot < 0) return _lemmatizer.Lemma(form, tag, _strings);
        int at = slot * LemmasPerWord;
        for (int end = at + LemmasPerWord - 1; at < end && _lemmas[at] is not null && _tags[at] != tag; at++)
        {
        }

        if (_lemmas[at] is { } known && _tags[at] == tag) return known;
        string lemma = _lemmatizer.Lemma(form, tag, _strings);
        (_tags[at], _lemmas[at]) = (tag, lemma);
        return lemma;
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private static int First(ReadOnlySpan<char> form)
    {
        uint hash = WordFeatures.Hash(form);
        return (int)((hash ^ hash >> 16) & (Sets - 1)) * Ways;
    }

    private int Find(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestForm) return -1;
        int first = First(form);
        for (int slot = first; slot < first + Ways; slot++)
        {
            if (_lengths[slot] != form.Length || !form.SequenceEqual(_forms.AsSpan(slot * LongestForm, form.Length))) continue;
            Touch(slot);
            return slot;
        }

        return -1;
    }

    private void Touch(int slot)
    {
        _recent[slot] = true;
        _recent[slot ^ 1] = false;
    }

    private short* Row(int slot) => _rows + (nint)slot * _width;
}
