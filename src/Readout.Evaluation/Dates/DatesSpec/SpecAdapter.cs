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
            DateRange? inWeek = range is null && model == SpecModel.DatePeriod ? SpecWeeks.RangeAfter(layer, i) : null;
            SpecResult? result = inWeek is not null ? SpecWeeks.Of(layer, i, inWeek, context)
                : range is null ? Single(layer.Document.Text, layer.Found[i], context, model)
                : range.First == i && model == SpecModel.DatePeriod ? Range(layer, range, context, valued) : null;
            if (inWeek is not null) i = inWeek.Second;
            if (result is not null) results.Add(valued ? result : new SpecResult(result.Span, null, null, null));
        }

        return results.ToImmutable();
    }

    private static SpecResult? Range(DateLayer layer, DateRange range, ResolutionContext context, bool valued) =>
        SpecPeriods.Of(layer.Found[range.First], layer.Found[range.Second], context) is (string timex, string future, string past)
            ? new SpecResult(range.Span, timex, future, past)
            : valued ? null : new SpecResult(range.Span, null, null, null);

    private static SpecResult? Single(string text, FoundTime found, ResolutionContext context, SpecModel model)
    {
        TimeNode node = found.Node;
        TextSpan span = found.Span;
        if (model == SpecModel.Duration) return Result(SpecDurations.Of(node, context), span);
        string before = WordBefore(text, span.Start);
        if (node.Op is TimeOp.Dur or TimeOp.DurSum)
        {
            if (before == "in" && model == SpecModel.Date && IsDays(node)) return Result(SpecDates.Of(Ahead(node), context), Lead(text, span));
            return before == "within" && model == SpecModel.DatePeriod ? Result(SpecLengths.Within(node, context), Lead(text, span)) : null;
        }

        if (model == SpecModel.Date)
        {
            if (node.Op == TimeOp.Shift && (IsBounded(text, span) || before == "within" || IsAhead(text, span))) return null;
            bool withWeek = node.Op == TimeOp.Of && node[0].Op == TimeOp.Weekday && before == "on" && StartsWithDay(text, span);
            return Result(SpecDates.Of(node, context), withWeek ? Lead(text, span) : node.Op == TimeOp.Ymd ? Plain(text, span) : span);
        }

        return Period(text, found, before, context);
    }

    private static SpecResult? Period(string text, FoundTime found, string before, ResolutionContext context)
    {
        TimeNode node = found.Node;
        TextSpan span = found.Span;
        if (node.Op == TimeOp.Shift)
        {
            if (before == "within") return Result(SpecLengths.Bound(node, context, true), Lead(text, span));
            if (IsAhead(text, span)) return Result(SpecLengths.Of(new TimeNode(TimeOp.Span, 0, [node[0], TimeNode.Leaf(1)]), context, false), span);
            return IsBounded(text, span) ? Result(SpecLengths.Bound(node, context, text.AsSpan(span.Start).StartsWith("less", StringComparison.OrdinalIgnoreCase)), span) : null;
        }

        if (node.Op == TimeOp.Span && before == "within") return Result(SpecLengths.Of(node, context, true), Lead(text, span));
        if (node.Op == TimeOp.Mod && text.AsSpan(span.Start).StartsWith("rest", StringComparison.OrdinalIgnoreCase)) return Result(SpecLengths.Rest(node, context), span);
        if (node.Op == TimeOp.Mod && IsEdge(text, span) && Resolver.Resolve(node, context) is { Grain: Grain.Year, From: DateOnly from, To: DateOnly to } part)
            return Result((part.Timex!, SpecPeriods.Pair(from, to.AddDays(1)), SpecPeriods.Pair(from, to.AddDays(1))), WithoutArticle(text, found));
        bool definite = node.Op == TimeOp.That && node[0].Op == TimeOp.Unit && !text.AsSpan(span.Start, span.Length).Contains("same", StringComparison.OrdinalIgnoreCase)
            && text.AsSpan(span.Start).StartsWith("the ", StringComparison.OrdinalIgnoreCase);
        return Result(SpecPeriods.Of(definite ? new TimeNode(TimeOp.Rel, 0, [TimeNode.Leaf(0), node[0]]) : node, context), WithoutArticle(text, found));
    }

    // The specification parts a year in three for `end of`, in two for `late`.
    private static bool IsEdge(string text, TextSpan span) => text.AsSpan(span.Start, span.Length).Contains(" of ", StringComparison.Ordinal);

    private static bool IsBounded(string text, TextSpan span) => text.AsSpan(span.Start).StartsWith("more than", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan(span.Start).StartsWith("less than", StringComparison.OrdinalIgnoreCase);

    private static bool IsAhead(string text, TextSpan span) => text.AsSpan(span.Start, span.Length).EndsWith("future", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan(span.Start, span.Length).EndsWith("hence", StringComparison.OrdinalIgnoreCase);

    private static TextSpan Plain(string text, TextSpan span) =>
        text.AsSpan(span.Start).StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? new TextSpan(span.Start + 4, span.End) : span;

    private static bool StartsWithDay(string text, TextSpan span) => !text.AsSpan(span.Start).StartsWith("next", StringComparison.OrdinalIgnoreCase)
        && !text.AsSpan(span.Start).StartsWith("this", StringComparison.OrdinalIgnoreCase) && text.AsSpan(span.Start, span.Length).Contains(" next", StringComparison.OrdinalIgnoreCase);

    private static bool IsDays(TimeNode node) => Resolver.Parts(node).All(part => !Spans.IsClock(part.Unit));

    private static TimeNode Ahead(TimeNode duration) => new(TimeOp.Shift, 0, [duration, TimeNode.Leaf(1), new TimeNode(TimeOp.Now, 0, [])]);

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
