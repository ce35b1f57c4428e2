using System.Collections.Immutable;
using System.Globalization;

namespace Readout.Desk.Relation;

/// <summary>A mark on an axis of a chart. Immutable.</summary>
/// <param name="At">Where, in the chart's units.</param>
/// <param name="Label">Its words.</param>
internal sealed record AxisMark(double At, string Label);

/// <summary>Round values and days for the axes of charts. Pure.</summary>
internal static class ChartAxis
{
    private static readonly int[] s_dayStep = [1, 2, 7, 14];
    private static readonly int[] s_monthStep = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000];

    /// <summary>Round values between two others: 1, 2 or 5 times a power of ten apart, about <paramref name="count"/> of them.</summary>
    public static ImmutableArray<double> Values(double low, double high, int count)
    {
        double raw = Math.Max(1e-9, (high - low) / Math.Max(1, count));
        double power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step = raw / power is var share && share <= 1 ? power : share <= 2 ? 2 * power : share <= 5 ? 5 * power : 10 * power;
        ImmutableArray<double>.Builder values = ImmutableArray.CreateBuilder<double>();
        for (long i = (long)Math.Ceiling(low / step - 1e-9); i * step <= high + step * 1e-9; i++) values.Add(i * step);
        return values.ToImmutable();
    }

    /// <summary>Days between two others, no more than <paramref name="most"/>: days, first days of months or of years.</summary>
    public static ImmutableArray<(DateOnly Day, string Label)> Days(DateOnly first, DateOnly last, int most)
    {
        int days = last.DayNumber - first.DayNumber + 1;
        foreach (int step in s_dayStep)
        {
            if (days / step < most) return [.. Enumerable.Range(0, days / step + 1).Select(i => first.AddDays(i * step)).Where(day => day <= last).Select(day => (day, day.ToString("d MMM", CultureInfo.InvariantCulture)))];
        }

        int months = (last.Year - first.Year) * 12 + last.Month - first.Month + 1;
        int chosen = s_monthStep.First(step => months / step < most);
        return [.. Months(first, last, chosen)];
    }

    private static IEnumerable<(DateOnly, string)> Months(DateOnly first, DateOnly last, int step)
    {
        int month = first.Year * 12 + first.Month - 1 + (first.Day == 1 ? 0 : 1);
        month = (month + step - 1) / step * step;
        for (; month / 12 <= 9999; month += step)
        {
            DateOnly day = new(month / 12, month % 12 + 1, 1);
            if (day > last) yield break;
            yield return (day, day.ToString(step >= 12 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture));
        }
    }
}
