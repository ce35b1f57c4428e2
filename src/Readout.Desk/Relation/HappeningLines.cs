using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Layout;

namespace Readout.Desk.Relation;

/// <summary>The happenings that a relation's page names, read at one go: those behind turning points, those of note, the last contact of each level. For one thread.</summary>
internal sealed class HappeningLines
{
    private const int MostOfAPeriod = 2;
    private readonly RelationReport _report;
    private readonly ImmutableArray<RelationEvent> _notable;
    private readonly ImmutableArray<(ContactLevel Level, int Count, long? Last)> _contacts;
    private readonly Dictionary<long, (RelationAccount Account, EventLineModel Event)> _lines = [];

    public HappeningLines(RecordArchive archive, RelationReport report)
    {
        _report = report;
        _notable = Outstanding();
        _contacts = LastContacts();
        IEnumerable<long> wanted = _notable.Select(one => one.Id).Concat(_contacts.Where(one => one.Last is not null).Select(one => one.Last!.Value));
        long[] missing = [.. wanted.Distinct().Where(id => !report.Accounts.ContainsKey(id))];
        Dictionary<string, RelationAccount> accounts = report.Accounts.Values.Concat(archive.Relations.Describe(missing)).GroupBy(one => one.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        if (accounts.Count == 0) return;
        foreach (KeptEvent kept in archive.Events.Read(new EventQuery { Keys = [.. accounts.Keys.Order(StringComparer.Ordinal)] }))
        {
            RelationAccount account = accounts[kept.Key];
            _lines[account.Id] = (account, EventLineModel.Of(kept) with { Day = account.Day });
        }
    }

    /// <summary>The lines of some happenings; those that are gone meanwhile are left out.</summary>
    public ImmutableArray<EventLineModel> Of(ImmutableArray<long> ids) => [.. ids.Where(_lines.ContainsKey).Select(id => _lines[id].Event)];

    /// <summary>The happenings of note, by day.</summary>
    public ImmutableArray<ChartHappening> Notable(int most) =>
    [
        .. _notable.Take(most).Where(one => _lines.ContainsKey(one.Id)).OrderBy(one => one.Day).ThenBy(one => one.Id)
            .Select(one => new ChartHappening(one.PloverTenths / 10.0, _lines[one.Id].Account.Reports, _lines[one.Id].Event)),
    ];

    /// <summary>Contacts by level, the highest first.</summary>
    public ImmutableArray<LevelOfContact> Contacts() =>
        [.. _contacts.Select(one => new LevelOfContact(one.Level.Spelt(), one.Count, one.Last is { } id && _lines.TryGetValue(id, out var line) ? line.Event : null))];

    // The strongest of all, but few of one step, so that a war does not leave the peace before it blank.
    private ImmutableArray<RelationEvent> Outstanding()
    {
        const int most = 24;
        Dictionary<int, int> taken = [];
        DateOnly origin = _report.Series.Points.IsEmpty ? default : _report.Series.Points[0].From;
        ImmutableArray<RelationEvent>.Builder chosen = ImmutableArray.CreateBuilder<RelationEvent>();
        foreach (RelationEvent one in _report.Series.Events.OrderByDescending(one => Math.Abs(one.PloverTenths)).ThenByDescending(one => one.Day).ThenBy(one => one.Id))
        {
            if (chosen.Count == most) break;
            int period = _report.Question.By.IndexOf(origin, one.Day);
            int count = taken.GetValueOrDefault(period);
            if (count == MostOfAPeriod) continue;
            taken[period] = count + 1;
            chosen.Add(one);
        }

        return chosen.ToImmutable();
    }

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
