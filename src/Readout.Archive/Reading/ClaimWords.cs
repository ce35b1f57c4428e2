using System.Globalization;
using Readout.Analysis.Happenings;
using Readout.Archive.Watches.Making;

namespace Readout.Archive.Reading;

/// <summary>Claims of a happening in words for people. Thread-safe.</summary>
public static class ClaimWords
{
    /// <summary>What a claim is about: <c>the dead</c>, <c>who did it</c>, <c>how many ships</c>.</summary>
    /// <param name="aspect">As <see cref="Claim.Aspect"/> names it.</param>
    /// <param name="type">The happening's type, as it is spelt: who is <c>detained</c> in a release was freed.</param>
    public static string Aspect(string aspect, string type) => (aspect, type) switch
    {
        ("date", _) => "the day",
        ("place", _) => "the place",
        ("actors", "CONSULT" or "AGREE" or "COOPERATE") => "who took part",
        ("actors", _) => "who did it",
        ("recipients", _) => "to whom",
        ("status", _) => "whether it happened",
        ("dead", _) => "the dead",
        ("injured", _) => "the injured",
        ("detained", "RETREAT" or "CONCEDE") => "how many were freed",
        ("detained", "SANCTION") => "how many people",
        ("detained", _) => "how many were held",
        ("participants", _) => "how many took part",
        ("percent", _) => "what percentage",
        _ => "how many " + aspect,
    };

    /// <summary>What is said: <c>12</c>, <c>5 million</c>, <c>21 May 1987</c>, <c>Iceland</c>.</summary>
    /// <param name="aspect">As <see cref="Claim.Aspect"/> names it.</param>
    /// <param name="value">As <see cref="Claim.Value"/> has it.</param>
    public static string Value(string aspect, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return aspect switch
        {
            "actors" or "recipients" => string.Join(", ", value.Split(' ').Select(CodeNames.Of)),
            "date" => string.Join(" to ", value.Split("..").Select(Day)),
            "place" => value,
            "status" => value switch { "actual" => "it happened", "negated" => "it did not happen", "future" => "it is to come", _ => "it may happen" },
            _ => string.Join(' ', value.Split(' ').Select(Number)),
        };
    }

    private static string Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : text;

    // Whole millions and billions in words, other large numbers in groups.
    private static string Number(string word)
    {
        if (!long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || number < 1_000) return word;
        (decimal scaled, string scale) = number >= 1_000_000_000 ? (number / 1_000_000_000m, " billion") : number >= 1_000_000 ? (number / 1_000_000m, " million") : (number, "");
        return scaled == Math.Round(scaled, 2) ? scaled.ToString("#,0.##", CultureInfo.InvariantCulture) + scale : number.ToString("N0", CultureInfo.InvariantCulture);
    }
}
