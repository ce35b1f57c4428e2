using System.Collections.Immutable;
using System.Globalization;

namespace Readout.Coding.Actors;

/// <summary>What is doubtful in the directory.</summary>
public enum DirectoryFindingKind
{
    /// <summary>Two people hold one office on the same days.</summary>
    Overlap,

    /// <summary>Nobody holds an office for a time between two who did.</summary>
    Gap,

    /// <summary>The last holder of an office has left, and nobody follows.</summary>
    Vacant,

    /// <summary>An entry that is still in force was last checked long ago, or it is not said when.</summary>
    Stale,

    /// <summary>Two entries that are no people bear one name.</summary>
    SharedName,
}

/// <summary>One doubtful thing.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">The office (<c>DNK foreign-minister</c>) or the entry's id.</param>
/// <param name="From">First day that it touches; null where it touches no days.</param>
/// <param name="To">Last day, or null.</param>
/// <param name="Message">What is doubtful, in words.</param>
/// <param name="Source">File and line of the entry to look at.</param>
public sealed record DirectoryFinding(DirectoryFindingKind Kind, string Subject, DateOnly? From, DateOnly? To, string Message, string Source);

/// <summary>Looks through a directory for offices with two holders or none, and for rows that nobody has checked for long.</summary>
public static class DirectoryCheck
{
    /// <summary>Days without a holder that are taken for a handover.</summary>
    public const int HandoverDays = 31;

    /// <summary>Months after which a row in force counts as stale.</summary>
    public const int FreshMonths = 24;

    /// <summary>Offices that several may hold at once, by their nature.</summary>
    private static readonly string[] Shared = ["leader", "vice-president", "deputy-head-of-government", "leader-spokesperson", "foreign-ministry-spokesperson", "opposition-leader"];

    /// <summary>The findings of a directory, by kind, then by office or entry. Pure.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="today">The day against which rows in force are held.</param>
    public static ImmutableArray<DirectoryFinding> Run(ActorDirectory directory, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(directory);
        List<DirectoryFinding> findings = [];
        foreach ((string code, string role) in directory.Roles.Order())
        {
            if (!Shared.Contains(role)) Holders(directory, $"{code} {role}", directory.Holdings(code, role), today, findings);
        }

        findings.AddRange(directory.Entries.Where(entry => IsInForce(entry, today) && IsStale(entry, today)).Select(entry => Stale(entry)));
        findings.AddRange(SharedNames(directory));
        return [.. findings.OrderBy(finding => finding.Kind).ThenBy(finding => finding.Subject, StringComparer.Ordinal).ThenBy(finding => finding.From)];
    }

    private static void Holders(ActorDirectory directory, string office, IReadOnlyList<Holding> rows, DateOnly today, List<DirectoryFinding> findings)
    {
        Holding last = rows[0];
        foreach (Holding row in rows.Skip(1))
        {
            if (row.Person != last.Person && row.Office.From <= last.Office.To)
            {
                DateOnly end = row.Office.To < last.Office.To ? row.Office.To : last.Office.To;
                string message = $"{Name(directory, last)} and {Name(directory, row)} both hold it {Days(row.Office.From, end)}";
                findings.Add(new DirectoryFinding(DirectoryFindingKind.Overlap, office, row.Office.From, end, message, directory.Entries[row.Person].Source));
            }
            else if (row.Office.From.DayNumber - last.Office.To.DayNumber > HandoverDays)
            {
                (DateOnly from, DateOnly to) = (last.Office.To.AddDays(1), row.Office.From.AddDays(-1));
                string message = $"nobody holds it {Days(from, to)}, after {Name(directory, last)} and before {Name(directory, row)}";
                findings.Add(new DirectoryFinding(DirectoryFindingKind.Gap, office, from, to, message, directory.Entries[row.Person].Source));
            }

            if (row.Office.To >= last.Office.To) last = row;
        }

        if (last.Office.To.DayNumber > today.DayNumber - HandoverDays || !StillExists(directory, last.Office.Code, today)) return;
        string gone = $"nobody follows {Name(directory, last)}, who left on {Day(last.Office.To)}";
        findings.Add(new DirectoryFinding(DirectoryFindingKind.Vacant, office, last.Office.To.AddDays(1), null, gone, directory.Entries[last.Person].Source));
    }

    /// <summary>A state whose every office has ended is no more.</summary>
    private static bool StillExists(ActorDirectory directory, string code, DateOnly today) =>
        directory.Entries.Any(entry => entry.Kind == EntryKind.Person && entry.Offices.Any(row => row.Code == code && row.Covers(today)));

    private static bool IsInForce(ActorEntry entry, DateOnly today) =>
        entry.Kind != EntryKind.Person ? entry.Kind != EntryKind.Body || !entry.Sort.EndsWith('+') : entry.Offices.Any(row => row.To == DateOnly.MaxValue && row.Covers(today));

    private static bool IsStale(ActorEntry entry, DateOnly today)
    {
        if (entry.Kind != EntryKind.Person) return IsOld(entry.Checked, today);
        return entry.Offices.Any(row => row.To == DateOnly.MaxValue && row.Roles.Length > 0 && IsOld(row.Checked, today));
    }

    private static bool IsOld(string check, DateOnly today) => !DateRanges.TryDay(check, true, out DateOnly day) || day.AddMonths(FreshMonths) < today;

    private static DirectoryFinding Stale(ActorEntry entry) => new(
        DirectoryFindingKind.Stale, entry.Id, null, null, entry.Checked.Length == 0 ? "no month of its last check is given" : $"last checked in {entry.Checked}", entry.Source);

    private static IEnumerable<DirectoryFinding> SharedNames(ActorDirectory directory) =>
        from entry in directory.Entries
        where entry.Kind is not (EntryKind.Person or EntryKind.Body)
        group entry by Folding.Fold(entry.Name) into same
        where same.Count() > 1
        let first = same.First()
        select new DirectoryFinding(
            DirectoryFindingKind.SharedName, first.Id, null, null, $"'{first.Name}' is also the name of {string.Join(", ", same.Skip(1).Select(other => $"{other.Id} ({other.Source})"))}", first.Source);

    private static string Name(ActorDirectory directory, Holding row) => directory.Entries[row.Person].Name;

    private static string Days(DateOnly from, DateOnly to) => to == DateOnly.MaxValue ? $"from {Day(from)} on" : from == to ? $"on {Day(from)}" : $"from {Day(from)} to {Day(to)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
