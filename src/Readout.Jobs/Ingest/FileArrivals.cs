using System.Runtime.CompilerServices;
using Readout.Analysis.Phrasing;
using Readout.Jobs.Links;
using Readout.Sources;

namespace Readout.Jobs.Ingest;

/// <summary>What comes in from files, folders and pipes. What was kept at an earlier run is passed over without being read.</summary>
/// <param name="sources">Opens inputs.</param>
/// <param name="links">Fetches what lists name; null where nothing is fetched.</param>
internal sealed class FileArrivals(SourceReader sources, LinkArrivals? links)
{
    /// <summary>The arrivals of an input from a position on.</summary>
    /// <param name="plan">The input.</param>
    /// <param name="start">Where to go on.</param>
    /// <param name="before">Bytes of the inputs before it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<Arrival> OpenAsync(InputPlan plan, InputPosition start, long before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (plan.Files.Count == 0 && plan.IsFolder)
        {
            await foreach (SourceItem item in sources.OpenAsync(plan.Given, cancellation).ConfigureAwait(false)) yield return new Arrival { Item = item };
        }

        long bytes = before;
        for (int file = 0; file < plan.Files.Count; file++)
        {
            if (file >= start.File)
            {
                InputPosition here = start with { File = file, Item = file == start.File ? start.Item : 0 };
                await foreach (Arrival arrival in FileAsync(plan, here, bytes, cancellation).ConfigureAwait(false)) yield return arrival;
            }

            bytes += Length(plan.Files[file]);
        }

        yield return new Arrival { Input = plan.Name, Position = InputPosition.AtEnd(plan.Fingerprint), Bytes = bytes };
    }

    /// <summary>The arrivals of a stream that cannot be read twice.</summary>
    public async IAsyncEnumerable<Arrival> OpenAsync(Stream stream, string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (SourceItem item in sources.OpenAsync(stream, name, cancellation).ConfigureAwait(false))
        {
            if (item.Link is null || item.Link.HasSummary) yield return new Arrival { Item = item };
        }
    }

    private async IAsyncEnumerable<Arrival> FileAsync(InputPlan plan, InputPosition start, long before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string path = plan.Files[start.File];
        using FileStream? stream = Open(path);
        IAsyncEnumerable<SourceItem> items = stream is null ? sources.OpenAsync(path, cancellation) : sources.OpenAsync(stream, path, cancellation);
        long number = 0;
        int unfetched = 0;
        await foreach (SourceItem item in items.ConfigureAwait(false))
        {
            number++;
            if (number <= start.Item) continue;
            Arrival here = new() { Input = plan.Name, Position = (start with { Item = number }).ToString(), Bytes = before + (stream?.Position ?? 0) };
            if (item.Link is not { } link)
            {
                yield return here with { Item = item };
            }
            else if (links is not null && !plan.IsFolder)
            {
                await foreach (Arrival arrival in links.OfLinkAsync(link, item, cancellation).ConfigureAwait(false)) yield return arrival;
                yield return here;
            }
            else
            {
                if (!link.HasSummary) unfetched++;
                yield return link.HasSummary ? here with { Item = item } : here;
            }
        }

        if (unfetched > 0) yield return new Arrival { Note = $"{path}: {Wording.Count(unfetched, "address", "addresses")} not fetched{(plan.IsFolder ? " (name the file itself, and they are)" : "")}" };
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
