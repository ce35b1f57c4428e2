using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.ThawFreeze;
using Readout.Coding.Record;

namespace Readout.Desk.Relation;

/// <summary>The steps of a series as the desk shows them.</summary>
internal static class RelationPoints
{
    public static RelationPoint Of(SeriesPoint point, IndexPoint? index, PeriodKind by, bool turned) => new()
    {
        Period = by.Label(point.From),
        From = point.From,
        To = point.To,
        State = point.State.ToString().ToLowerInvariant(),
        Happenings = point.Count,
        Quads = new QuadCounts(point.CountOf(QuadClass.VerbalCooperation), point.CountOf(QuadClass.MaterialCooperation), point.CountOf(QuadClass.VerbalConflict), point.CountOf(QuadClass.MaterialConflict)),
        Acts = turned ? new ActCounts(point.Directions[1], point.Directions[0], point.Directions[2]) : new ActCounts(point.Directions[0], point.Directions[1], point.Directions[2]),
        Plover = Sum(point.Plover),
        Goldstein = Sum(point.Goldstein),
        Contacts = new ContactCounts(point.ContactCount, Contacts(point, ContactLevel.Leader), Contacts(point, ContactLevel.Minister), Contacts(point, ContactLevel.Official),
            Contacts(point, ContactLevel.Expert), Contacts(point, ContactLevel.Unknown), Rounded(point.ContactRate)),
        Index = index is { } value ? new IndexValue(value.Value, value.Low, value.High, value.Regime, value.Temperature.ToString().ToLowerInvariant()) : null,
    };

    private static ScoreSum Sum(ScoreTotal total) => new(total.Count, total.Sum, total.Mean is { } mean ? Rounded(mean) : null);

    private static int Contacts(SeriesPoint point, ContactLevel level) => point.Contacts[(int)level];

    private static double Rounded(double value) => Math.Round(value, 3, MidpointRounding.AwayFromZero);
}

/// <summary>The index with its turning points as the desk shows them.</summary>
internal static class RelationIndexModel
{
    public static RelationIndex Of(RelationReport report, HappeningLines lines)
    {
        ThawFreezeIndex index = report.Index;
        if (index.Unresolved is { } reason) return new RelationIndex { Unresolved = reason, Turns = Numbered(index.Surges.Select(one => Surge(one, lines))) };
        return new RelationIndex
        {
            LongRun = index.LongRun,
            EventSpread = index.EventSpread,
            PeriodSpread = index.PeriodSpread,
            Turns = Numbered(index.Breaks.Select(one => Break(one, lines)).Concat(index.Shocks.Select(one => Shock(one, lines))).Concat(index.Surges.Select(one => Surge(one, lines)))),
        };
    }

    private static ImmutableArray<TurningPoint> Numbered(IEnumerable<TurningPoint> turns) =>
        [.. turns.OrderBy(one => one.From).ThenBy(one => one.Kind, StringComparer.Ordinal).Select((one, i) => one with { Number = i + 1 })];

    private static TurningPoint Break(ChangePoint one, HappeningLines lines) => new()
    {
        Number = 0,
        Kind = one.IsThaw ? "thaw" : "freeze",
        From = one.From,
        Earliest = one.Earliest,
        Latest = one.Latest,
        Before = one.Before,
        After = one.After,
        Strength = one.Strength,
        Happenings = lines.Of(one.Movers),
    };

    private static TurningPoint Shock(Shock one, HappeningLines lines) =>
        new() { Number = 0, Kind = "shock", From = one.From, Before = one.Level, After = one.Value, Happenings = lines.Of(one.Movers) };

    private static TurningPoint Surge(Surge one, HappeningLines lines) =>
        new() { Number = 0, Kind = "surge", From = one.From, Quad = one.Kind, Count = one.Count, Usual = one.Usual, Happenings = lines.Of(one.Movers) };
}
