using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive;
using Readout.Bench.Reading;
using Readout.Coding.Reading;
using Readout.Desk.Hosting;

namespace Readout.Bench.Desks;

/// <summary>
/// Starts the desk as it is on an archive and lets many readers ask its pages while an ingest runs; tells the server's time of each page and
/// the bytes of its first view. Readers look at a page for a while before they ask for the next one, as people do.
/// </summary>
internal static class DeskLoad
{
    /// <summary>How long the readers ask, and how long before that they warm the desk, in seconds.</summary>
    private const int Seconds = 60;
    private const int WarmSeconds = 8;
    private const int MostViewed = 10;

    /// <summary>Runs it.</summary>
    /// <param name="place">The archive. The ingest adds to it.</param>
    /// <param name="news">News as JSON lines that is read meanwhile, under new identifiers; null for no ingest.</param>
    /// <param name="readers">How many ask at once.</param>
    /// <param name="pause">How many seconds a reader looks at a page, on average.</param>
    /// <param name="output">Where the figures go.</param>
    public static async Task<int> RunAsync(string place, string? news, int readers, double pause, TextWriter output)
    {
        byte[] pack = SamplePieces.Pack();
        ArchiveLocation location = ArchiveLocation.Find(place);
        await using DeskHost host = await DeskHost.StartAsync(new DeskOptions { Archive = location, LoadReader = () => Reader.Load(pack, SamplePieces.Models), Urls = ["http://127.0.0.1:0"] }).ConfigureAwait(false);
        DeskPaths paths = DeskPaths.Of(host.Archive);
        using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = readers * 2 }) { BaseAddress = host.Addresses[0], Timeout = TimeSpan.FromMinutes(2) };
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{paths.Articles:#,0} articles, {paths.Events:#,0} events; {readers} readers, {pause:0.#} s a page, {Seconds} s"));
        ImmutableArray<DeskPage> asked = await DeepPages.AddAsync(client, paths.Pages).ConfigureAwait(false);
        (DeskPage Page, long Bytes)[] pages = [.. await FirstViews(client, asked, output).ConfigureAwait(false)];
        await PagesAlone.WriteAsync(client, [.. pages.Select(page => page.Page)], host.Archive, output).ConfigureAwait(false);
        using CancellationTokenSource ended = new();
        BackgroundIngest? ingest = news is null ? null : BackgroundIngest.Start(location, pack, news, ended.Token);
        using ServerTimes times = new();
        await Ask(client, pages, readers, pause, WarmSeconds).ConfigureAwait(false);
        times.Forget();
        long before = ingest?.Articles ?? 0;
        int answers = await Ask(client, pages, readers, pause, Seconds).ConfigureAwait(false);
        times.Write(pages, output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answers:#,0} pages, {answers / (double)Seconds:0.0} a second; {(ingest is null ? "no ingest" : $"meanwhile {ingest.Articles - before:#,0} articles were read and kept")}"));
        await ended.CancelAsync().ConfigureAwait(false);
        if (ingest is not null) await ingest.Ended.ConfigureAwait(false);
        return 0;
    }

    private static async Task<List<(DeskPage, long)>> FirstViews(HttpClient client, ImmutableArray<DeskPage> asked, TextWriter output)
    {
        List<(DeskPage, long)> pages = [];
        foreach (DeskPage page in asked)
        {
            if (await MostAsync(client, page).ConfigureAwait(false) is { } bytes) pages.Add((page, bytes));
            else output.WriteLine($"{page.Name} does not answer and is left out");
        }

        return pages;
    }

    // Of a few of its addresses the one with most; null where one does not answer.
    private static async Task<long?> MostAsync(HttpClient client, DeskPage page)
    {
        long most = 0;
        foreach (string path in page.Paths.Take(MostViewed))
        {
            if (await FirstView.BytesAsync(client, new Uri(path, UriKind.Relative)).ConfigureAwait(false) is not { } bytes) return null;
            most = Math.Max(most, bytes);
        }

        return most;
    }

    private static async Task<int> Ask(HttpClient client, (DeskPage Page, long Bytes)[] pages, int readers, double pause, int seconds)
    {
        DateTime end = DateTime.UtcNow.AddSeconds(seconds);
        int[] asked = await Task.WhenAll(Enumerable.Range(0, readers).Select(reader => Task.Run(async () =>
        {
            Random random = new(reader);
            int count = 0;
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * pause)).ConfigureAwait(false);
            while (DateTime.UtcNow < end)
            {
                DeskPage page = pages[(reader + (count * 7)) % pages.Length].Page;
                using HttpResponseMessage response = await client.GetAsync(page.Next(random.Next())).ConfigureAwait(false);
                await response.Content.CopyToAsync(Stream.Null).ConfigureAwait(false);
                count++;
                await Task.Delay(TimeSpan.FromSeconds((0.5 + random.NextDouble()) * pause)).ConfigureAwait(false);
            }

            return count;
        }))).ConfigureAwait(false);
        return asked.Sum();
    }
}
