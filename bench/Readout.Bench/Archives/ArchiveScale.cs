using System.Diagnostics;
using System.Globalization;
using Readout.Analysis.Relations;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Archive.Search;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Bench.Archives;

/// <summary>Loads an archive with many events and times what people ask it. Loading goes on where it stopped.</summary>
internal static class ArchiveScale
{
    private const string Input = "synthetic";

    public static int Run(string file, int events, string place, TextWriter output)
    {
        ArchiveLocation location = ArchiveLocation.Parse(place);
        using (RecordArchive archive = RecordArchive.Open(location, create: true)) Load(archive, new SyntheticRecords(file), events, output);
        Time(output, "opening the archive", () => Opened(location));
        using (RecordArchive archive = RecordArchive.Open(location, create: false)) Ask(archive, output);
        return 0;
    }

    private static object? Opened(ArchiveLocation location)
    {
        RecordArchive.Open(location, create: false).Dispose();
        return null;
    }

    private static void Load(RecordArchive archive, SyntheticRecords records, int events, TextWriter output)
    {
        using ArchiveWriter writer = archive.BeginWriting();
        int article = int.Parse(writer.Position(Input) ?? "0", CultureInfo.InvariantCulture);
        long kept = archive.Events.Count(new EventQuery());
        Stopwatch watch = Stopwatch.StartNew();
        int since = article;
        TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
        while (kept < events)
        {
            for (int i = 0; i < 500; i++)
            {
                Coding.Record.ArticleRecord record = records[article++];
                kept += record.Events.Length;
                writer.Keep(record);
            }

            writer.Advance(Input, article.ToString(CultureInfo.InvariantCulture));
            writer.Commit();
            if (article is not (1_000 or 5_000 or 10_000 or 50_000) && article % 100_000 != 0) continue;
            TimeSpan used = Process.GetCurrentProcess().TotalProcessorTime;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{article,9:#,0} articles, {kept,10:#,0} events: {watch.Elapsed.TotalMilliseconds / (article - since):0.00} ms an article since the last line, {(used - processor).TotalMilliseconds / (article - since):0.00} ms of processor"));
            watch.Restart();
            since = article;
            processor = used;
        }
    }

    private static void Ask(RecordArchive archive, TextWriter output)
    {
        using ArchiveConnection connection = archive.Connect();
        (string low, string high, long count) = connection.Query(
            "SELECT low, high, COUNT(*) FROM dyads GROUP BY low, high ORDER BY COUNT(*) DESC LIMIT 1", row => (row.GetString(0), row.GetString(1), row.GetInt64(2))).Single();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{archive.Events.Count(new EventQuery()):#,0} events; the relation with most, {low} and {high}, has {count:#,0}"));
        Time(output, "its rows, in order of day", () => connection.Query(
            "SELECT day, event, direction, status, quad, goldstein, plover_score, happening FROM dyads WHERE low = @low AND high = @high",
            row => (row.GetInt64(0), row.GetInt64(4), row.GetDouble(6)), ("@low", low), ("@high", high)));
        RelationQuestion question = new(RelationPair.Of(low, high), PeriodKind.Month, null, null, new DateOnly(2100, 1, 1));
        Time(output, "the relation by month, whole, with its index", () => RelationReport.Of(archive.Relations, question));
        Searcher searcher = new(archive);
        Time(output, "a search page with facets: trade", () => searcher.Find(new SearchQuery { Words = "trade" }));
        Time(output, "a search page with facets: trade talks of an actor", () => searcher.Find(new SearchQuery { Words = "trade talks", Countries = [low] }));
        Time(output, "a search page with facets: all of an actor", () => searcher.Find(new SearchQuery { Countries = [low] }));
        Time(output, "its events of a year, whole", () => archive.Events.Read(new EventQuery { Relation = (low, high), From = new DateOnly(1991, 1, 1), To = new DateOnly(1991, 12, 31) }).ToArray());
        Time(output, "the newest 20 events", () => archive.Events.Read(new EventQuery { Order = EventOrder.NewestFirst, Limit = 20 }).ToArray());
        Time(output, "the newest 20 events of an actor", () => archive.Events.Read(new EventQuery { Parties = [low], Order = EventOrder.NewestFirst, Limit = 20 }).ToArray());
        Time(output, "an article's record", () => archive.Articles.Record(archive.Articles.Find(1000L)!.Revision));
    }

    /// <summary>The median of nine runs by the clock, the first one apart, and their processor time, which a busy machine lengthens little.</summary>
    internal static void Time(TextWriter output, string what, Func<object?> work)
    {
        object? answer = null;
        ProcessorWatch processor = new();
        double[] times = [.. Enumerable.Range(0, 10).Select(_ =>
        {
            Stopwatch watch = Stopwatch.StartNew();
            answer = work();
            return watch.Elapsed.TotalMilliseconds;
        })];
        double used = processor.Seconds * 100;
        GC.KeepAlive(answer);
        double[] later = [.. times.Skip(1).Order()];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: first {times[0]:0.0} ms, then median {later[4]:0.0} ms, least {later[0]:0.0} ms; processor {used:0.0} ms"));
    }
}
