using System.Collections.Immutable;

namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>
/// Cases of the specification that are left out of the score, each with the reason: requests to a personal calendar, or
/// shorthand, that in news would be read otherwise.
/// </summary>
public static class SpecExclusions
{
    private static readonly ImmutableDictionary<string, string> Reasons = Build();

    /// <summary>Why a case is left out; null where it counts.</summary>
    /// <param name="id">Identifier of the case: file and ordinal.</param>
    public static string? Reason(string id) => Reasons.GetValueOrDefault(id);

    private static ImmutableDictionary<string, string> Build()
    {
        ImmutableDictionary<string, string>.Builder reasons = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        void Add(string reason, string file, params ReadOnlySpan<int> ordinals)
        {
            foreach (int ordinal in ordinals) reasons.Add(FormattableString.Invariant($"{file}:{ordinal}"), reason);
        }

        const string Spaced = "a month and a year in digits with spaces around the mark: in news two numbers";
        Add(Spaced, "DatePeriodExtractor", 279, 280, 281, 283, 285, 286, 287);
        Add(Spaced, "DatePeriodParser", 168, 169, 170, 172, 173, 174, 176, 177, 178, 180);
        const string Score = "a month and a day with a hyphen or a point: in news a score, a range or a measure";
        Add(Score, "DateExtractor", 16, 18, 135, 137);
        Add(Score, "DateParser", 14, 15);
        const string Bare = "a bare number as a day: in news a count";
        Add(Bare, "DateExtractor", 0);
        Add(Bare, "DateParser", 0);
        const string Started = "a length and its beginning: two expressions in the record, as in TIMEX3";
        Add(Started, "DatePeriodExtractor", 320, 321, 322, 350, 351, 352);
        Add(Started, "DatePeriodParser", 211, 212, 213, 241, 242, 243);
        const string Own = "the speaker's own calendar: my week, the day, on weekend";
        Add(Own, "DateExtractor", 55);
        Add(Own, "DateParser", 53, 59);
        Add(Own, "DatePeriodParser", 31, 34, 53);
        const string Ordinal = "an ordinal and a weekday without a month: in news not the month's";
        Add(Ordinal, "DateExtractor", 100, 101, 102, 103);
        Add(Ordinal, "DateParser", 83, 84, 85, 86);
        const string Inverted = "a month before a range of its days: November between 19 and 20";
        Add(Inverted, "DatePeriodExtractor", 197, 258);
        Add(Inverted, "DatePeriodParser", 43, 123);
        return reasons.ToImmutable();
    }
}
