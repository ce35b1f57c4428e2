using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Analysis.Relations;

/// <summary>A relation over time: one point for every period from the first to the last, gaps included. Immutable.</summary>
public sealed record RelationSeries
{
    /// <summary>Whose relation.</summary>
    public required RelationPair Pair { get; init; }

    /// <summary>How long the steps are.</summary>
    public required PeriodKind Kind { get; init; }

    /// <summary>The periods, in order and without holes; empty where nothing is known of the pair and no range was asked for.</summary>
    public required ImmutableArray<SeriesPoint> Points { get; init; }

    /// <summary>The happenings counted, each once, by day and then number.</summary>
    public required ImmutableArray<RelationEvent> Events { get; init; }

    /// <summary>Happenings without any day, which are in no period.</summary>
    public required int Undated { get; init; }

    /// <summary>Builds the series of all that is known of a pair.</summary>
    /// <param name="pair">Whose relation.</param>
    /// <param name="history">Its happenings; of several with one number the first by day counts.</param>
    /// <param name="kind">How long the steps are.</param>
    /// <param name="from">First day; the first happening's where null. What lies before it is left out.</param>
    /// <param name="to">Last day, inclusive; the last happening's where null.</param>
    public static RelationSeries Of(RelationPair pair, RelationHistory history, PeriodKind kind, DateOnly? from = null, DateOnly? to = null)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(history);
        ImmutableArray<RelationEvent> events = Once(history.Events, from, to);
        return new RelationSeries { Pair = pair, Kind = kind, Events = events, Points = PointsOf(events, kind, from, to), Undated = history.Undated };
    }

    /// <summary>The series with its gaps told apart: where nothing was read the archive cannot say that nothing happened.</summary>
    /// <param name="hasRead">Whether any article published between two days, inclusive, was read.</param>
    public RelationSeries WithGaps(Func<DateOnly, DateOnly, bool> hasRead)
    {
        ArgumentNullException.ThrowIfNull(hasRead);
        return this with
        {
            Points = [.. Points.Select(point => point.State == PeriodState.Quiet && !hasRead(point.From, point.To) ? point with { State = PeriodState.Unread } : point)],
        };
    }

    /// <summary>The part between two days, whole periods; null leaves an end open.</summary>
    public RelationSeries Between(DateOnly? from, DateOnly? to) => this with
    {
        Points = [.. Points.Where(point => (from is null || point.To >= from) && (to is null || point.From <= to))],
        Events = [.. Events.Where(one => (from is null || one.Day >= from) && (to is null || one.Day <= to))],
    };

    // By day and number; of those with one number the first.
    private static ImmutableArray<RelationEvent> Once(ImmutableArray<RelationEvent> events, DateOnly? from, DateOnly? to)
    {
        RelationEvent[] sorted = from is null && to is null ? [.. events] : [.. events.Where(one => (from is null || one.Day >= from) && (to is null || one.Day <= to))];
        Sort(sorted);
        ImmutableArray<RelationEvent>.Builder kept = ImmutableArray.CreateBuilder<RelationEvent>(sorted.Length);
        HashSet<long> seen = new(sorted.Length);
        foreach (RelationEvent one in sorted)
        {
            if (seen.Add(one.Id)) kept.Add(one);
            else if (kept[^1].Id == one.Id && Compare(one, kept[^1]) < 0) kept[^1] = one;
        }

        return kept.DrainToImmutable();
    }

    private static void Sort(RelationEvent[] events)
    {
        const int bits = 40;
        if (events.All(one => one.Id is >= 0 and < 1L << bits)) Array.Sort([.. events.Select(one => ((long)one.Day.DayNumber << bits) | one.Id)], events);
        else Array.Sort([.. events.Select(one => (one.Day.DayNumber, one.Id))], events);
    }

    private static int Compare(RelationEvent one, RelationEvent other)
    {
        int order = one.Day.CompareTo(other.Day);
        if (order == 0) order = one.Id.CompareTo(other.Id);
        if (order == 0) order = one.Type.CompareTo(other.Type);
        if (order == 0) order = one.PloverTenths.CompareTo(other.PloverTenths);
        if (order == 0) order = one.Direction.CompareTo(other.Direction);
        return order == 0 ? other.Level.CompareTo(one.Level) : order;
    }

    private static ImmutableArray<SeriesPoint> PointsOf(ImmutableArray<RelationEvent> events, PeriodKind kind, DateOnly? from, DateOnly? to)
    {
        if (events.IsEmpty && (from is null || to is null)) return [];
        DateOnly first = kind.StartOf(from ?? events[0].Day);
        DateOnly last = kind.StartOf(to ?? events[^1].Day);
        PeriodTally[] tallies = new PeriodTally[Math.Max(0, kind.IndexOf(first, last) + 1)];
        DateOnly start = first;
        for (int i = 0; i < tallies.Length; i++)
        {
            DateOnly next = kind.Next(start);
            tallies[i] = new PeriodTally(start, next.AddDays(-1));
            start = next;
        }

        foreach (RelationEvent one in events) tallies[kind.IndexOf(first, one.Day)].Add(one);
        return [.. tallies.Select(tally => tally.ToPoint())];
    }

    private sealed class PeriodTally(DateOnly from, DateOnly to)
    {
        private readonly int[] _quads = new int[4];
        private readonly int[] _directions = new int[3];
        private readonly int[] _contacts = new int[5];
        private int _count;
        private long _plover;
        private long _squares;
        private int _goldsteins;
        private long _goldstein;

        public void Add(RelationEvent one)
        {
            _count++;
            _quads[(int)one.Type.Quad()]++;
            _directions[(int)one.Direction - 1]++;
            if (one.Type == EventType.Consult) _contacts[(int)one.Level]++;
            _plover += one.PloverTenths;
            _squares += (long)one.PloverTenths * one.PloverTenths;
            if (one.GoldsteinTenths is not { } goldstein) return;
            _goldsteins++;
            _goldstein += goldstein;
        }

        public SeriesPoint ToPoint() => new()
        {
            From = from,
            To = to,
            State = _count > 0 ? PeriodState.Observed : PeriodState.Quiet,
            Count = _count,
            Quads = [.. _quads],
            Directions = [.. _directions],
            Plover = new ScoreTotal(_count, _plover),
            PloverSquares = _squares,
            Goldstein = new ScoreTotal(_goldsteins, _goldstein),
            Contacts = [.. _contacts],
        };
    }
}
