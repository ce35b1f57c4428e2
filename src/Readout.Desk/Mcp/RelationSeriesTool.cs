using System.Collections.Immutable;
using System.ComponentModel;
using ModelContextProtocol;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.ThawFreeze;
using Readout.Archive.Reading;
using Readout.Coding.Record;

namespace Readout.Desk.Mcp;

/// <summary>The tool <c>relation_series</c>.</summary>
internal sealed class RelationSeriesTool(Sources sources)
{
    private const int MostPoints = 200;
    private const int MostTurns = 12;
    private const int MostMovers = 4;

    /// <summary>A relation over time. Immutable.</summary>
    internal sealed record Answer
    {
        [Description("Code and name of the first side.")]
        public required string First { get; init; }

        [Description("Code and name of the second side.")]
        public required string Second { get; init; }

        [Description("day, week or month.")]
        public required string By { get; init; }

        [Description("The periods, oldest first.")]
        public required ImmutableArray<Point> Points { get; init; }

        [Description("How many older periods were left out for length.")]
        public required int LeftOut { get; init; }

        [Description("Why there is no index, or null where there is one.")]
        public string? IndexUnresolved { get; init; }

        [Description("Breaks, shocks and surges, the newest first, with the happenings behind them.")]
        public required ImmutableArray<Turn> Turns { get; init; }

        [Description("The relation on the desk.")]
        public required string Link { get; init; }
    }

    /// <summary>A period of a relation. Immutable.</summary>
    internal sealed record Point(
        [property: Description("First day.")] DateOnly From,
        [property: Description("Last day.")] DateOnly To,
        [property: Description("observed; quiet: articles were read and told of nothing; unread: no article of these days was read.")] string State,
        int Happenings, int Cooperation, int Conflict, int Contacts,
        [property: Description("Thaw-freeze index: points above (warmer) or below (colder) the long run; null where there is none.")] double? Index,
        [property: Description("warmer, usual, colder, or null: whether the band of the index lies clear of the long run.")] string? Temperature);

    /// <summary>Where a relation turned. Immutable.</summary>
    internal sealed record Turn(
        [property: Description("thaw, freeze, shock or surge.")] string Kind,
        [property: Description("First day of the period.")] DateOnly From,
        double Before, double After, ImmutableArray<ToldEvent> Happenings);

    public Answer Read(
        [Description("One side: a code (USA) or the name of a state or body.")] string one,
        [Description("The other side.")] string other,
        [Description("How long the periods are: day, week or month.")] string by = "month",
        [Description("First day shown, YYYY-MM-DD.")] string? from = null,
        [Description("Last day shown, YYYY-MM-DD.")] string? to = null) => Sources.Answer(() =>
        {
            string first = sources.Code(one, nameof(one));
            string second = sources.Code(other, nameof(other));
            if (first == second) throw new McpException($"both sides are {first}; a relation needs two");
            PeriodKind kind = Sources.Among<PeriodKind>(by, nameof(by), value => value.ToString().ToLowerInvariant());
            (DateOnly? start, DateOnly? end) = (Sources.Day(from, nameof(from)), Sources.Day(to, nameof(to)));
            if (start > end) throw new McpException("from lies after to");
            RelationPair pair = RelationPair.Of(first, second);
            return Told(RelationReport.Of(sources.Archive.Relations, new RelationQuestion(pair, kind, start, end, end ?? sources.Today)));
        });

    private Answer Told(RelationReport report)
    {
        RelationPair pair = report.Question.Pair;
        ImmutableArray<SeriesPoint> points = report.Series.Points;
        int left = Math.Max(0, points.Length - MostPoints);
        return new Answer
        {
            First = sources.Named(pair.First),
            Second = sources.Named(pair.Second),
            By = report.Question.By.ToString().ToLowerInvariant(),
            Points = [.. Enumerable.Range(left, points.Length - left).Select(i => Told(points[i], report.Index.Points.IsEmpty ? null : report.Index.Points[i]))],
            LeftOut = left,
            IndexUnresolved = report.Index.Unresolved,
            Turns = Turns(report),
            Link = sources.Link($"/relation/{pair.First}/{pair.Second}"),
        };
    }

    private static Point Told(SeriesPoint point, IndexPoint? index) => new(
        point.From, point.To, point.State.ToString().ToLowerInvariant(), point.Count,
        point.CountOf(QuadClass.VerbalCooperation) + point.CountOf(QuadClass.MaterialCooperation), point.CountOf(QuadClass.VerbalConflict) + point.CountOf(QuadClass.MaterialConflict),
        point.ContactCount, index is { } value ? Math.Round(value.Value, 2) : null, index?.Temperature.ToString().ToLowerInvariant());

    private ImmutableArray<Turn> Turns(RelationReport report)
    {
        (string Kind, DateOnly From, double Before, double After, ImmutableArray<long> Movers)[] turns =
        [
            .. report.Index.Breaks.Select(one => (one.IsThaw ? "thaw" : "freeze", one.From, one.Before, one.After, one.Movers))
                .Concat(report.Index.Shocks.Select(one => ("shock", one.From, one.Level, one.Value, one.Movers)))
                .Concat(report.Index.Surges.Select(one => ("surge", one.From, (double)one.Usual, (double)one.Count, one.Movers)))
                .OrderByDescending(turn => turn.From).Take(MostTurns),
        ];
        string[] keys = [.. turns.SelectMany(turn => turn.Movers.Take(MostMovers)).Where(report.Accounts.ContainsKey).Select(mover => report.Accounts[mover].Key).Distinct()];
        Dictionary<string, KeptEvent> events = keys.Length == 0 ? [] : sources.Archive.Events.Read(new EventQuery { Keys = [.. keys], Limit = keys.Length * 2 })
            .GroupBy(kept => kept.Key).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return
        [
            .. turns.Select(turn => new Turn(turn.Kind, turn.From, Math.Round(turn.Before, 2), Math.Round(turn.After, 2),
            [
                .. turn.Movers.Take(MostMovers).Where(report.Accounts.ContainsKey).Select(mover => report.Accounts[mover].Key).Where(events.ContainsKey)
                    .Select(key => ToldEvent.Of(events[key], sources)),
            ])),
        ];
    }
}
