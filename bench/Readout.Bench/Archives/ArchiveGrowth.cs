using System.Globalization;
using Readout.Archive;
using Readout.Archive.Merging;
using Readout.Archive.Reading;
using Readout.Archive.Search.Indexing;
using Readout.Archive.Store;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Bench.Archives;

/// <summary>
/// Loads an archive with many short articles and tells what one costs as it grows, against plain inserts of the same moment. Loading goes
/// on where it stopped.
/// </summary>
internal static class ArchiveGrowth
{
    private const string Input = "briefs";
    private const int Batch = 500;

    // After so many the program is compiled as it stays: the first thousand are to cost what they cost, not what compiling costs.
    private const int WarmUp = 20_000;
    private const int Revised = 100;
    private static readonly string[] Numbered = ["articles", "revisions", "codings", "sentences", "actors", "events", "quotes", "meetings", "followed_meetings", "facet_values"];
    private static readonly string[] OfEvents = ["parties", "dyads", "attributions", "happening_reports", "event_facets"];
    private static readonly int[] Sizes = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000];

    public static int Run(string file, int articles, string place, TextWriter output)
    {
        BriefRecords records = new(file);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records.Sentences.All:#,0} sentences of real records, {records.Sentences.Telling:#,0} of them with events"));
        string folder = Directory.CreateTempSubdirectory("readout-bench-").FullName;
        try
        {
            using (RecordArchive warm = RecordArchive.Open(ArchiveLocation.Parse(Path.Combine(folder, "warm.db")), create: true))
            using (ArchiveWriter writer = warm.BeginWriting())
            {
                Keep(writer, records, 0, WarmUp);
                foreach (int number in Enumerable.Range(0, Revised)) writer.Keep(records.Revised(number));
            }
            using RecordArchive archive = RecordArchive.Open(ArchiveLocation.Parse(place), create: true);
            Load(archive, records, articles, folder, output);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Load(RecordArchive archive, BriefRecords records, int articles, string folder, TextWriter output)
    {
        TimedLayer[] layers = [.. MergingLayers.Create().Append(new EventPartyLayer()).Append(new SearchLayer()).Select(layer => new TimedLayer(layer))];
        using ArchiveWriter writer = archive.BeginWriting(layers);
        int done = int.Parse(writer.Position(Input) ?? "0", CultureInfo.InvariantCulture);
        foreach (int size in Sizes.Where(size => size <= articles).Append(articles).Distinct().Order())
        {
            // The last tenth before a size is what counts for it.
            int measured = Math.Clamp(size / 10 / Batch * Batch, Batch, 10_000);
            if (done > size - measured) continue;
            Keep(writer, records, done, size - measured);
            done = size;
            Measure(archive, writer, layers, records, size, measured, folder, output);
            MeasureRevisions(writer, records, size, output);
        }
    }

    private static void Measure(RecordArchive archive, ArchiveWriter writer, TimedLayer[] layers, BriefRecords records, int size, int measured, string folder, TextWriter output)
    {
        ArticleRecord[] kept = [.. Enumerable.Range(size - measured, measured).Select(number => records[number])];
        Dictionary<string, long> before = Last(archive);
        foreach (TimedLayer layer in layers) layer.Taken = TimeSpan.Zero;
        ProcessorWatch watch = new();
        for (int i = 0; i < kept.Length; i++)
        {
            writer.Keep(kept[i]);
            if (i % Batch == Batch - 1) Commit(writer, size - measured + i + 1);
        }

        Commit(writer, size);
        double seconds = watch.Seconds;
        double rows = Rows(archive, before);
        double sentences = kept.Sum(record => record.Sentences.Length);
        double floor = rows / ArchiveFloor.Rows(folder) + sentences / ArchiveFloor.Words(folder, kept);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size,9:#,0} articles: {seconds / measured * 1e6:0} us of processor time an article ({rows / measured:0.0} rows, {sentences / measured:0.0} sentences, {kept.Sum(record => record.Events.Length) / (double)measured:0.00} events), {seconds / floor:0.00} times the floor's {floor / measured * 1e6:0} us; {new FileInfo(archive.Location.Path!).Length / 1e6:#,0} MB"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"          by the clock: {string.Join(", ", layers.Select(layer => $"{layer.Name} {layer.Taken.TotalMilliseconds * 1000 / measured:0}"))} us"));
    }

    // Every tenth of the last articles, as its source changed it.
    private static void MeasureRevisions(ArchiveWriter writer, BriefRecords records, int size, TextWriter output)
    {
        ArticleRecord[] revised = [.. Enumerable.Range(1, Revised).Select(i => records.Revised(size - (10 * i)))];
        ProcessorWatch watch = new();
        foreach (ArticleRecord record in revised) writer.Keep(record);
        writer.Commit();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"          {watch.Seconds / Revised * 1e6:0} us of processor time an article that changed"));
    }

    private static void Keep(ArchiveWriter writer, BriefRecords records, int from, int to)
    {
        for (int number = from; number < to; number++)
        {
            writer.Keep(records[number]);
            if ((number + 1) % Batch == 0) Commit(writer, number + 1);
        }

        Commit(writer, to);
    }

    private static void Commit(ArchiveWriter writer, int done)
    {
        writer.Advance(Input, done.ToString(CultureInfo.InvariantCulture));
        writer.Commit();
    }

    // Numbered tables by their last number: counting a million rows would take longer than what is measured.
    private static Dictionary<string, long> Last(RecordArchive archive)
    {
        using ArchiveConnection connection = archive.Connect();
        return Numbered.ToDictionary(table => table, table => connection.Number($"SELECT COALESCE(MAX(id), 0) FROM {table}"), StringComparer.Ordinal);
    }

    private static long Rows(RecordArchive archive, Dictionary<string, long> before)
    {
        using ArchiveConnection connection = archive.Connect();
        return Last(archive).Sum(table => table.Value - before[table.Key])
            + OfEvents.Sum(table => connection.Number($"SELECT COUNT(*) FROM {table} WHERE event > @event", ("@event", before["events"])));
    }
}
