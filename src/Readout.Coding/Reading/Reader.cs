using Readout.Coding.Packs;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Reading;

/// <summary>
/// Reads articles into records: the way from text to coded events. Built once; immutable; safe to call from every
/// thread. Reading is a pure function: no clock, no network, no disk; the same article gives the same record.
/// </summary>
public sealed class Reader : IDisposable
{
    /// <summary>An article with a longer text is refused, in UTF-16 code units.</summary>
    public const int TextLimit = 2_000_000;

    private readonly Pipeline _pipeline;
    private readonly TextAnalyzer _analyzer;
    private readonly Lazy<PackIdentity> _identity;

    private Reader(Knowledge knowledge, TextAnalyzer analyzer, Task<string> hash)
    {
        Knowledge = knowledge;
        _analyzer = analyzer;
        _pipeline = ReadingStages.Build(knowledge, analyzer);
        _identity = new Lazy<PackIdentity>(() => new PackIdentity(knowledge.Version, hash.GetAwaiter().GetResult()));
    }

    /// <summary>Version and hash of the knowledge behind every record of this reader.</summary>
    public PackIdentity Pack => _identity.Value;

    /// <summary>The language layer alone.</summary>
    public TextAnalyzer Analyzer => _analyzer;

    /// <summary>The knowledge that it reads with.</summary>
    public Knowledge Knowledge { get; }

    /// <summary>Loads what the package puts beside a program.</summary>
    /// <param name="folder">Folder that holds <c>readout.pack</c> and <c>models/</c>.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">The pack or a model is damaged or of another format.</exception>
    public static Reader Load(string folder) => Load(Path.Combine(folder, "readout.pack"), Path.Combine(folder, "models"));

    /// <summary>Loads a pack and the models.</summary>
    /// <param name="pack">Path of <c>readout.pack</c>.</param>
    /// <param name="models">Folder of the trained models.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">The pack or a model is damaged or of another format.</exception>
    public static Reader Load(string pack, string models) => Load(File.ReadAllBytes(pack), models);

    /// <summary>Loads a pack that is at hand as bytes, and the models.</summary>
    /// <param name="pack">Bytes of a compiled pack; do not change them afterwards.</param>
    /// <param name="models">Folder of the trained models.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">The pack or a model is damaged or of another format.</exception>
    public static Reader Load(byte[] pack, string models)
    {
        ArgumentNullException.ThrowIfNull(pack);
        Task<string> hash = Task.Run(() => PackHash.Of(pack, models));
        return new Reader(Knowledge.Load(pack), TextAnalyzer.Load(models), hash);
    }

    /// <inheritdoc/>
    public void Dispose() => _analyzer.Dispose();

    /// <summary>Reads one article.</summary>
    /// <param name="article">The article; without a publication date its relative dates stay unresolved.</param>
    /// <param name="explain">Whether each event is to say why it was coded so.</param>
    /// <exception cref="ArgumentException">The text is longer than <see cref="TextLimit"/>.</exception>
    /// <exception cref="ReadingException">A stage failed: an error of the program.</exception>
    public ArticleRecord Read(Article article, bool explain = false)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Text.Length > TextLimit) throw new ArgumentException($"The text is longer than {TextLimit} characters.", nameof(article));
        Draft draft = new(article, explain);
        _pipeline.Run(draft);
        return RecordAssembler.Assemble(draft, Pack);
    }
}
