namespace Readout.Text.Models;

/// <summary>
/// One thread's memory of words it has met: their summed embeddings, first gates and lemmas, so that none is worked out,
/// nor a string allocated, twice. Direct-mapped; what it returns does not depend on what it holds. Not thread-safe.
/// </summary>
internal sealed unsafe class WordCache : IDisposable
{
    private const int Size = 1 << 13;

    private readonly WordTable _table;
    private readonly Lemmatizer _lemmatizer;
    private readonly Encoder _encoder;
    private readonly EncoderScratch _scratch = new();
    private readonly int _rowLength;
    private readonly Entry?[] _entries = new Entry?[Size];
    private readonly NativeBuffer _vectors = new();
    private readonly short* _rows;

    /// <summary>Starts empty.</summary>
    public WordCache(WordTable table, Encoder encoder, Lemmatizer lemmatizer)
    {
        _encoder = encoder;
        _rowLength = table.Width + 2 * encoder.GateWidth;
        _table = table;
        _lemmatizer = lemmatizer;
        _rows = _vectors.Shorts(Size * _rowLength);
    }

    /// <summary>Slot of a form, filled where it was not.</summary>
    public int Slot(ReadOnlySpan<char> form)
    {
        uint hash = 2166136261;
        foreach (char c in form) hash = (hash ^ c) * 16777619;
        int slot = (int)((hash ^ hash >> 16) & (Size - 1));
        Entry? entry = _entries[slot];
        if (entry is not null && form.SequenceEqual(entry.Form)) return slot;
        _table.Embed(form, Vector(slot));
        _encoder.FirstGates(Vector(slot), FirstGates(slot), _scratch);
        _entries[slot] = new Entry(form.ToString());
        return slot;
    }

    /// <summary>The embedding in a slot.</summary>
    public short* Vector(int slot) => _rows + (nint)slot * _rowLength;

    /// <summary>The first layer's gates in a slot, one direction after the other.</summary>
    public short* FirstGates(int slot) => Vector(slot) + _table.Width;

    /// <summary>The lemma of a form under a tag.</summary>
    public string Lemma(ReadOnlySpan<char> form, PennTag tag)
    {
        Entry entry = _entries[Slot(form)]!;
        for (int i = 0; i < entry.Known; i++)
        {
            if (entry.Tags[i] == tag) return entry.Lemmas[i];
        }

        string lemma = _lemmatizer.Lemma(form, tag);
        if (lemma == entry.Form) lemma = entry.Form;
        int at = entry.Known < Entry.Room ? entry.Known++ : Entry.Room - 1;
        entry.Tags[at] = tag;
        entry.Lemmas[at] = lemma;
        return lemma;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _vectors.Dispose();
        _scratch.Dispose();
    }

    private sealed class Entry(string form)
    {
        public const int Room = 4;

        public string Form { get; } = form;

        public int Known { get; set; }

        public PennTag[] Tags { get; } = new PennTag[Room];

        public string[] Lemmas { get; } = new string[Room];
    }
}
