using System.Globalization;
using Readout.Coding.Dates;

namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>Lengths of time as the specification writes them, in seconds: a month has 30 days, a year 365.</summary>
internal static class SpecDurations
{
    /// <summary>The value and the seconds of a length of time; null where the expression is none.</summary>
    public static (string Timex, string Future, string Past)? Of(TimeNode node, ResolutionContext context)
    {
        if (node.Op is not (TimeOp.Dur or TimeOp.DurX or TimeOp.DurSum)) return null;
        decimal seconds = 0;
        foreach ((long amount, Span unit) in Resolver.Parts(node)) seconds += (amount == 0 ? 3 : amount / 1000m) * Seconds(unit);
        string total = seconds.ToString("0.###", CultureInfo.InvariantCulture);
        return (Timex(node, context), total, total);
    }

    private static string Timex(TimeNode node, ResolutionContext context)
    {
        string timex = Resolver.Resolve(node, context).Timex!;
        return Resolver.Parts(node).Any(part => part.Unit == Span.BusinessDay) ? timex.Replace("D", "BD", StringComparison.Ordinal) : timex;
    }

    private static decimal Seconds(Span unit) => unit switch
    {
        Span.Second => 1,
        Span.Minute => 60,
        Span.Hour => 3600,
        Span.Week => 7 * 86400,
        Span.Fortnight => 14 * 86400,
        Span.Month => 30 * 86400,
        Span.Quarter => 90 * 86400,
        Span.Year => 365 * 86400,
        Span.Decade => 3650 * 86400,
        Span.Century => 36500 * 86400m,
        _ => 86400,
    };
}
