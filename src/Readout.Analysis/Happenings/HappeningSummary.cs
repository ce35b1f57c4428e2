using System.Collections.Immutable;
using System.Globalization;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Happenings;

/// <summary>How the accounts of a happening stand to something that is said of it.</summary>
public enum Standing
{
    /// <summary>Every voice says it.</summary>
    All,

    /// <summary>Several say it, the others are silent.</summary>
    Some,

    /// <summary>Only one voice says it.</summary>
    One,

    /// <summary>Another voice says what cannot be true together with it.</summary>
    Disputed,
}

/// <summary>Something that is said of a happening.</summary>
/// <param name="Aspect">date, place, actors, recipients, status, dead, injured, detained, participants, or a thing counted (<c>ships</c>, <c>dollars</c>).</param>
/// <param name="Value">What is said, as text.</param>
/// <param name="Standing">How the accounts stand to it.</param>
/// <param name="Events">Numbers of the events that say it.</param>
public sealed record Claim(string Aspect, string Value, Standing Standing, ImmutableArray<long> Events);

/// <summary>What happened, by all accounts. Immutable.</summary>
public sealed record HappeningSummary
{
    /// <summary>The type that most voices give; of several the one given first.</summary>
    public required EventType Type { get; init; }

    /// <summary>Who acts, by all accounts together.</summary>
    public required ImmutableArray<string> Actors { get; init; }

    /// <summary>Who is acted upon.</summary>
    public required ImmutableArray<string> Recipients { get; init; }

    /// <summary>First day by the accounts that give the narrowest range, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The place that most voices give, or null.</summary>
    public string? Place { get; init; }

    /// <summary>How it stands by the account printed last that says more than that it is old.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>The statuses that it went through, by day of publication, without repetition.</summary>
    public required ImmutableArray<(DateOnly? Published, EventStatus Status)> History { get; init; }

    /// <summary>Number of voices: copies count once.</summary>
    public required int Voices { get; init; }

    /// <summary>What is said, with who says it.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>Sums up accounts; there must be one.</summary>
    public static HappeningSummary Of(IReadOnlyList<Account> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ImmutableArray<Claim> claims = ClaimReader.Read(accounts);
        ImmutableArray<(DateOnly?, EventStatus)> history = Statuses(accounts);
        Report? dated = accounts.Select(account => account.Report).Where(report => report.From is not null && report.To is not null).MinBy(report => report.To!.Value.DayNumber - report.From!.Value.DayNumber);
        return new HappeningSummary
        {
            Type = Most(accounts, account => account.Report.Type),
            Actors = Names(accounts, report => report.Actors),
            Recipients = Names(accounts, report => report.Recipients),
            From = dated?.From,
            To = dated?.To,
            Place = accounts.Any(account => account.Report.Place is not null) ? Most(accounts.Where(account => account.Report.Place is not null), account => account.Report.Place) : null,
            Status = history.Length == 0 ? EventStatus.Historical : history[^1].Item2,
            History = history,
            Voices = accounts.Select(account => account.Voice).Distinct().Count(),
            Claims = claims,
        };
    }

    private static T Most<T>(IEnumerable<Account> accounts, Func<Account, T> value) =>
        accounts.GroupBy(value).OrderByDescending(group => group.Select(account => account.Voice).Distinct().Count()).ThenBy(group => group.Min(account => account.Event)).First().Key;

    private static ImmutableArray<string> Names(IEnumerable<Account> accounts, Func<Report, ImmutableArray<Party>> side) =>
        [.. accounts.SelectMany(account => side(account.Report)).Select(party => PartyCodes.Of(party) ?? party.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static ImmutableArray<(DateOnly?, EventStatus)> Statuses(IReadOnlyList<Account> accounts)
    {
        List<(DateOnly?, EventStatus)> history = [];
        foreach (Account account in accounts.OrderBy(account => account.Report.Published ?? DateOnly.MaxValue).ThenBy(account => account.Event))
        {
            EventStatus status = account.Report.Status;
            if (status != EventStatus.Historical && (history.Count == 0 || history[^1].Item2 != status)) history.Add((account.Report.Published, status));
        }

        return [.. history];
    }

    /// <summary>A day or a range of days as text.</summary>
    internal static string Text(DateOnly from, DateOnly to) => from == to
        ? from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}");
}
