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
    private readonly long[] _used = new long[Sets * Ways];
    private readonly PennTag[] _tags = new PennTag[Sets * Ways * LemmasPerWord];
    private readonly string?[] _lemmas = new string?[Sets * Ways * LemmasPerWord];
    private long _chunk;

    /// <summary>Starts empty.</summary>
    /// <param name="width">Length of a row.</param>
    /// <param name="lemmatizer">Finds the lemmas.</param>
    public WordCache(int width, Lemmatizer lemmatizer)
    {
        (_width, _lemmatizer) = (width, lemmatizer);
        _rows = _memory.Shorts(Sets * Ways, width);
    }

    /// <summary>Begins a chunk: the places found and claimed from now on stay until the next chunk begins.</summary>
    public void Begin() => _chunk++;

    /// <summary>The place of a form that is kept, or -1.</summary>
    public int Find(ReadOnlySpan<char> form)
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

    /// <summary>
    /// A place for a form that is not kept, instead of the less recent word, with a row for the caller to fill; -1 where it cannot be
    /// kept.
    /// </summary>
    public int Claim(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestForm) return -1;
        int first = First(form), slot = _recent[first] ? first + 1 : first;
        if (_used[slot] == _chunk) return -1;
        form.CopyTo(_forms.AsSpan(slot * LongestForm));
        _lengths[slot] = (byte)form.Length;
        Array.Clear(_lemmas, slot * LemmasPerWord, LemmasPerWord);
        Touch(slot);
        return slot;
    }

    /// <summary>The row of a place.</summary>
    public short* Row(int slot) => _rows + (nint)slot * _width;

    /// <summary>The lemma of a form under a tag.</summary>
    /// <param name="form">The form.</param>
    /// <param name="slot">Its place, or -1.</param>
    /// <param name="tag">The tag.</param>
    public string Lemma(ReadOnlySpan<char> form, int slot, PennTag tag)
    {
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

    private void Touch(int slot)
    {
        _used[slot] = _chunk;
        _recent[slot] = true;
        _recent[slot ^ 1] = false;
    }
}
