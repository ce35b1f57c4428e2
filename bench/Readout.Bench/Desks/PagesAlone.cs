using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Readout.Archive;
using Readout.Archive.Arrivals;

namespace Readout.Bench.Desks;

/// <summary>
/// What each page takes when nobody else asks, after something was written to the archive, so that no answer is kept from before: the least time by the clock and the
/// processor time, the client's part included. Processor time is nearly the same on a machine that does other work.
/// </summary>
internal static class PagesAlone
{
    private const int Rounds = 6;
    private const int MostPaths = 12;

    /// <summary>A line for the dearest address of each page.</summary>
    public static async Task WriteAsync(HttpClient client, ImmutableArray<DeskPage> pages, RecordArchive archive, TextWriter output)
    {
        LookBook looks = new(archive);
        long writes = 0;
        output.WriteLine($"{"alone, the dearest address",-70} {"least",9} {"processor",10}");
        foreach (DeskPage page in pages)
        {
            (string Path, double Least, double Processor) dearest = default;
            foreach (string path in page.Paths.Take(MostPaths).Concat(page.Paths.Skip(MostPaths).TakeLast(1)))
            {
                (double least, double processor) = await Times(client, new Uri(path, UriKind.Relative), () => looks.Note("measured", new LastLook(++writes, DateTimeOffset.UtcNow))).ConfigureAwait(false);
                if (processor > dearest.Processor) dearest = (path, least, processor);
            }

            string shown = dearest.Path is { Length: > 68 } ? dearest.Path[..68] + "…" : dearest.Path ?? page.Name;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shown,-70} {dearest.Least,6:0.0} ms {dearest.Processor,7:0.0} ms"));
        }
    }

    private static async Task<(double Least, double Processor)> Times(HttpClient client, Uri address, Action write)
    {
        double least = double.MaxValue;
        double processor = double.MaxValue;
        for (int i = 0; i <= Rounds; i++)
        {
            write();
            long start = Stopwatch.GetTimestamp();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            using HttpResponseMessage response = await client.GetAsync(address).ConfigureAwait(false);
            await response.Content.CopyToAsync(Stream.Null).ConfigureAwait(false);
            if (i == 0) continue;
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return (least, processor);
    }
}
