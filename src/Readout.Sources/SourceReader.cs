using System.Runtime.CompilerServices;
using Readout.Sources.Composition;
using Readout.Sources.Fetching;
using Readout.Sources.Formats;

namespace Readout.Sources;

/// <summary>
/// Turns inputs into articles: files, folders, addresses, standard input; pages, plain text, Markdown, JSON lines, mail.
/// Build it once; it is immutable and safe to call from every thread. A bad input gives a refusal, never an exception,
/// and the inputs after it are read. Same bytes, same options, same article.
/// </summary>
public sealed class SourceReader : IDisposable
{
    private const int Head = 65_536;
    private readonly SourceOptions _options;
    private readonly ArticleComposer _composer;
    private readonly Lazy<PageFetcher> _fetcher;

    /// <summary>Builds a reader.</summary>
    /// <param name="options">Date, limits and permissions; null for the defaults.</param>
    public SourceReader(SourceOptions? options = null)
    {
        _options = options ?? new SourceOptions();
        _composer = new ArticleComposer(_options, _options.Today ?? DateOnly.FromDateTime(DateTime.UtcNow));
        _fetcher = new Lazy<PageFetcher>(() => new PageFetcher(_options));
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

    /// <summary>Reads one input: one result for a page or a message, one for every article of a folder, a mailbox or JSON lines.</summary>
    /// <param name="input">A path of a file or folder, an address, or <c>-</c> for standard input.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IAsyncEnumerable<SourceResult> ReadAsync(string input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input == "-") return ReadStandardInputAsync(cancellation);
        if (input.Contains("://", StringComparison.Ordinal)) return ReadAddressAsync(input, cancellation);
        return Directory.Exists(input) ? ReadFolderAsync(input, cancellation) : ReadFileAsync(input, cancellation);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The content; left open.</param>
    /// <param name="name">Name for messages; its ending helps to tell the format.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<SourceResult> ReadAsync(Stream stream, string name, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] head = await BoundedStream.PeekAsync(stream, Head, cancellation).ConfigureAwait(false);
        RawInput beginning = new(head, name) { Name = name };
        InputFormat format = FormatSniffer.Sniff(beginning);
        if (format == InputFormat.JsonLines && !name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            await foreach (SourceResult result in ReadLinesAsync(stream, head, name, cancellation).ConfigureAwait(false)) yield return result;
            yield break;
        }

        byte[]? bytes = await BoundedStream.ReadAsync(stream, head, _options.MaxBytes, cancellation).ConfigureAwait(false);
        if (bytes is null)
        {
            yield return Refuse(name, $"the input is larger than {_options.MaxBytes / 1_000_000} MB", "give the article alone, or many articles as .jsonl");
            yield break;
        }

        foreach (SourceResult result in Read(beginning with { Bytes = bytes }, format)) yield return result;
    }

    private async IAsyncEnumerable<SourceResult> ReadStandardInputAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using Stream stream = Console.OpenStandardInput();
        await foreach (SourceResult result in ReadAsync(stream, "standard input", cancellation).ConfigureAwait(false)) yield return result;
    }

    private async IAsyncEnumerable<SourceResult> ReadAddressAsync(string input, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!Uri.TryCreate(input, UriKind.Absolute, out Uri? address))
        {
            yield return Refuse(input, "this is not an address", "give one such as https://example.org/page");
            yield break;
        }

        (RawInput? page, SourceResult? refusal) = await FetchAsync(address, input, cancellation).ConfigureAwait(false);
        if (page is null)
        {
            yield return refusal!;
            yield break;
        }

        foreach (SourceResult result in Read(page, FormatSniffer.Sniff(page))) yield return result;
    }

    private async Task<(RawInput? Page, SourceResult? Refusal)> FetchAsync(Uri address, string input, CancellationToken cancellation)
    {
        try
        {
            return (await _fetcher.Value.FetchAsync(address, cancellation).ConfigureAwait(false), null);
        }
        catch (FetchProblem problem)
        {
            return (null, Refuse(input, problem.Message, problem.Advice));
        }
    }

    private async IAsyncEnumerable<SourceResult> ReadFolderAsync(string folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };
        string[] files = [.. Directory.EnumerateFiles(folder, "*", options).Where(file => FormatSniffer.Endings.Contains(Path.GetExtension(file)))];
        Array.Sort(files, StringComparer.Ordinal);
        if (files.Length == 0) yield return Refuse(folder, "the folder holds no file that can be read", "give a folder with .html, .txt, .md, .jsonl or .eml files");
        foreach (string file in files)
        {
            await foreach (SourceResult result in ReadFileAsync(file, cancellation).ConfigureAwait(false)) yield return result;
        }
    }

    private async IAsyncEnumerable<SourceResult> ReadFileAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        (FileStream? opened, SourceResult? refusal) = Open(path);
        if (opened is null)
        {
            yield return refusal!;
            yield break;
        }

        await using FileStream stream = opened;
        await foreach (SourceResult result in ReadAsync(stream, path, cancellation).ConfigureAwait(false)) yield return result;
    }

    private static (FileStream? Stream, SourceResult? Refusal) Open(string path)
    {
        try
        {
            return (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.SequentialScan), null);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, Refuse(path, "there is no such file", "check the path"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, Refuse(path, $"the file cannot be opened: {problem.Message}", "check the path and its permissions"));
        }
    }

    private async IAsyncEnumerable<SourceResult> ReadLinesAsync(Stream stream, byte[] head, string where, [EnumeratorCancellation] CancellationToken cancellation)
    {
        int number = 0;
        await foreach (string? line in BoundedLines.ReadAsync(stream, head, _options.MaxBytes, cancellation).ConfigureAwait(false))
        {
            number++;
            if (line is null) yield return Refuse($"{where}:{number}", $"the line is longer than {_options.MaxBytes / 1_000_000} million characters", "shorten the text; the other lines are read");
            else if (JsonLinesFormat.Read(line, $"{where}:{number}") is { } item) yield return Finish(item);
        }

        if (number == 0) yield return Refuse(where, "the input is empty", "give a file that holds an article");
    }

    private IEnumerable<SourceResult> Read(RawInput input, InputFormat format)
    {
        if (input.Bytes.AsSpan().IndexOfAnyExcept(" \n\r\t"u8) < 0) return [Refuse(input.Where, "the input is empty", "give a file that holds an article")];
        return format switch
        {
            InputFormat.Html => [_composer.Compose(HtmlFormat.Read(input, _options.MaxCharacters))],
            InputFormat.Markdown => [_composer.Compose(MarkdownFormat.Read(input, _options.MaxCharacters))],
            InputFormat.Mail => [Finish(MailFormat.Read(input))],
            InputFormat.Mailbox => MailFormat.ReadBox(input).Select(Finish),
            InputFormat.JsonLines => JsonLinesFormat.ReadWhole(input).Select(Finish),
            InputFormat.Binary => [Refuse(input.Where, $"this is {FormatSniffer.BinaryName(input)}, not text", "give the page, or its words as text")],
            _ => [_composer.Compose(PlainTextFormat.Read(input, _options.MaxCharacters))],
        };
    }

    private SourceResult Finish((Draft? Draft, Refusal? Refusal) item) =>
        item.Draft is { } draft ? _composer.Compose(draft) : SourceResult.Of(item.Refusal!);

    private static SourceResult Refuse(string where, string what, string advice) => SourceResult.Of(new Refusal(where, where, what, advice));
}
