using System.Runtime.CompilerServices;
using Readout.Sources.Composition;
using Readout.Sources.Fetching;
using Readout.Sources.Formats;

namespace Readout.Sources;

/// <summary>
/// Turns inputs into articles: files, folders, addresses, standard input; pages, plain text, Markdown, JSON lines, mail,
/// feeds, web archives, each also compressed by gzip. Build it once; it is immutable and safe to call from every thread.
/// A bad input gives a refusal, never an exception, and the inputs after it are read. Same bytes, same options, same
/// article.
/// </summary>
public sealed class SourceReader : IDisposable
{
    private readonly StreamReading _streams;
    private readonly Lazy<PageFetcher> _fetcher;

    /// <summary>Builds a reader.</summary>
    /// <param name="options">Date, limits and permissions; null for the defaults.</param>
    public SourceReader(SourceOptions? options = null)
    {
        SourceOptions set = options ?? new SourceOptions();
        _streams = new StreamReading(set, new ArticleComposer(set, set.Today ?? DateOnly.FromDateTime(DateTime.UtcNow)));
        _fetcher = new Lazy<PageFetcher>(() => new PageFetcher(set));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_fetcher.IsValueCreated) _fetcher.Value.Dispose();
    }

    /// <summary>Reads inputs one after another, in order.</summary>
    /// <param name="inputs">Each a path, an address, or <c>-</c> for standard input.</param>
    /// <param name="cancellation">Stops between and within inputs.</param>
    public async IAsyncEnumerable<SourceResult> ReadAsync(IEnumerable<string> inputs, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        foreach (string input in inputs)
        {
            await foreach (SourceResult result in ReadAsync(input, cancellation).ConfigureAwait(false)) yield return result;
        }
    }

    /// <summary>
    /// Reads one input: one result for a page or a message, one for every article of a folder, a feed, a mailbox, an archive
    /// or JSON lines. What a list only points to is not fetched; the list's own words of it stand for it.
    /// </summary>
    /// <param name="input">A path of a file or folder, an address, or <c>-</c> for standard input.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IAsyncEnumerable<SourceResult> ReadAsync(string input, CancellationToken cancellation = default) =>
        ItemReading.ReadAsync(OpenAsync(input, cancellation), input, cancellation);

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The content; left open.</param>
    /// <param name="name">Name for messages; its ending helps to tell the format.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IAsyncEnumerable<SourceResult> ReadAsync(Stream stream, string name, CancellationToken cancellation = default) =>
        ItemReading.ReadAsync(OpenAsync(stream, name, cancellation), name, cancellation);

    /// <summary>Opens one input: what it holds, told apart but not read yet.</summary>
    /// <param name="input">A path of a file or folder, an address, or <c>-</c> for standard input.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IAsyncEnumerable<SourceItem> OpenAsync(string input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input == "-") return StandardInputAsync(cancellation);
        if (IsAddress(input)) return AddressAsync(input, cancellation);
        return Directory.Exists(input) ? FolderAsync(input, cancellation) : FileAsync(input, cancellation);
    }

    /// <summary>Opens a stream.</summary>
    /// <param name="stream">The content; left open.</param>
    /// <param name="name">Name for messages; its ending helps to tell the format.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IAsyncEnumerable<SourceItem> OpenAsync(Stream stream, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return _streams.ItemsAsync(stream, new RawInput([], name) { Name = name }, cancellation);
    }

    /// <summary>Opens what was fetched.</summary>
    /// <param name="page">The answer of a server.</param>
    /// <param name="link">The entry of a list that led there, whose date serves where the page has none; or null.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<SourceItem> OpenAsync(FetchedPage page, SourceLink? link = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        using MemoryStream stream = new(page.Content.Bytes, false);
        await foreach (SourceItem item in _streams.ItemsAsync(stream, page.Content with { Link = link }, cancellation).ConfigureAwait(false)) yield return item;
    }

    /// <summary>Whether an input is an address, not a path.</summary>
    public static bool IsAddress(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Contains("://", StringComparison.Ordinal);
    }

    /// <summary>The files of a folder and of the folders in it that can be inputs, in ordinal order of their paths.</summary>
    public static IReadOnlyList<string> Files(string folder)
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };
        string[] files = [.. Directory.EnumerateFiles(folder, "*", options).Where(FormatSniffer.IsInput)];
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    private async IAsyncEnumerable<SourceItem> StandardInputAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using Stream stream = Console.OpenStandardInput();
        await foreach (SourceItem item in OpenAsync(stream, "standard input", cancellation).ConfigureAwait(false)) yield return item;
    }

    private async IAsyncEnumerable<SourceItem> AddressAsync(string input, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!Uri.TryCreate(input, UriKind.Absolute, out Uri? address))
        {
            yield return SourceItem.Refused(input, "this is not an address", "give one such as https://example.org/page");
            yield break;
        }

        (FetchedPage? page, SourceItem? refused) = await FetchAsync(address, input, cancellation).ConfigureAwait(false);
        if (refused is not null) yield return refused;
        if (page is null) yield break;
        await foreach (SourceItem item in OpenAsync(page, null, cancellation).ConfigureAwait(false)) yield return item;
    }

    private async Task<(FetchedPage? Page, SourceItem? Refused)> FetchAsync(Uri address, string input, CancellationToken cancellation)
    {
        try
        {
            return (await _fetcher.Value.FetchAsync(address, cancellation).ConfigureAwait(false), null);
        }
        catch (FetchProblem problem)
        {
            return (null, SourceItem.Refused(input, problem.Message, problem.Advice));
        }
    }

    private async IAsyncEnumerable<SourceItem> FolderAsync(string folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<string> files = Files(folder);
        if (files.Count == 0) yield return SourceItem.Refused(folder, "the folder holds no file that can be read", "give a folder with pages, texts, mail, feeds, .jsonl or .warc files");
        foreach (string file in files)
        {
            await foreach (SourceItem item in FileAsync(file, cancellation).ConfigureAwait(false)) yield return item;
        }
    }

    private async IAsyncEnumerable<SourceItem> FileAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        (FileStream? opened, SourceItem? refused) = InputFile.Open(path);
        if (refused is not null) yield return refused;
        if (opened is null) yield break;
        await using FileStream stream = opened;
        await foreach (SourceItem item in OpenAsync(stream, path, cancellation).ConfigureAwait(false)) yield return item;
    }
}
