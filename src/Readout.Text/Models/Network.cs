namespace Readout.Text.Models;

/// <summary>
/// The trained network: needs tokens and sentences; gives tags, lemmas, trees and names. Immutable; safe from every
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
    private readonly NameFinder _names;
    private readonly Layer _upos, _tag;

    /// <summary>Maps a model file.</summary>
    /// <exception cref="InvalidDataException">The file is no model of this version.</exception>
    public Network(string path)
    {
        _model = ModelFile.Open(path);
        _words = new WordTable(_model);
        _lemmatizer = new Lemmatizer(_model);
        _encoder = new Encoder(_model, _model.Tensor("layers").Rows);
        _parser = new ArcParser(_model);
        _names = new NameFinder(_model);
        _upos = Layer.Of(_model, "upos");
        _tag = Layer.Of(_model, "tag");
    }

    /// <summary>Buffers for one thread.</summary>
    public NetworkScratch CreateScratch() => new(new WordCache(_encoder.Width, _encoder.GateWidth, _lemmatizer));

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
        int tokens = end - first, width = _encoder.Width;
        short* vectors = scratch.Vectors.Shorts(tokens, width);
        int gates = _encoder.GateWidth;
        short* forward = scratch.Encoder.Forward.Shorts(tokens, gates), backward = scratch.Encoder.Backward.Shorts(tokens, gates);
        Embed(text, layers, first, tokens, vectors, forward, backward, scratch);
        _encoder.Run(vectors, sentences, scratch.Encoder);
        Tag(text, vectors, layers, first, tokens, scratch);
        Span<int> heads = layers.Heads.AsSpan(first, tokens);
        _parser.Run(vectors, sentences, heads, layers.Relations.AsSpan(first, tokens), scratch.Parser);
        for (int i = 0; i < tokens; i++)
        {
            if (heads[i] >= 0) heads[i] += first;
        }

        _names.Run(text, layers.Starts.AsSpan(first, tokens), layers.Ends.AsSpan(first, tokens), vectors, sentences, first, scratch.Names, scratch.NameScratch);
    }

    /// <summary>Fills the rows of a chunk's words: known words from the cache, all others in one product.</summary>
    private void Embed(string text, DocumentLayers layers, int first, int tokens, short* vectors, short* forward, short* backward, NetworkScratch scratch)
    {
        int width = _encoder.Width, gates = _encoder.GateWidth, missing = 0;
        Span<int> missed = scratch.Missed(tokens);
        short* packed = scratch.Packed.Shorts(tokens, width);
        for (int i = 0; i < tokens; i++)
        {
            ReadOnlySpan<char> form = text.AsSpan(layers.Starts[first + i], layers.Ends[first + i] - layers.Starts[first + i]);
            if (scratch.Words.TryLoad(form, vectors + (nint)i * width, forward + (nint)i * gates, backward + (nint)i * gates)) continue;
            _words.Embed(form, packed + (nint)missing * width);
            missed[missing++] = i;
        }

        if (missing == 0) return;
        short* left = scratch.Left.Shorts(missing, gates), right = scratch.Right.Shorts(missing, gates);
        _encoder.FirstGates(packed, missing, left, right);
        for (int m = 0; m < missing; m++)
        {
            int i = missed[m];
            Copy(packed + (nint)m * width, vectors + (nint)i * width, width);
            Copy(left + (nint)m * gates, forward + (nint)i * gates, gates);
            Copy(right + (nint)m * gates, backward + (nint)i * gates, gates);
            ReadOnlySpan<char> form = text.AsSpan(layers.Starts[first + i], layers.Ends[first + i] - layers.Starts[first + i]);
            scratch.Words.Store(form, packed + (nint)m * width, left + (nint)m * gates, right + (nint)m * gates);
        }
    }

    private static void Copy(short* source, short* target, int length) => new Span<short>(source, length).CopyTo(new Span<short>(target, length));

    private void Tag(string text, short* vectors, DocumentLayers layers, int first, int tokens, NetworkScratch scratch)
    {
        int* upos = _upos.Scores(vectors, tokens, scratch.Tags);
        for (int i = 0; i < tokens; i++)
            layers.Upos[first + i] = (Upos)(1 + FixedPoint.ArgMax(upos + (nint)i * _upos.Columns + 1, (int)Upos.X));
        int* tags = _tag.Scores(vectors, tokens, scratch.Tags);
        for (int i = 0; i < tokens; i++)
        {
            int at = first + i;
            layers.Tags[at] = (PennTag)(1 + FixedPoint.ArgMax(tags + (nint)i * _tag.Columns + 1, PennTags.Count - 1));
            layers.Lemmas[at] = scratch.Words.Lemma(text.AsSpan(layers.Starts[at], layers.Ends[at] - layers.Starts[at]), layers.Tags[at]);
        }
    }
}

/// <summary>One thread's buffers of a <see cref="Network"/>.</summary>
internal sealed class NetworkScratch(WordCache words) : IDisposable
{
    private int[] _sentences = [], _missed = [];

    /// <summary>Words met.</summary>
    public WordCache Words { get; } = words;

    /// <summary>Token vectors.</summary>
    public NativeBuffer Vectors { get; } = new();

    /// <summary>Embeddings of the words that the cache lacked.</summary>
    public NativeBuffer Packed { get; } = new();

    /// <summary>Their first gates from left to right.</summary>
    public NativeBuffer Left { get; } = new();

    /// <summary>Their first gates from right to left.</summary>
    public NativeBuffer Right { get; } = new();

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

    /// <summary>Room for the tokens of a chunk that the cache lacked.</summary>
    public Span<int> Missed(int count)
    {
        if (_missed.Length < count) _missed = new int[count * 2];
        return _missed.AsSpan(0, count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Words.Dispose();
        Vectors.Dispose();
        Packed.Dispose();
        Left.Dispose();
        Right.Dispose();
        Tags.Dispose();
        Encoder.Dispose();
        Parser.Dispose();
        NameScratch.Dispose();
    }
}
