using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Happenings;

/// <summary>The days on which a report puts its happening.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="IsTold">Whether the text tells them; else they are taken from the day of publication.</param>
internal readonly record struct ReportDays(DateOnly From, DateOnly To, bool IsTold)
{
    // News without a date is of the day or two before it was printed.
    private const int Lag = 2;

    /// <summary>Whether it is one day, told as such.</summary>
    public bool IsExact => IsTold && From == To;

    /// <summary>The days of a report; null where there is neither a date nor a day of publication, or only old background without a date.</summary>
    public static ReportDays? Of(Report report)
    {
        if (report.From is { } from && report.To is { } to) return new ReportDays(from, from > to ? from : to, true);
        if ((report.From ?? report.To) is { } day) return new ReportDays(day, day, true);
        if (report.Published is not { } published) return null;
        return report.Status switch
        {
            EventStatus.Historical => null,
            EventStatus.Future or EventStatus.Hypothetical => new ReportDays(published, published, false),
            _ => new ReportDays(published.AddDays(-Lag), published, false),
        };
    }

    /// <summary>Days between the two; 0 where they overlap.</summary>
    public int Gap(ReportDays other) => Math.Max(0, Math.Max(From.DayNumber - other.To.DayNumber, other.From.DayNumber - To.DayNumber));
}
