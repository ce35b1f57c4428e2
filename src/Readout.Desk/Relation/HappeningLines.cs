using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Archive;
using Readout.Archive.Relations;
using Readout.Coding.Record;
using Readout.Desk.Layout;

namespace Readout.Desk.Relation;

/// <summary>The happenings that a relation's page names, read at one go: those behind turning points, those of note, the last contact of each level. For one thread.</summary>
internal sealed class HappeningLines
{
    private const int MostNotable = 24;
    private const int MostOfAPeriod = 2;
    private readonly RelationReport _report;
    private readonly ImmutableArray<RelationEvent> _notable;
    private readonly ImmutableArray<(ContactLevel Level, int Count, long? Last)> _contacts;
    private readonly Dictionary<long, (int Reports, EventLineModel Event)> _lines;

    public HappeningLines(RecordArchive archive, RelationReport report)
    {
        _report = report;
        _notable = Outstanding();
        _contacts = LastContacts();
        IEnumerable<long> wanted = _notable.Select(one => one.Id).Concat(_contacts.Where(one => one.Last is not null).Select(one => one.Last!.Value));
        _lines = archive.Relations.Tell([.. report.Movers.Concat(wanted).Distinct()]).ToDictionary(told => told.Id, Line);
    }

    /// <summary>The lines of some happenings; those that are gone meanwhile are left out.</summary>
    public ImmutableArray<EventLineModel> Of(ImmutableArray<long> ids) => [.. ids.Where(_lines.ContainsKey).Select(id => _lines[id].Event)];

    /// <summary>The happenings of note, by day.</summary>
    public ImmutableArray<ChartHappening> Notable() =>
    [
        .. _notable.Where(one => _lines.ContainsKey(one.Id)).OrderBy(one => one.Day).ThenBy(one => one.Id)
            .Select(one => new ChartHappening(one.PloverTenths / 10.0, _lines[one.Id].Reports, _lines[one.Id].Event)),
    ];

    /// <summary>Contacts by level, the highest first.</summary>
    public ImmutableArray<LevelOfContact> Contacts() =>
        [.. _contacts.Select(one => new LevelOfContact(one.Level.Spelt(), one.Count, one.Last is { } id && _lines.TryGetValue(id, out var line) ? line.Event : null))];

    private static (int, EventLineModel) Line(ToldHappening told) => (told.Reports, EventLineModel.Of(told.Event) with { Day = told.Day });

    // The strongest of all, the newest first, but few of one step, so that a war does not leave the peace before it blank.
    private ImmutableArray<RelationEvent> Outstanding()
    {
        Dictionary<int, int> taken = [];
        DateOnly origin = _report.Series.Points.IsEmpty ? default : _report.Series.Points[0].From;
        ImmutableArray<RelationEvent>.Builder chosen = ImmutableArray.CreateBuilder<RelationEvent>(MostNotable);
        foreach (RelationEvent one in ByStrength())
        {
            int period = _report.Question.By.IndexOf(origin, one.Day);
            int count = taken.GetValueOrDefault(period);
            if (count == MostOfAPeriod) continue;
            taken[period] = count + 1;
            chosen.Add(one);
            if (chosen.Count == MostNotable) break;
        }

        return chosen.ToImmutable();
    }

    // The series has them by day and number. Scores are few, and most of what is weaker than the strongest need not be put in order.
    private IEnumerable<RelationEvent> ByStrength() =>
        _report.Series.Events.GroupBy(one => Math.Abs(one.PloverTenths)).OrderByDescending(strength => strength.Key).SelectMany(strength => strength.OrderByDescending(one => one.Day));

    private ImmutableArray<(ContactLevel, int, long?)> LastContacts()
    {
        int[] counts = new int[5];
        long?[] last = new long?[5];
        foreach (RelationEvent one in _report.Series.Events)
        {
            if (one.Type != EventType.Consult) continue;
            counts[(int)one.Level]++;
            last[(int)one.Level] = one.Id;
        }

        return [.. Enum.GetValues<ContactLevel>().Reverse().Where(level => counts[(int)level] > 0).Select(level => (level, counts[(int)level], last[(int)level]))];
    }
}
