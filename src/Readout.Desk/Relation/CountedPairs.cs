using System.Collections.Concurrent;
using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Archive;

namespace Readout.Desk.Relation;

/// <summary>
/// The histories of the pairs asked for last, with the series and indexes that were made of them. A pair's stay until its happenings change, whatever else is
/// written, so that an ingest does not have every page count anew. Safe to call from every thread.
/// </summary>
internal sealed class CountedPairs(RecordArchive archive)
{
    private const int MostPairs = 8;
    private readonly Lock _lock = new();

    // That which was asked for last is at the end.
    private readonly List<CountedPair> _pairs = [];

    /// <summary>A pair as the archive has it now.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public CountedPair Of(RelationPair pair)
    {
        string print = archive.Relations.Print(pair);
        ImmutableArray<DateOnly> days = archive.Relations.ReadDays();
        if (Known(pair) is { } known && known.Print == print && known.ReadDays == days) return known;
        CountedPair read = new(pair, print, days, archive.Relations.Read(pair));
        lock (_lock)
        {
            _pairs.RemoveAll(one => one.Pair == pair);
            if (_pairs.Count == MostPairs) _pairs.RemoveAt(0);
            _pairs.Add(read);
        }

        return read;
    }

    /// <summary>Answers a question without its meetings.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public RelationReport Answer(RelationQuestion question) => Described(Of(question.Pair).Report(question));

    /// <summary>A report with what tells the happenings behind its marks.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public RelationReport Described(RelationReport report) => report with { Accounts = archive.Relations.Describe(report.Movers).ToImmutableDictionary(account => account.Id) };

    private CountedPair? Known(RelationPair pair)
    {
        lock (_lock)
        {
            if (_pairs.Find(one => one.Pair == pair) is not { } known) return null;
            _pairs.Remove(known);
            _pairs.Add(known);
            return known;
        }
    }
}

/// <summary>What happened between two sides, with what was counted of it so far. Safe to call from every thread.</summary>
/// <param name="pair">The two.</param>
/// <param name="print">What the archive's history of them stood at.</param>
/// <param name="readDays">The days of which anything was read.</param>
/// <param name="history">Their history.</param>
internal sealed class CountedPair(RelationPair pair, string print, ImmutableArray<DateOnly> readDays, RelationHistory history)
{
    private const int MostReports = 4;
    private readonly ConcurrentDictionary<(PeriodKind, DateOnly?, DateOnly?), RelationReport> _reports = [];

    public RelationPair Pair { get; } = pair;

    public string Print { get; } = print;

    public ImmutableArray<DateOnly> ReadDays { get; } = readDays;

    /// <summary>The first day of which any news was read, or null.</summary>
    public DateOnly? FirstRead => ReadDays.IsEmpty ? null : ReadDays[0];

    public bool IsEmpty => history.Events.IsEmpty;

    public int Undated => history.Undated;

    /// <summary>First day on which anything happened between them; where something did.</summary>
    public DateOnly First { get; } = history.Events.IsEmpty ? default : history.Events.Min(one => one.Day);

    /// <summary>Last day.</summary>
    public DateOnly Last { get; } = history.Events.IsEmpty ? default : history.Events.Max(one => one.Day);

    /// <summary>Series and index, without what tells the happenings and without meetings.</summary>
    public RelationReport Report(RelationQuestion question)
    {
        (PeriodKind, DateOnly?, DateOnly?) key = (question.By, question.From, question.To);
        if (_reports.TryGetValue(key, out RelationReport? known)) return known with { Question = question };
        RelationReport report = RelationReport.Counted(history, HasRead, question);
        if (_reports.Count >= MostReports) _reports.Clear();
        _reports[key] = report;
        return report;
    }

    private bool HasRead(DateOnly from, DateOnly to)
    {
        int at = ReadDays.BinarySearch(from);
        if (at < 0) at = ~at;
        return at < ReadDays.Length && ReadDays[at] <= to;
    }
}
