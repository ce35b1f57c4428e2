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
    public NetworkScratch CreateScratch() => new(new WordCache(RowWidth(_encoder) + RowWidth(_names.Encoder), _lemmatizer));

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
        short* vectors = scratch.Vectors.Shorts(tokens, _encoder.Width);
        Embed(text, layers, first, tokens, vectors, scratch);
        _encoder.Run(vectors, sentences, scratch.Encoder);
        Tag(text, vectors, layers, first, tokens, scratch);
        Span<int> heads = layers.Heads.AsSpan(first, tokens);
        _parser.Run(vectors, sentences, heads, layers.Relations.AsSpan(first, tokens), scratch.Parser);
        for (int i = 0; i < tokens; i++)
        {
            if (heads[i] >= 0) heads[i] += first;
        }

        _names.Run(text, layers.Starts.AsSpan(first, tokens), layers.Ends.AsSpan(first, tokens), sentences, first, scratch.Names, scratch.NameScratch);
    }

    private static int RowWidth(Encoder encoder) => encoder.Width + 2 * encoder.GateWidth;

    /// <summary>
    /// Fills the embeddings and first gates of a chunk's tokens for both networks: known words from the cache, all others in
    /// one product a network.
    /// </summary>
    private void Embed(string text, DocumentLayers layers, int first, int tokens, short* vectors, NetworkScratch scratch)
    {
        ReadOnlySpan<char> Form(int i) => text.AsSpan(layers.Starts[first + i], layers.Ends[first + i] - layers.Starts[first + i]);
        WordRows trees = new(_encoder, vectors, scratch.Encoder, tokens), names = new(_names.Encoder, scratch.NameScratch.Vectors.Shorts(tokens, _names.Encoder.Width), scratch.NameScratch.Encoder, tokens);
        Span<int> missed = scratch.Missed(tokens);
        int missing = 0;
        for (int i = 0; i < tokens; i++)
        {
            short* row = scratch.Words.Load(Form(i));
            if (row == null) missed[missing++] = i;
            else names.Load(trees.Load(row, i), i);
        }

        if (missing == 0) return;
        WordRows newTrees = Embed(_words, _encoder, text, layers, first, missed[..missing], scratch.Trees), newNames = Embed(_names.Words, _names.Encoder, text, layers, first, missed[..missing], scratch.NameWords);
        short* fresh = scratch.Row.Shorts(1, RowWidth(_encoder) + RowWidth(_names.Encoder));
        for (int m = 0; m < missing; m++)
        {
            short* row = scratch.Words.Claim(Form(missed[m]));
            if (row == null) row = fresh;
            newNames.Save(newTrees.Save(row, m), m);
            names.Load(trees.Load(row, missed[m]), missed[m]);
        }
    }

    private static WordRows Embed(WordTable words, Encoder encoder, string text, DocumentLayers layers, int first, ReadOnlySpan<int> missed, WordScratch scratch)
    {
        short* vectors = scratch.Vectors.Shorts(missed.Length, encoder.Width);
        for (int m = 0; m < missed.Length; m++)
        {
            int at = first + missed[m];
            words.Embed(text.AsSpan(layers.Starts[at], layers.Ends[at] - layers.Starts[at]), vectors + (nint)m * encoder.Width);
        }

        WordRows rows = new(encoder, vectors, scratch.Gates, missed.Length);
        encoder.FirstGates(vectors, missed.Length, rows.Forward, rows.Backward);
        return rows;
    }

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

    /// <summary>What the words that the cache lacked need for tags and trees.</summary>
    public WordScratch Trees { get; } = new();

    /// <summary>What they need for names.</summary>
    public WordScratch NameWords { get; } = new();

    /// <summary>A row for a word that the cache does not keep.</summary>
    public NativeBuffer Row { get; } = new();

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
        Trees.Dispose();
        NameWords.Dispose();
        Row.Dispose();
        Tags.Dispose();
        Encoder.Dispose();
        Parser.Dispose();
        NameScratch.Dispose();
    }
}
