using System.Collections.Immutable;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Relations;

/// <summary>The rules by which reports become happenings of a relation.</summary>
public static class RelationReports
{
    /// <summary>
    /// Who acts, where a report tells of something between the two sides; null where it does not. Bodies and persons stand for
    /// the state whose code they have, rebels (sector REB) for none. Where nobody is acted upon, several who act are taken to act
    /// together on something else, but for the types that are done with one another.
    /// </summary>
    public static Direction? DirectionOf(Report report, RelationPair pair)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(pair);
        bool firstActs = Has(report.Actors, pair.First);
        bool secondActs = Has(report.Actors, pair.Second);
        bool onSecond = firstActs && Has(report.Recipients, pair.Second);
        bool onFirst = secondActs && Has(report.Recipients, pair.First);
        if (onFirst && onSecond) return Direction.Both;
        if (onSecond) return Direction.FirstActs;
        if (onFirst) return Direction.SecondActs;
        return firstActs && secondActs && report.Recipients.IsEmpty && IsDoneTogether(report.Type) ? Direction.Both : null;
    }

    /// <summary>
    /// The day that a report's deed is counted on: the last day of its date, but no later than publication; the first where the
    /// last is open; the day of publication where the text gives no date; null where there is none either.
    /// </summary>
    public static DateOnly? DayOf(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        DateOnly? day = report.To ?? report.From ?? report.Published;
        return day > report.Published ? report.From > report.Published ? report.From : report.Published : day;
    }

    /// <summary>The history of a pair by reports and the number of the happening that each belongs to.</summary>
    /// <param name="reports">Reports of any pairs; of those of one happening the first by publication, article and key tells it, at the highest level that any gives.</param>
    /// <param name="pair">Whose relation.</param>
    public static RelationHistory History(IEnumerable<(Report Report, long Happening)> reports, RelationPair pair)
    {
        ArgumentNullException.ThrowIfNull(reports);
        int undated = 0;
        ImmutableArray<RelationEvent>.Builder events = ImmutableArray.CreateBuilder<RelationEvent>();
        foreach (IGrouping<long, Report> happening in reports
            .Where(one => one.Report.Status == EventStatus.Actual && DirectionOf(one.Report, pair) is not null)
            .GroupBy(one => one.Happening, one => one.Report).OrderBy(group => group.Key))
        {
            Report teller = happening.OrderBy(one => one.Published ?? DateOnly.MaxValue)
                .ThenBy(one => one.Article, StringComparer.Ordinal).ThenBy(one => one.Key, StringComparer.Ordinal).First();
            if (DayOf(teller) is not { } day) undated++;
            else events.Add(Of(happening.Key, teller, day, DirectionOf(teller, pair)!.Value, happening.Max(ContactLevels.Of)));
        }

        return new RelationHistory(events.ToImmutable(), undated);
    }

    private static RelationEvent Of(long id, Report report, DateOnly day, Direction direction, ContactLevel level) => new(
        id, day, report.Type, direction, RelationEvent.Tenths(report.PloverScore),
        report.Goldstein is { } goldstein ? RelationEvent.Tenths(goldstein) : null, level);

    private static bool Has(ImmutableArray<Party> parties, string code)
    {
        foreach (Party party in parties)
        {
            if (party.Sector != "REB" && string.Equals(party.Code, code, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    // PLOVER puts all parties of a reciprocal event among the actors (manual of 2021, chapter 2).
    private static bool IsDoneTogether(EventType type) =>
        type is EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede or EventType.Cooperate or EventType.Retreat or EventType.Assault;
}
