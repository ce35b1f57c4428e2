namespace Readout.Text.Models;

/// <summary>
/// The trained networks: needs tokens and sentences; gives tags, lemmas, trees and names. Immutable; safe from every
/// thread, each of which brings a <see cref="NetworkScratch"/>.
/// </summary>
internal sealed unsafe class Network : IDisposable
{
    private const int ChunkTokens = 256;

    private readonly ModelFile _model;
    private readonly WordTable _words;
    private readonly Lemmatizer _lemmatizer;
    private readonly Encoder _encoder;
    private readonly ArcParser _parser;
    private readonly NameNetwork _names;
    private readonly Layer _upos, _tag;

    /// <summary>Maps a model file.</summary>
    /// <exception cref="InvalidDataException">The file is no model of this version.</exception>
    public Network(string path)
    {
        _model = ModelFile.Open(path);
        _words = new WordTable(_model, "");
        _lemmatizer = new Lemmatizer(_model);
        _encoder = new Encoder(_model, "");
        _parser = new ArcParser(_model);
        _names = new NameNetwork(_model);
        _upos = Layer.Of(_model, "upos");
        _tag = Layer.Of(_model, "tag");
    }

    /// <summary>Buffers for one thread.</summary>
    public NetworkScratch CreateScratch() => new(new WordRows(new WordCache(_encoder.RowWidth + _names.Encoder.RowWidth, _lemmatizer)));

    /// <summary>Fills tags, lemmas, trees and names over tokens and sentences.</summary>
    public DocumentLayers Run(string text, int[] starts, int[] ends, int[] sentenceFirst, NetworkScratch scratch)
    {
        int n = starts.Length;
        DocumentLayers bare = new()
        {
            Starts = starts,
            Ends = ends,
            SentenceFirst = sentenceFirst,
            Upos = new Upos[n],
            Tags = new PennTag[n],
            Lemmas = new string[n],
            Heads = new int[n],
            Relations = new Relation[n],
        };
        scratch.Names.Clear();
        int sentence = 0;
        while (sentence < sentenceFirst.Length)
        {
            int last = sentence + 1;
            while (last < sentenceFirst.Length && sentenceFirst[last] - sentenceFirst[sentence] < ChunkTokens) last++;
            Chunk(text, bare, sentence, last, scratch);
            sentence = last;
        }

        return scratch.Names.Count == 0 ? bare : bare.With([.. scratch.Names]);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private void Chunk(string text, DocumentLayers layers, int sentence, int last, NetworkScratch scratch)
    {
        int first = layers.SentenceFirst[sentence];
        int end = last < layers.SentenceFirst.Length ? layers.SentenceFirst[last] : layers.Starts.Length;
        Span<int> sentences = scratch.Sentences(last - sentence + 1);
        for (int s = sentence; s < last; s++) sentences[s - sentence] = layers.SentenceFirst[s] - first;
        sentences[^1] = end - first;
        int tokens = end - first;
        ReadOnlySpan<int> starts = layers.Starts.AsSpan(first, tokens), ends = layers.Ends.AsSpan(first, tokens);
        scratch.Words.Fill(text, starts, ends, [(_words, _encoder), (_names.Words, _names.Encoder)]);
        short* vectors = scratch.Vectors.Shorts(tokens, _encoder.Width);
        _encoder.Run(scratch.Words.Rows(tokens), 0, vectors, sentences, scratch.Encoder);
        Tag(text, vectors, layers, first, tokens, scratch);
        Span<int> heads = layers.Heads.AsSpan(first, tokens);
        _parser.Run(vectors, sentences, heads, layers.Relations.AsSpan(first, tokens), scratch.Parser);
        for (int i = 0; i < tokens; i++)
        {
            if (heads[i] >= 0) heads[i] += first;
        }

        _names.Run(text, scratch.Words.Rows(tokens), _encoder.RowWidth, starts, ends, sentences, first, scratch.Names, scratch.NameScratch);
    }

    private void Tag(string text, short* vectors, DocumentLayers layers, int first, int tokens, NetworkScratch scratch)
    {
        int* upos = _upos.Scores(vectors, tokens, scratch.Tags);
        for (int i = 0; i < tokens; i++)
            layers.Upos[first + i] = (Upos)(1 + FixedPoint.ArgMax(new ReadOnlySpan<int>(upos + (nint)i * _upos.Columns + 1, (int)Upos.X)));
        int* tags = _tag.Scores(vectors, tokens, scratch.Tags);
        for (int i = 0; i < tokens; i++)
        {
            int at = first + i;
            layers.Tags[at] = (PennTag)(1 + FixedPoint.ArgMax(new ReadOnlySpan<int>(tags + (nint)i * _tag.Columns + 1, PennTags.Count - 1)));
            layers.Lemmas[at] = scratch.Words.Lemma(text.AsSpan(layers.Starts[at], layers.Ends[at] - layers.Starts[at]), i, layers.Tags[at]);
        }
    }
}

/// <summary>One thread's buffers of a <see cref="Network"/>.</summary>
internal sealed class NetworkScratch(WordRows words) : IDisposable
{
    private int[] _sentences = [];

    /// <summary>The rows of the chunk's words.</summary>
    public WordRows Words { get; } = words;

    /// <summary>Token vectors.</summary>
    public NativeBuffer Vectors { get; } = new();

    /// <summary>Sums of the taggers.</summary>
    public NativeBuffer Tags { get; } = new();

    /// <summary>The encoder's buffers.</summary>
    public EncoderScratch Encoder { get; } = new();

    /// <summary>The parser's buffers.</summary>
    public ParserScratch Parser { get; } = new();

    /// <summary>The name finder's buffers.</summary>
    public NameScratch NameScratch { get; } = new();

    /// <summary>Names of the document at hand.</summary>
    public List<NameSpan> Names { get; } = [];

    /// <summary>Room for the sentences of a chunk.</summary>
    public Span<int> Sentences(int count)
    {
        if (_sentences.Length < count) _sentences = new int[count * 2];
        return _sentences.AsSpan(0, count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Words.Dispose();
        Vectors.Dispose();
        Tags.Dispose();
        Encoder.Dispose();
        Parser.Dispose();
        NameScratch.Dispose();
    }
}
