namespace Readout.Text.Models;

/// <summary>
/// One thread's memory of words it has met: their summed embeddings, first gates and lemmas, so that none is worked out
/// twice. Two places a word; what it returns does not depend on what it holds. Allocates only lemmas that are new. Not
/// thread-safe.
/// </summary>
internal sealed unsafe class WordCache : IDisposable
{
    private const int Sets = 1 << 13, Ways = 2, LongestForm = 32, LemmasPerWord = 3;

    private readonly int _width, _gateWidth;
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
    /// <param name="width">Width of an embedding.</param>
    /// <param name="gateWidth">Width of the first gates of one direction.</param>
    /// <param name="lemmatizer">Finds the lemmas.</param>
    public WordCache(int width, int gateWidth, Lemmatizer lemmatizer)
    {
        (_width, _gateWidth, _lemmatizer) = (width, gateWidth, lemmatizer);
        _rows = _memory.Shorts(Sets * Ways, width + 2 * gateWidth);
    }

    /// <summary>Copies what is kept of a form to the given rows; false where nothing is.</summary>
    public bool TryLoad(ReadOnlySpan<char> form, short* vector, short* forward, short* backward)
    {
        int slot = Find(form);
        if (slot < 0) return false;
        short* row = Row(slot);
        Copy(row, vector, _width);
        Copy(row + _width, forward, _gateWidth);
        Copy(row + _width + _gateWidth, backward, _gateWidth);
        return true;
    }

    /// <summary>Keeps the rows of a form, in the place of the less recent word.</summary>
    public void Store(ReadOnlySpan<char> form, short* vector, short* forward, short* backward)
    {
        if (form.Length > LongestForm || Find(form) >= 0) return;
        int first = First(form), slot = _recent[first] ? first + 1 : first;
        form.CopyTo(_forms.AsSpan(slot * LongestForm));
        _lengths[slot] = (byte)form.Length;
        Array.Clear(_lemmas, slot * LemmasPerWord, LemmasPerWord);
        Touch(slot);
        short* row = Row(slot);
        Copy(vector, row, _width);
        Copy(forward, row + _width, _gateWidth);
        Copy(backward, row + _width + _gateWidth, _gateWidth);
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

    private static void Copy(short* source, short* target, int length) => new Span<short>(source, length).CopyTo(new Span<short>(target, length));

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

    private short* Row(int slot) => _rows + (nint)slot * (_width + 2 * _gateWidth);
}
