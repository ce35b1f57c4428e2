using System.Collections.Immutable;
using System.Globalization;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Happenings;

/// <summary>Lists what accounts say, and sees where they cannot all be right.</summary>
internal static class ClaimReader
{
    private static readonly ImmutableArray<string> People = ["dead", "injured", "detained", "participants"];

    public static ImmutableArray<Claim> Read(IReadOnlyList<Account> accounts)
    {
        Telling telling = new(accounts);
        telling.Add("date", Date, (one, other) => one.Gap(other) > 0, days => HappeningSummary.Text(days.From, days.To));
        telling.Add("place", Place, PlaceClaims.AreOthers, place => place.Name);
        telling.Add("actors", report => Codes(report.Actors), AreOthers, Text);
        telling.Add("recipients", report => Codes(report.Recipients), AreOthers, Text);
        telling.Add("status", Status, (one, other) => (one == EventStatus.Negated) != (other == EventStatus.Negated), status => status.Spelt());
        IEnumerable<string> counted = accounts.SelectMany(account => account.Report.Amounts.IsDefaultOrEmpty ? [] : account.Report.Amounts).Select(amount => amount.Of);
        foreach (string kind in People.Concat(counted.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)))
        {
            telling.Add(kind, report => Size(report, kind), (one, other) => !SizeClaims.Agree(one, other), Text);
        }

        return telling.Claims;
    }

    private static ReportDays? Date(Report report) => ReportDays.Of(report) is { IsTold: true } days ? days : null;

    private static EventStatus? Status(Report report) => report.Status is EventStatus.Historical ? EventStatus.Actual : report.Status;

    private static (string Name, string? Country)? Place(Report report) => report.Place is { } name ? (name, report.PlaceCountry) : null;

    private static CodeList? Codes(ImmutableArray<Party> parties) => PartyCodes.Of(parties) is { IsEmpty: false } codes ? new CodeList(codes) : null;

    private static bool AreOthers(CodeList one, CodeList other) => !PartyCodes.Nested(one.Codes, other.Codes);

    private static string Text(CodeList list) => string.Join(' ', list.Codes);

    private static NumberClaim? Size(Report report, string kind)
    {
        foreach ((string given, NumberClaim claim) in SizeClaims.Of(report))
        {
            if (given == kind) return claim;
        }

        return null;
    }

    private static string Text(NumberClaim count) => (count.Min, count.Max) switch
    {
        (long min, long max) when min == max => Text(min),
        (long min, long max) => $"{Text(min)} to {Text(max)}",
        (long min, null) => $"at least {Text(min)}",
        (null, long max) => $"at most {Text(max)}",
        _ => "unknown",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private readonly record struct CodeList(ImmutableArray<string> Codes);

    /// <summary>What accounts say, aspect by aspect.</summary>
    private sealed class Telling(IReadOnlyList<Account> accounts)
    {
        private readonly ImmutableArray<Claim>.Builder _claims = ImmutableArray.CreateBuilder<Claim>();
        private readonly int _voices = accounts.Select(account => account.Voice).Distinct().Count();

        public ImmutableArray<Claim> Claims => _claims.ToImmutable();

        public void Add<T>(string aspect, Func<Report, T?> read, Func<T, T, bool> excludes, Func<T, string> text)
            where T : struct
        {
            List<Said<T>> said = [];
            Dictionary<string, int> places = new(StringComparer.Ordinal);
            foreach (Account account in accounts)
            {
                if (read(account.Report) is not { } value) continue;
                string spelt = text(value);
                if (!places.TryGetValue(spelt, out int place))
                {
                    places.Add(spelt, place = said.Count);
                    said.Add(new Said<T>(value, spelt, []));
                }

                said[place].By.Add(account);
            }

            foreach (Said<T> one in said)
            {
                int saying = one.By.Select(account => account.Voice).Distinct().Count();
                bool disputed = said.Exists(other => excludes(one.Value, other.Value) && one.By.Exists(account => other.By.Exists(account.IsApartFrom)));
                Standing standing = disputed ? Standing.Disputed : saying == _voices ? Standing.All : saying == 1 ? Standing.One : Standing.Some;
                _claims.Add(new Claim(aspect, one.Text, standing, [.. one.By.Select(account => account.Event)]));
            }
        }
    }

    private readonly record struct Said<T>(T Value, string Text, List<Account> By);
}
