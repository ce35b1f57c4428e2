namespace Readout.Text.Models;

/// <summary>
/// The rows of a chunk's words for both networks: embedding and first gates, kept in the cache for words met before, worked out
/// in one product a network for all others. Not thread-safe.
/// </summary>
/// <param name="words">Words met.</param>
internal sealed unsafe class WordRows(WordCache words) : IDisposable
{
    private readonly NativeBuffer _vectors = new(), _forward = new(), _backward = new(), _spare = new();
    private int[] _missed = [], _slots = [];
    private nint[] _rows = [];

    /// <summary>Finds the rows of a chunk's tokens; they stay until the next chunk.</summary>
    /// <param name="text">The text.</param>
    /// <param name="starts">Start of each token of the chunk.</param>
    /// <param name="ends">End of each token.</param>
    /// <param name="parts">The networks' tables, in the order of their parts of a row.</param>
    public void Fill(string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<(WordTable Words, Encoder Encoder)> parts)
    {
        Grow(starts.Length);
        words.Begin();
        int missing = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            int slot = _slots[i] = words.Find(text.AsSpan(starts[i], ends[i] - starts[i]));
            if (slot < 0) _missed[missing++] = i;
            else _rows[i] = (nint)words.Row(slot);
        }

        if (missing > 0) Place(text, starts, ends, _missed.AsSpan(0, missing), parts);
    }

    /// <summary>For each token where its row lies.</summary>
    /// <param name="tokens">Number of tokens of the chunk.</param>
    public ReadOnlySpan<nint> Rows(int tokens) => _rows.AsSpan(0, tokens);

    /// <summary>The lemma of a token of the chunk under a tag.</summary>
    public string Lemma(ReadOnlySpan<char> form, int token, PennTag tag) => words.Lemma(form, _slots[token], tag);

    /// <inheritdoc/>
    public void Dispose()
    {
        words.Dispose();
        _vectors.Dispose();
        _forward.Dispose();
        _backward.Dispose();
        _spare.Dispose();
    }

    /// <summary>Claims places for the words that were not met, once each, and fills their rows.</summary>
    private void Place(string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, Span<int> missed, ReadOnlySpan<(WordTable Words, Encoder Encoder)> parts)
    {
        int width = 0, fresh = 0;
        foreach ((_, Encoder encoder) in parts) width += encoder.RowWidth;
        short* spare = _spare.Shorts(missed.Length, width);
        foreach (int i in missed)
        {
            ReadOnlySpan<char> form = text.AsSpan(starts[i], ends[i] - starts[i]);
            int slot = words.Find(form);
            if (slot < 0) missed[fresh++] = i;
            if (slot < 0) slot = words.Claim(form);
            _slots[i] = slot;
            _rows[i] = (nint)(slot < 0 ? spare + (nint)(fresh - 1) * width : words.Row(slot));
        }

        int part = 0;
        foreach ((WordTable table, Encoder encoder) in parts)
        {
            Compute(text, starts, ends, missed[..fresh], table, encoder, part);
            part += encoder.RowWidth;
        }
    }

    private void Compute(string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<int> tokens, WordTable table, Encoder encoder, int part)
    {
        int width = encoder.Width, gates = encoder.GateWidth;
        short* vectors = _vectors.Shorts(tokens.Length, width), forward = _forward.Shorts(tokens.Length, gates), backward = _backward.Shorts(tokens.Length, gates);
        for (int m = 0; m < tokens.Length; m++) table.Embed(text.AsSpan(starts[tokens[m]], ends[tokens[m]] - starts[tokens[m]]), vectors + (nint)m * width);
        encoder.FirstGates(vectors, tokens.Length, forward, backward);
        for (int m = 0; m < tokens.Length; m++)
        {
            short* row = (short*)_rows[tokens[m]] + part;
            Copy(vectors + (nint)m * width, row, width);
            Copy(forward + (nint)m * gates, row + width, gates);
            Copy(backward + (nint)m * gates, row + width + gates, gates);
        }
    }

    private void Grow(int tokens)
    {
        if (_rows.Length >= tokens) return;
        (_missed, _slots, _rows) = (new int[tokens * 2], new int[tokens * 2], new nint[tokens * 2]);
    }

    private static void Copy(short* source, short* target, int length) => new Span<short>(source, length).CopyTo(new Span<short>(target, length));
}
