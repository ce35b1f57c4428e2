using System.Diagnostics;
using System.Globalization;
using Readout.Archive;
using Readout.Archive.Status;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Bench.Archives;

/// <summary>Records a second into an archive, against the floor of the same run.</summary>
internal static class ArchiveRate
{
    private const int Articles = 10_000;

    public static int Run(string file, string? place, TextWriter output)
    {
        SyntheticRecords records = new(file);
        string folder = Directory.CreateTempSubdirectory("readout-bench-").FullName;
        try
        {
            double rowFloor = ArchiveFloor.Rows(folder);
            double wordFloor = ArchiveFloor.Words(folder, Enumerable.Range(0, records.Real).Select(number => records[number]));
            using RecordArchive archive = RecordArchive.Open(ArchiveLocation.Parse(place ?? Path.Combine(folder, "archive.db")), create: true);
            double making = Making(records);
            Stopwatch clock = Stopwatch.StartNew();
            ProcessorWatch watch = new();
            using (ArchiveWriter writer = archive.BeginWriting())
            {
                for (int i = 0; i < Articles; i++)
                {
                    writer.Keep(records[i]);
                    if (i % 256 == 255) writer.Commit();
                }

                writer.Commit();
            }

            double seconds = watch.Seconds - making;
            double elapsed = clock.Elapsed.TotalSeconds;
            (long rows, long sentences) = Count(archive);
            double floor = rows / rowFloor + sentences / wordFloor;
            ArchiveStatus status = ArchiveStatus.Of(archive);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"floor: {rowFloor:#,0} plain rows and {wordFloor:#,0} sentences into FTS5 a second of processor time"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"archive: {Articles / seconds:#,0} articles and {(rows + sentences) / seconds:#,0} rows a second of processor time, {Articles / elapsed:#,0} articles/s by the clock ({rows / (double)Articles:0.0} rows and {sentences / (double)Articles:0.0} sentences of full text an article)"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time over the floor's for the same rows: {seconds / floor:0.00}; {status.Size / (double)Articles / 1000:0.0} kB an article"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the making of the records themselves takes.</summary>
    private static double Making(SyntheticRecords records)
    {
        ProcessorWatch watch = new();
        long events = 0;
        for (int i = 0; i < Articles; i++) events += records[i].Events.Length;
        GC.KeepAlive(events);
        return watch.Seconds;
    }

    private static (long Rows, long Sentences) Count(RecordArchive archive)
    {
        using ArchiveConnection connection = archive.Connect();
        long rows = connection.Dialect.Tables(connection).Sum(table => connection.Number($"SELECT COUNT(*) FROM {table.Shape.Name}"));
        return (rows, connection.Number("SELECT COUNT(*) FROM sentences"));
    }
}
