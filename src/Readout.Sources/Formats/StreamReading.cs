using System.Globalization;
using System.Runtime.CompilerServices;
using Readout.Sources.Composition;
using Readout.Sources.Streams;
using Readout.Sources.Warc;

namespace Readout.Sources.Formats;

/// <summary>
/// The items of a stream of any length. Lines, messages and records of archives are taken one by one, so that memory stays
/// bounded; whatever else is read whole, up to the limit. Immutable, thread-safe.
/// </summary>
internal sealed class StreamReading(SourceOptions options, ArticleComposer composer)
{
    private const int Head = 65_536;
    private const int Nesting = 2;
    private readonly FormatReader _formats = new(options, composer);

    /// <summary>The items; where the stream breaks off, the last is a refusal that says so.</summary>
    /// <param name="stream">The content; left open.</param>
    /// <param name="about">What is known of it; its bytes are not looked at.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<SourceItem> ItemsAsync(Stream stream, RawInput about, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using IAsyncEnumerator<SourceItem> items = OpenAsync(stream, about, 0, cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            (bool more, SourceItem? broken) = await NextAsync(items, about.Where).ConfigureAwait(false);
            if (broken is not null) yield return broken;
            if (!more) yield break;
            yield return items.Current;
        }
    }

    private static async ValueTask<(bool More, SourceItem? Broken)> NextAsync(IAsyncEnumerator<SourceItem> items, string where)
    {
        try
        {
            return (await items.MoveNextAsync().ConfigureAwait(false), null);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            string what = problem is InvalidDataException ? "the compressed content is damaged" : "the input cannot be read to its end";
            return (false, SourceItem.Refused(where, $"{what}: {problem.Message}", "what came before is read; get the file again"));
        }
    }

    private async IAsyncEnumerable<SourceItem> OpenAsync(Stream stream, RawInput about, int depth, [EnumeratorCancellation] CancellationToken cancellation)
    {
        byte[] head = await BoundedStream.PeekAsync(stream, Head, cancellation).ConfigureAwait(false);
        RawInput beginning = about with { Bytes = head };
        InputFormat format = FormatSniffer.Sniff(beginning);
        IAsyncEnumerable<SourceItem> items = format switch
        {
            InputFormat.JsonLines when !about.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) => LinesAsync(stream, head, about.Where, cancellation),
            InputFormat.Mailbox => MessagesAsync(new PrefixedStream(head, stream), about.Where, cancellation),
            InputFormat.Warc => RecordsAsync(new PrefixedStream(head, stream), about.Where, cancellation),
            InputFormat.Gzip when depth < Nesting => UnpackedAsync(new PrefixedStream(head, stream), about, depth, cancellation),
            _ => WholeAsync(stream, beginning, format, cancellation),
        };
        await foreach (SourceItem item in items.ConfigureAwait(false)) yield return item;
    }

    /// <summary>Opens what a gzip file holds; a web archive goes on after a damaged member.</summary>
    private async IAsyncEnumerable<SourceItem> UnpackedAsync(Stream packed, RawInput about, int depth, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using GzipMembers members = new(packed);
        string name = about.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? about.Name[..^3] : about.Name;
        IAsyncEnumerable<SourceItem> items = name.EndsWith(".warc", StringComparison.OrdinalIgnoreCase)
            ? RecordsAsync(members, about.Where, cancellation)
            : WithinAsync(members, about with { Name = name, MediaType = null }, depth + 1, cancellation);
        await foreach (SourceItem item in items.ConfigureAwait(false)) yield return item;
    }

    private async IAsyncEnumerable<SourceItem> WithinAsync(GzipMembers members, RawInput about, int depth, [EnumeratorCancellation] CancellationToken cancellation)
    {
        byte[] mark = await BoundedStream.PeekAsync(members, "WARC/"u8.Length, cancellation).ConfigureAwait(false);
        IAsyncEnumerable<SourceItem> items = mark.AsSpan().SequenceEqual("WARC/"u8)
            ? RecordsAsync(members, about.Where, cancellation, mark)
            : OpenAsync(new PrefixedStream(mark, members), about, depth, cancellation);
        await foreach (SourceItem item in items.ConfigureAwait(false)) yield return item;
    }

    private async IAsyncEnumerable<SourceItem> LinesAsync(Stream stream, byte[] head, string where, [EnumeratorCancellation] CancellationToken cancellation)
    {
        int number = 0;
        await foreach (string? line in BoundedLines.ReadAsync(stream, head, options.MaxBytes, cancellation).ConfigureAwait(false))
        {
            number++;
            string at = string.Create(CultureInfo.InvariantCulture, $"{where}:{number}");
            if (line is null) yield return SourceItem.Refused(at, $"the line is longer than {options.MaxBytes / 1_000_000} million characters", "shorten the text; the other lines are read");
            else if (!string.IsNullOrWhiteSpace(line)) yield return new SourceItem(at, line.Length * sizeof(char), () => _formats.Finish(JsonLinesFormat.Read(line, at)!.Value));
        }

        if (number == 0) yield return SourceItem.Refused(where, "the input is empty", "give a file that holds an article");
    }

    private async IAsyncEnumerable<SourceItem> MessagesAsync(Stream stream, string where, [EnumeratorCancellation] CancellationToken cancellation)
    {
        int number = 0;
        foreach (byte[]? message in Mailbox.Messages(stream, options.MaxBytes))
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            RawInput input = new(message ?? [], string.Create(CultureInfo.InvariantCulture, $"{where}#{number}"));
            yield return message is null
                ? SourceItem.Refused(input.Where, $"the message is larger than {options.MaxBytes / 1_000_000} MB", "the other messages are read")
                : new SourceItem(input.Where, message.Length, () => _formats.Finish(MailFormat.Read(input)));
        }

        if (number == 0) yield return SourceItem.Refused(where, "the mailbox holds no message", "export it again as .mbox");
        await Task.CompletedTask.ConfigureAwait(false);
    }

    private async IAsyncEnumerable<SourceItem> RecordsAsync(Stream content, string where, [EnumeratorCancellation] CancellationToken cancellation, byte[]? begun = null)
    {
        foreach (SourceItem item in new WarcItems(_formats, options).Read(content, where, begun ?? []))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private async IAsyncEnumerable<SourceItem> WholeAsync(Stream stream, RawInput beginning, InputFormat format, [EnumeratorCancellation] CancellationToken cancellation)
    {
        int limit = format == InputFormat.Sitemap ? options.MaxSitemapBytes : options.MaxBytes;
        byte[]? bytes = await BoundedStream.ReadAsync(stream, beginning.Bytes, limit, cancellation).ConfigureAwait(false);
        if (bytes is null)
        {
            yield return SourceItem.Refused(beginning.Where, $"the input is larger than {limit / 1_000_000} MB", "give the article alone, or many articles as .jsonl");
            yield break;
        }

        foreach (SourceItem item in _formats.Items(beginning with { Bytes = bytes }, format)) yield return item;
    }
}
