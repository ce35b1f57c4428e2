using System.Collections.Concurrent;
using Readout.Text.Models;
using Readout.Text.Tokens;

namespace Readout.Text;

/// <summary>
/// The language layer as a whole: article in, <see cref="Document"/> out. Built once from the model files; immutable
/// and safe to call from every thread. A pure function: the same article gives the same document on any processor and
/// any number of threads.
/// </summary>
public sealed class TextAnalyzer : IDisposable
{
    /// <summary>Name of the model file in the models folder.</summary>
    public const string ModelFileName = "english.model";

    private readonly Network _network;
    private readonly ConcurrentBag<NetworkScratch> _scratch = [];
    private readonly ConcurrentBag<TokenBuffer> _tokens = [];

    private TextAnalyzer(Network network) => _network = network;

    /// <summary>Loads the models of a folder. They are mapped, not copied: keep the files while the analyser lives.</summary>
    /// <param name="folder">Folder that holds <see cref="ModelFileName"/>.</param>
    /// <exception cref="FileNotFoundException">The folder holds no model.</exception>
    /// <exception cref="InvalidDataException">The file is no model of this version.</exception>
    public static TextAnalyzer Load(string folder)
    {
        string path = Path.Combine(folder, ModelFileName);
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: the language model is missing; it belongs to data/models", path);
        return new TextAnalyzer(new Network(path));
    }

    /// <summary>
    /// Analyses an article: tokens, sentences, tags, lemmas, trees, names. Time linear in the length of the text, since
    /// no sentence is longer than <see cref="Tokenizer.MaxSentenceTokens"/>.
    /// </summary>
    /// <param name="article">The article; offsets are into its text.</param>
    public Document Analyze(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (!_tokens.TryTake(out TokenBuffer? tokens)) tokens = new TokenBuffer();
        try
        {
            Tokenizer.English.Tokenize(article, tokens);
            return Annotate(article, tokens.Starts.ToArray(), tokens.Ends.ToArray(), tokens.SentenceFirst.ToArray());
        }
        finally
        {
            _tokens.Add(tokens);
        }
    }

    /// <summary>Adds tags, lemmas, trees and names to a document's tokens and sentences, which are kept.</summary>
    /// <param name="document">A document with tokens and sentences; other layers are replaced.</param>
    public Document Annotate(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        DocumentLayers layers = document.Layers;
        return Annotate(document.Article, layers.Starts, layers.Ends, layers.SentenceFirst);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_scratch.TryTake(out NetworkScratch? scratch)) scratch.Dispose();
        _network.Dispose();
    }

    private Document Annotate(Article article, int[] starts, int[] ends, int[] sentenceFirst)
    {
        if (!_scratch.TryTake(out NetworkScratch? scratch)) scratch = _network.CreateScratch();
        try
        {
            return new Document(article, _network.Run(article.Text, starts, ends, sentenceFirst, scratch));
        }
        finally
        {
            _scratch.Add(scratch);
        }
    }
}
