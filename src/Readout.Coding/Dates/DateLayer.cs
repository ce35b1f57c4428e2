using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Events;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>
/// The expressions of time of one document, resolved, with the ranges that pairs of them form. Immutable; safe to read
/// from every thread.
/// </summary>
public sealed class DateLayer : IEventDates
{
    private DateLayer(Document document, ImmutableArray<FoundTime> found, ImmutableArray<DateExpression> expressions,
        ImmutableArray<DateRange> ranges, ImmutableArray<string> warnings)
    {
        Document = document;
        Found = found;
        Expressions = expressions;
        Ranges = ranges;
        Warnings = warnings;
    }

    /// <summary>The document that was read.</summary>
    public Document Document { get; }

    /// <summary>The expressions in text order; spans are disjoint.</summary>
    public ImmutableArray<DateExpression> Expressions { get; }

    /// <summary>Pairs of expressions that bound one span of days, in text order.</summary>
    public ImmutableArray<DateRange> Ranges { get; }

    /// <summary>What the reader should know: dates that are on no calendar, a publication date that is missing.</summary>
    public ImmutableArray<string> Warnings { get; }

    internal ImmutableArray<FoundTime> Found { get; }

    /// <summary>The date of an event by its trigger: the nearest words of time of its clause, else of its sentence.</summary>
    /// <param name="trigger">The event's trigger; a token of the layer's document.</param>
    /// <param name="status">Whether the deed is to come, over or old.</param>
    public EventDate DateOf(Token trigger, EventStatus status) => DateOf(trigger, status, []);

    /// <summary>The date of an event by its trigger, where words of time below other deeds are theirs.</summary>
    /// <param name="trigger">The event's trigger; a token of the layer's document.</param>
    /// <param name="status">Whether the deed is to come, over or old.</param>
    /// <param name="deeds">Tokens of nouns that name other deeds.</param>
    internal EventDate DateOf(Token trigger, EventStatus status, ImmutableArray<int> deeds) => EventDating.DateOf(this, trigger, status, deeds);

    /// <summary>The date of what a token names, from words of time of its own clause or of one that shares its time.</summary>
    /// <param name="token">A token of the layer's document.</param>
    /// <param name="status">Whether it is to come, over or old.</param>
    internal EventDate DateNear(Token token, EventStatus status) => EventDating.DateOf(this, token, status, [], reach: DateClause.Beside);

    /// <summary>The date of an event where a noun names it again: words of time in that noun's own phrase, no others.</summary>
    /// <param name="noun">The noun; a token of the layer's document.</param>
    /// <param name="status">Whether the deed is to come, over or old.</param>
    internal EventDate DateWithin(Token noun, EventStatus status) => EventDating.DateOf(this, noun, status, [], within: true);

    /// <inheritdoc/>
    public DateOnly? Latest(int token)
    {
        int start = Document.Token(token).Start;
        foreach (DateExpression expression in Expressions)
        {
            if (expression.Span.Contains(start)) return expression.To;
        }

        return null;
    }

    internal static DateLayer Build(Document document, List<FoundTime> found, List<TimeUnit> units, Calendar calendar)
    {
        ImmutableArray<DateExpression>.Builder expressions = ImmutableArray.CreateBuilder<DateExpression>(found.Count);
        ImmutableArray<string>.Builder warnings = ImmutableArray.CreateBuilder<string>();
        bool unanchored = false;
        for (int i = 0; i < found.Count; i++)
        {
            TimeValue value = found[i].Value;
            expressions.Add(new DateExpression
            {
                Id = "d" + (i + 1).ToString(CultureInfo.InvariantCulture),
                Span = found[i].Span,
                From = value.From,
                To = value.To,
                Granularity = Granularity(value.Grain),
                Timex = value.Timex,
                Unresolved = value.Unresolved,
            });
            unanchored |= value.Unresolved == TimeValue.NoPublication;
            if (value.Unresolved == TimeValue.NoSuchDate) warnings.Add($"no such date: {found[i].Span.In(document.Text)}");
        }

        if (unanchored) warnings.Add("relative dates are unresolved: no publication date");
        ImmutableArray<FoundTime> all = [.. found];
        return new DateLayer(document, all, expressions.MoveToImmutable(), DateRange.Link(all, units, document.Article), warnings.ToImmutable());
    }

    private static string? Granularity(Grain grain) => grain switch
    {
        Grain.None or Grain.Reference => null,
        Grain.Weekend => "week",
        Grain.Half => "quarter",
        _ => grain.ToString().ToLowerInvariant(),
    };
}
