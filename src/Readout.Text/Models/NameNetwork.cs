namespace Readout.Text.Models;

/// <summary>
/// The network of the names, apart from that of tags and trees: words, a small encoder and a scorer of its own, since names
/// are learnt in a few epochs and overfit after, while trees gain from every epoch. Immutable; safe from every thread.
/// </summary>
internal sealed unsafe class NameNetwork(ModelFile model)
{
    /// <summary>What the names of its entries in a model begin with.</summary>
    public const string Part = "names.";

    private readonly NameFinder _finder = new(model, Part);

    /// <summary>The embeddings.</summary>
    public WordTable Words { get; } = new(model, Part);

    /// <summary>The layers.</summary>
    public Encoder Encoder { get; } = new(model, Part);

    /// <summary>Adds the names of a chunk of sentences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rows">For each token of the chunk where the row of its word lies.</param>
    /// <param name="part">Where in a row this network's part begins.</param>
    /// <param name="starts">Start of each token of the chunk.</param>
    /// <param name="ends">End of each token.</param>
    /// <param name="sentences">First token of each sentence, and the number of tokens at the end.</param>
    /// <param name="offset">Index over the document of the chunk's first token.</param>
    /// <param name="names">Receives the names in order.</param>
    /// <param name="scratch">Buffers of this thread.</param>
    public void Run(
        string text, ReadOnlySpan<nint> rows, int part, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<int> sentences, int offset, List<NameSpan> names, NameScratch scratch)
    {
        short* vectors = scratch.Vectors.Shorts(sentences[^1], Encoder.Width);
        Encoder.Run(rows, part, vectors, sentences, scratch.Encoder);
        _finder.Run(text, starts, ends, vectors, sentences, offset, names, scratch);
    }
}
