using System.Collections.Immutable;
using Readout.Analysis.Reports;

namespace Readout.Analysis.Happenings;

/// <summary>Happenings kept in memory. Not safe for use from several threads.</summary>
public sealed class HappeningBook
{
    private readonly Dictionary<long, List<(int Day, long Happening)>> _entered = [];
    private readonly SortedDictionary<long, List<Account>> _happenings = [];
    private long _events;

    /// <summary>The accounts of each happening, by its number.</summary>
    public IEnumerable<KeyValuePair<long, ImmutableArray<Account>>> Happenings =>
        _happenings.Select(happening => KeyValuePair.Create(happening.Key, happening.Value.ToImmutableArray()));

    /// <summary>Adds a report; gives the number of the happening that it is of.</summary>
    /// <param name="report">The report.</param>
    /// <param name="article">Number of its article.</param>
    /// <param name="voice">Number of the first article of its group of copies.</param>
    public long Add(Report report, long article, long voice)
    {
        ArgumentNullException.ThrowIfNull(report);
        long number = _events++;
        long happening = HappeningChoice.Choose(report, article, number, Candidates(report)) ?? number;
        if (!_happenings.TryGetValue(happening, out List<Account>? accounts)) _happenings.Add(happening, accounts = []);
        accounts.Add(new Account(number, article, voice, report));
        foreach (long key in HappeningKeys.Of(report))
        {
            if (!_entered.TryGetValue(key, out List<(int, long)>? entered)) _entered.Add(key, entered = []);
            entered.AddRange(HappeningKeys.Entered(report).Select(day => (day, happening)));
        }

        return happening;
    }

    private IEnumerable<HappeningCandidate> Candidates(Report report)
    {
        if (HappeningKeys.Sought(report) is not { } sought) return [];
        List<long> met = [];
        foreach (long key in HappeningKeys.Of(report))
        {
            if (!_entered.TryGetValue(key, out List<(int Day, long Happening)>? entered)) continue;
            met.AddRange(entered.Where(entry => entry.Day >= sought.First && entry.Day <= sought.Last).Select(entry => entry.Happening).Distinct());
        }

        return HappeningKeys.Choose(met).Select(number => new HappeningCandidate(number, [.. _happenings[number].Take(HappeningChoice.AccountLimit)]));
    }
}
