using System.Diagnostics;
using System.Globalization;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.ThawFreeze;
using Readout.Archive;

namespace Readout.Bench.Relations;

/// <summary>How long a relation of an archive takes to read, to count and to index.</summary>
internal static class RelationSpeed
{
    private const int Rounds = 15;

    public static int Run(string location, string one, string other, TextWriter output)
    {
        using RecordArchive archive = RecordArchive.Open(ArchiveLocation.Find(location), create: false);
        RelationPair pair = RelationPair.Of(one, other);
        RelationQuestion question = new(pair, PeriodKind.Month, null, null, new DateOnly(2100, 1, 1));
        RelationHistory history = archive.Relations.Read(pair);
        RelationSeries series = RelationSeries.Of(pair, history, PeriodKind.Month);
        output.WriteLine($"{pair}: {history.Events.Length} happenings, {series.Points.Length} months");
        output.WriteLine($"read    {Timed(() => archive.Relations.Read(pair))}");
        output.WriteLine($"series  {Timed(() => RelationSeries.Of(pair, history, PeriodKind.Month))}");
        output.WriteLine($"index   {Timed(() => ThawFreezeIndex.Of(series))}");
        output.WriteLine($"whole   {Timed(() => RelationReport.Of(archive.Relations, question))}");
        return 0;
    }

    /// <summary>Median and least time by the clock, and processor time a round, which a busy machine does not lengthen much.</summary>
    private static string Timed(Action work)
    {
        double[] times = new double[Rounds];
        work();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < Rounds; i++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        double processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Rounds;
        return string.Create(CultureInfo.InvariantCulture, $"{times.Order().ElementAt(Rounds / 2),8:0.0} ms, least {times.Min():0.0} ms, processor {processor:0.0} ms");
    }
}
