using System.Globalization;
using Readout.Coding.Dates;

namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>Days as the specification writes them, from what our expressions say.</summary>
internal static class SpecDates
{
    // What the specification gives for a day that no calendar has.
    private const string Nowhere = "0001-01-01";

    /// <summary>The value and both readings of an expression that names a single day; null where it names none.</summary>
    public static (string Timex, string Future, string Past)? Of(TimeNode node, ResolutionContext context)
    {
        if (node.Op == TimeOp.Mod) return null;
        if (node.Op == TimeOp.WithWeekday && node[1].Op == TimeOp.Md) return Of(node[1], context);
        DateOnly? future = Day(node, context with { Lean = 2 });
        DateOnly? past = Day(node, Earlier(node, context));
        if (future is null && past is null) return Impossible(node, context);
        if (future is not DateOnly ahead || past is not DateOnly behind) return null;
        return (Timex(node, ahead, context), Text(ahead), Text(behind));
    }

    /// <summary>The first day of an expression, read as <paramref name="context"/> leans; null where it has none.</summary>
    public static DateOnly? Day(TimeNode node, ResolutionContext context)
    {
        if (node.Op == TimeOp.Shift) return Resolver.ShiftedDay(node, context, 3);
        TimeValue value = Resolver.Resolve(node, context);
        return value.Grain == Grain.Day && value.From == value.To ? value.From : null;
    }

    /// <summary>Past weekdays and days are those before the reference day.</summary>
    public static ResolutionContext Earlier(TimeNode node, ResolutionContext context) =>
        node.Op is TimeOp.Rel ? context with { Lean = 2 } : node.Op is TimeOp.Weekday ? context with { Lean = -2, Published = context.Published?.AddDays(-1) } : context with { Lean = -2 };

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Timex(TimeNode node, DateOnly day, ResolutionContext context) => node.Op switch
    {
        TimeOp.Md => Open(node.Number(0), node.Number(1)),
        TimeOp.Numeric when node.Number(0) < 10000 && node[1].IsNone => Open(node.Number(0) / 100, node.Number(0) % 100),
        TimeOp.WithWeekday when node[1].Op == TimeOp.Md => Timex(node[1], day, context),
        TimeOp.Day => FormattableString.Invariant($"XXXX-XX-{node.Number(0):00}"),
        TimeOp.Weekday => FormattableString.Invariant($"XXXX-WXX-{node.Number(0)}"),
        TimeOp.Nth when node[1].Op == TimeOp.Weekday && node.Number(0) > 0 =>
            FormattableString.Invariant($"XXXX-{day.Month:00}-WXX-{node[1].Number(0)}-#{node.Number(0)}"),
        _ => Text(day),
    };

    private static string Open(int month, int day) => FormattableString.Invariant($"XXXX-{month:00}-{day:00}");

    private static (string Timex, string Future, string Past)? Impossible(TimeNode node, ResolutionContext context)
    {
        if (node.Op == TimeOp.Md) return (Open(node.Number(0), node.Number(1)), Nowhere, Nowhere);
        if (node.Op == TimeOp.Impossible && node.Number(0) > 99999)
        {
            int packed = node.Number(0);
            return (FormattableString.Invariant($"{packed / 10000:0000}-{packed / 100 % 100:00}-{packed % 100:00}"), Nowhere, Nowhere);
        }

        if (node.Op != TimeOp.Of || node[0].Op != TimeOp.Day || Resolver.Resolve(node[1], context).From is not DateOnly month) return null;
        return (FormattableString.Invariant($"{month.Year:0000}-{month.Month:00}-{node[0].Number(0):00}"), Nowhere, Nowhere);
    }
}
