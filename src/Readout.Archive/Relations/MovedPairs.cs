using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Readout.Analysis.Relations;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Relations;

/// <summary>Counts the happenings of all pairs over the last days and the days before them. For one thread.</summary>
internal sealed class MovedPairs(DateOnly recent, DateOnly first, DateOnly last)
{
    private const string Counted = "SELECT counted, low, high, COALESCE(happening * 2 + 1, event * 2) FROM dyads WHERE counted >= @first AND counted < @after ORDER BY counted, low, high";
    private readonly Dictionary<(string Low, string High), Tally> _pairs = [];
    private readonly HashSet<(Tally Pair, long Happening)> _seen = [];

    /// <summary>Every pair with happenings in these days, in no order.</summary>
    public IEnumerable<RelationMove> Read(ArchiveConnection connection)
    {
        connection.Query(Counted, row => Add(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3)),
            ("@first", CountedEvent.FirstOf(first)), ("@after", CountedEvent.FirstOf(last.AddDays(1))));
        return _pairs.Select(pair => new RelationMove(RelationPair.Of(pair.Key.Low, pair.Key.High), Period(recent, last, pair.Value.Recent), Period(first, recent.AddDays(-1), pair.Value.Before)));
    }

    // Rows come by day: of several reports of a happening the first counts.
    private bool Add(long counted, string low, string high, long id)
    {
        ref Tally? pair = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, (low, high), out _);
        pair ??= new Tally();
        if (!_seen.Add((pair, id))) return false;
        RelationEvent one = CountedEvent.Unpack(id, counted);
        Counts counts = one.Day >= recent ? pair.Recent : pair.Before;
        counts.Happenings++;
        counts.Tenths += one.PloverTenths;
        counts.Quads[(int)one.Type.Quad()]++;
        return true;
    }

    private static MovePeriod Period(DateOnly from, DateOnly to, Counts counts) => new(from, to, new ScoreTotal(counts.Happenings, counts.Tenths), ImmutableArray.Create(counts.Quads));

    private sealed class Tally
    {
        public Counts Recent { get; } = new();

        public Counts Before { get; } = new();
    }

    private sealed class Counts
    {
        public int Happenings { get; set; }

        public long Tenths { get; set; }

        public int[] Quads { get; } = new int[4];
    }
}
