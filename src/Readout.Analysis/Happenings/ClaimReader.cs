using System.Collections.Immutable;
using System.Globalization;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Happenings;

/// <summary>Lists what accounts say, and sees where they cannot all be right.</summary>
internal static class ClaimReader
{
    public static ImmutableArray<Claim> Read(IReadOnlyList<Account> accounts)
    {
        List<Claim> claims = [];
        AddAspect(claims, accounts, "date", Date, (one, other) => one.Gap(other) > 0, days => HappeningSummary.Text(days.From, days.To));
        AddAspect(claims, accounts, "place", Place, AreOtherPlaces, place => place.Name);
        AddAspect(claims, accounts, "actors", report => Codes(report.Actors), AreOthers, Text);
        AddAspect(claims, accounts, "recipients", report => Codes(report.Recipients), AreOthers, Text);
        AddAspect(claims, accounts, "status", Status, (one, other) => (one == EventStatus.Negated) != (other == EventStatus.Negated), status => status.Spelt());
        foreach (string kind in (string[])["dead", "injured", "detained", "participants"])
        {
            AddAspect(claims, accounts, kind, report => Size(report, kind), (one, other) => !SizeClaims.Agree(one.Count, other.Count), size => Text(size.Count));
        }

        return [.. claims];
    }

    private static void AddAspect<T>(List<Claim> claims, IReadOnlyList<Account> accounts, string aspect, Func<Report, T?> read, Func<T, T, bool> excludes, Func<T, string> text)
        where T : struct
    {
        List<(Account Account, T Value, string Text)> said = [];
        foreach (Account account in accounts)
        {
            if (read(account.Report) is { } value) said.Add((account, value, text(value)));
        }

        int voices = accounts.Select(account => account.Voice).Distinct().Count();
        foreach (IGrouping<string, (Account Account, T Value, string Text)> group in said.GroupBy(one => one.Text, StringComparer.Ordinal))
        {
            int saying = group.Select(one => one.Account.Voice).Distinct().Count();
            bool disputed = said.Any(other => other.Account.Voice != group.First().Account.Voice && excludes(group.First().Value, other.Value));
            Standing standing = disputed ? Standing.Disputed : saying == voices ? Standing.All : saying == 1 ? Standing.One : Standing.Some;
            claims.Add(new Claim(aspect, group.Key, standing, [.. group.Select(one => one.Account.Event)]));
        }
    }

    private static ReportDays? Date(Report report) => ReportDays.Of(report) is { IsTold: true } days ? days : null;

    private static EventStatus? Status(Report report) => report.Status is EventStatus.Historical ? EventStatus.Actual : report.Status;

    private static (string Name, string? Country)? Place(Report report) => report.Place is { } name ? (name, report.PlaceCountry) : null;

    /// <summary>A town and the country that it lies in are no contradiction; two towns are.</summary>
    private static bool AreOtherPlaces((string Name, string? Country) one, (string Name, string? Country) other) =>
        !string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase) && (one.Country is null || other.Country is null || one.Country != other.Country);

    private static CodeList? Codes(ImmutableArray<Party> parties) => PartyCodes.Of(parties) is { IsEmpty: false } codes ? new CodeList(codes) : null;

    private static bool AreOthers(CodeList one, CodeList other) => !PartyCodes.Nested(one.Codes, other.Codes);

    private static string Text(CodeList list) => string.Join(' ', list.Codes);

    private static SizeClaim? Size(Report report, string kind) =>
        SizeClaims.Of(report.Size).Where(size => size.Kind == kind).Select(size => (SizeClaim?)new SizeClaim(size.Count)).FirstOrDefault();

    private static string Text(PeopleCount count) => (count.Min, count.Max) switch
    {
        (int min, int max) when min == max => min.ToString(CultureInfo.InvariantCulture),
        (int min, int max) => string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"),
        (int min, null) => string.Create(CultureInfo.InvariantCulture, $"at least {min}"),
        (null, int max) => string.Create(CultureInfo.InvariantCulture, $"at most {max}"),
        _ => "unknown",
    };

    private readonly record struct CodeList(ImmutableArray<string> Codes);

    private readonly record struct SizeClaim(PeopleCount Count);
}
