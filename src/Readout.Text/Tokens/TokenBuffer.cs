namespace Readout.Text.Tokens;

/// <summary>
/// Tokens and sentences of one text, in arrays that are used again for the next one. Belongs to one thread at a time.
/// </summary>
public sealed class TokenBuffer
{
    private int[] _starts = new int[1024];
    private int[] _ends = new int[1024];
    private int[] _sentenceFirst = new int[64];

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Number of sentences.</summary>
    public int SentenceCount { get; private set; }

    /// <summary>Offset of each token's first code unit; strictly increasing.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>Offset after each token's last code unit.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, Count);

    /// <summary>Index of the first token of each sentence; strictly increasing, starting at 0.</summary>
    public ReadOnlySpan<int> SentenceFirst => _sentenceFirst.AsSpan(0, SentenceCount);

    /// <summary>Copies the content into layers for a <see cref="Document"/>. O(n).</summary>
    public DocumentLayers ToLayers() =>
        new() { Starts = Starts.ToArray(), Ends = Ends.ToArray(), SentenceFirst = SentenceFirst.ToArray() };

    internal void Clear()
    {
        Count = 0;
        SentenceCount = 0;
    }

    internal void Add(int start, int end)
    {
        int count = Count;
        if (count == _starts.Length) Grow();
        _starts[count] = start;
        _ends[count] = end;
        Count = count + 1;
    }

    internal void AddSentence(int first)
    {
        if (SentenceCount == _sentenceFirst.Length) Array.Resize(ref _sentenceFirst, SentenceCount * 2);
        _sentenceFirst[SentenceCount++] = first;
    }

    private void Grow()
    {
        Array.Resize(ref _starts, _starts.Length * 2);
        Array.Resize(ref _ends, _ends.Length * 2);
    }
}
