using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive.Reading;

namespace Readout.Archive.Watches.Making;

/// <summary>How the indexes of the relations of a question stand, what moved in them and why. Safe to call from every thread.</summary>
internal sealed class IndexSection(RecordArchive archive, Func<RelationQuestion, RelationReport> answer)
{
    private const int MostWhy = 4;

    /// <summary>The reports of a question's relations by week, up to a day.</summary>
    public ImmutableArray<RelationReport> Reports(WatchQuestion question, DateOnly day) =>
        [.. question.Relations.Select(pair => answer(new RelationQuestion(pair, PeriodKind.Week, null, day, day)))];

    /// <summary>The index of each relation against how it stood.</summary>
    /// <param name="reports">The reports of the relations.</param>
    /// <param name="before">How they stood.</param>
    /// <param name="day">The day.</param>
    /// <param name="happened">What the brief says happened, by which a move without a mark is explained.</param>
    public ImmutableArray<BriefIndex> Read(
        ImmutableArray<RelationReport> reports, ImmutableArray<IndexReading> before, DateOnly day, ImmutableArray<BriefGroup> happened) =>
        [.. reports.Select(report => Read(report, before, day, happened))];

    /// <summary>How the relations of some reports stand.</summary>
    public static ImmutableArray<IndexReading> Readings(ImmutableArray<RelationReport> reports, DateOnly day) => [.. reports.Select(report => IndexReading.Of(report, day))];

    /// <summary>How the relation of a reading stood before, or null.</summary>
    public static IndexReading? Earlier(ImmutableArray<IndexReading> before, IndexReading now) =>
        before.FirstOrDefault(reading => reading.First == now.First && reading.Second == now.Second);

    private BriefIndex Read(RelationReport report, ImmutableArray<IndexReading> before, DateOnly day, ImmutableArray<BriefGroup> happened)
    {
        IndexReading now = IndexReading.Of(report, day);
        IndexReading? earlier = Earlier(before, now);
        ImmutableArray<IndexMove> moves = IndexMove.Between(earlier, now);
        return new BriefIndex(CodeNames.Of(now.First, now.Second), earlier, now, moves, moves.IsEmpty ? [] : Why(report, moves, now, happened));
    }

    private ImmutableArray<BriefLine> Why(RelationReport report, ImmutableArray<IndexMove> moves, IndexReading now, ImmutableArray<BriefGroup> happened)
    {
        long[] movers = [.. moves.Where(move => move.Mark is not null).SelectMany(move => IndexReading.Movers(report.Index, move.Mark!)).Distinct()];
        string[] keys = [.. movers.Where(report.Accounts.ContainsKey).Select(id => report.Accounts[id].Key).Take(MostWhy)];
        if (keys.Length == 0)
        {
            return [.. happened.Where(group => group.First == now.First && group.Second == now.Second).SelectMany(group => group.Lines).Where(line => line.Status == "actual").Take(MostWhy)];
        }

        Dictionary<string, int> reports = report.Accounts.Values.GroupBy(account => account.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Reports, StringComparer.Ordinal);
        return [.. archive.Events.Read(new EventQuery { Keys = [.. keys] }).DistinctBy(kept => kept.Key).OrderBy(kept => kept.Day).Select(kept => BriefLines.Of(kept, reports.GetValueOrDefault(kept.Key, 1)))];
    }
}
