using System.Collections.Immutable;
using Readout.Coding.Dates;
using Readout.Text;

namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>
/// Says our expressions in the specification's conventions: spans with their prepositions, both a past and a future reading,
/// open parts as X, ends after the last day. Changes nothing in the layer.
/// </summary>
internal static class SpecAdapter
{
    public static ImmutableArray<SpecResult> Convert(DateLayer layer, Calendar calendar, SpecModel model, bool valued)
    {
        ResolutionContext context = new(layer.Document.Article.Published, null, 0, calendar.Festivals);
        ImmutableArray<SpecResult>.Builder results = ImmutableArray.CreateBuilder<SpecResult>();
        for (int i = 0; i < layer.Found.Length; i++)
        {
            DateRange? range = layer.Ranges.FirstOrDefault(one => one.First == i || one.Second == i);
            SpecResult? result = range is null
                ? Single(layer.Document.Text, layer.Found[i], context, model)
                : range.First == i && model == SpecModel.DatePeriod ? Range(layer, range, context) : null;
            if (result is not null) results.Add(valued ? result : new SpecResult(result.Span, null, null, null));
        }

        return results.ToImmutable();
    }

    private static SpecResult? Range(DateLayer layer, DateRange range, ResolutionContext context) =>
        SpecPeriods.Of(layer.Found[range.First], layer.Found[range.Second], context) is (string timex, string future, string past)
            ? new SpecResult(range.Span, timex, future, past)
            : null;

    private static SpecResult? Single(string text, FoundTime found, ResolutionContext context, SpecModel model)
    {
        TimeNode node = found.Node;
        TextSpan span = found.Span;
        if (model == SpecModel.Duration) return Result(SpecDurations.Of(node, context), span);
        string before = WordBefore(text, span.Start);
        if (node.Op is TimeOp.Dur or TimeOp.DurSum)
        {
            if (before == "in" && model == SpecModel.Date && IsDays(node)) return Result(SpecDates.Of(Ahead(node), context), Lead(text, span));
            if (before == "within" && model == SpecModel.DatePeriod) return Result(Within(node, context), Lead(text, span));
            return null;
        }

        if (model == SpecModel.Date)
        {
            bool withWeek = node.Op == TimeOp.Of && node[0].Op == TimeOp.Weekday && before == "on" && StartsWithDay(text, span);
            return Result(SpecDates.Of(node, context), withWeek ? Lead(text, span) : span);
        }

        return Result(SpecPeriods.Of(node, context), WithoutArticle(text, found));
    }

    private static bool StartsWithDay(string text, TextSpan span) => !text.AsSpan(span.Start).StartsWith("next", StringComparison.OrdinalIgnoreCase)
        && !text.AsSpan(span.Start).StartsWith("this", StringComparison.OrdinalIgnoreCase) && text.AsSpan(span.Start, span.Length).Contains(" next", StringComparison.OrdinalIgnoreCase);

    private static bool IsDays(TimeNode node) => Resolver.Parts(node).All(part => !Spans.IsClock(part.Unit));

    private static TimeNode Ahead(TimeNode duration) => new(TimeOp.Shift, 0, [duration, TimeNode.Leaf(1), new TimeNode(TimeOp.Now, 0, [])]);

    private static (string Timex, string Future, string Past)? Within(TimeNode node, ResolutionContext context)
    {
        if (context.Published is not DateOnly from || SpecDates.Day(Ahead(node), context) is not DateOnly to) return null;
        string pair = $"{SpecDates.Text(from)}~{SpecDates.Text(to)}";
        return ($"({SpecDates.Text(from)},{SpecDates.Text(to)},{Resolver.Resolve(node, context).Timex})", pair, pair);
    }

    private static SpecResult? Result((string Timex, string Future, string Past)? value, TextSpan span) =>
        value is (string timex, string future, string past) ? new SpecResult(span, timex, future, past) : null;

    // The specification leaves `the` out before `end of`, `coming week`, `same month`.
    private static TextSpan WithoutArticle(string text, FoundTime found)
    {
        TextSpan span = found.Span;
        if (!text.AsSpan(span.Start).StartsWith("the ", StringComparison.OrdinalIgnoreCase)) return span;
        ReadOnlySpan<char> rest = text.AsSpan(span.Start + 4);
        bool drops = found.Node.Op == TimeOp.Mod || rest.StartsWith("coming ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("same ", StringComparison.OrdinalIgnoreCase);
        return drops ? new TextSpan(span.Start + 4, span.End) : span;
    }

    private static string WordBefore(string text, int start)
    {
        int end = start;
        while (end > 0 && text[end - 1] == ' ') end--;
        int from = end;
        while (from > 0 && char.IsLetter(text[from - 1])) from--;
        return text[from..end].ToLowerInvariant();
    }

    private static TextSpan Lead(string text, TextSpan span)
    {
        int end = span.Start;
        while (end > 0 && text[end - 1] == ' ') end--;
        while (end > 0 && char.IsLetter(text[end - 1])) end--;
        return new TextSpan(end, span.End);
    }
}
