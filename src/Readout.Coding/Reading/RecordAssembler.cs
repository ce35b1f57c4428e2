using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Reading;

/// <summary>
/// Puts the layers of a draft into a record: everything in text order, identifiers numbered in that order, references
/// between parts following, events keyed.
/// </summary>
internal static class RecordAssembler
{
    public static ArticleRecord Assemble(Draft draft, PackIdentity pack)
    {
        ImmutableArray<DateExpression> dates = [.. draft.Dates.OrderBy(date => date.Span)];
        ImmutableArray<Quote> quotes = [.. draft.Quotes.OrderBy(QuoteStart)];
        ImmutableArray<CodedEvent> events = [.. draft.Events.OrderBy(coded => coded.Trigger)];
        Dictionary<string, string> dateIds = Number(dates.Select(date => date.Id), 'd');
        Dictionary<string, string> quoteIds = Number(quotes.Select(quote => quote.Id), 'q');
        Dictionary<string, string> eventIds = Number(events.Select(coded => coded.Id), 'e');
        ImmutableArray<CodedEvent> numbered = [.. events.Select(coded => Renumber(coded, eventIds, dateIds, quoteIds))];
        return new ArticleRecord
        {
            Pack = pack,
            Article = draft.Article,
            Sentences = [.. draft.Document.Sentences.Select(sentence => sentence.Span)],
            Mentions = draft.Mentions,
            Events = WithKeys(numbered, draft.Article),
            Quotes = [.. quotes.Select(quote => quote with { Id = quoteIds[quote.Id], Parent = Follow(quote.Parent, quoteIds) })],
            Dates = [.. dates.Select(date => date with { Id = dateIds[date.Id] })],
            Meetings = Meetings(draft.Meetings, eventIds),
            Warnings = [.. draft.Warnings.Distinct(StringComparer.Ordinal)],
        };
    }

    private static TextSpan QuoteStart(Quote quote) =>
        quote.Content.Length > 0 ? quote.Content[0] : quote.Cue.Length > 0 ? quote.Cue[0] : default;

    private static Dictionary<string, string> Number(IEnumerable<string> ids, char prefix)
    {
        Dictionary<string, string> numbers = new(StringComparer.Ordinal);
        foreach (string id in ids) numbers.Add(id, string.Create(CultureInfo.InvariantCulture, $"{prefix}{numbers.Count + 1}"));
        return numbers;
    }

    private static string? Follow(string? id, Dictionary<string, string> numbers) => id is null ? null : numbers[id];

    private static CodedEvent Renumber(
        CodedEvent coded, Dictionary<string, string> events, Dictionary<string, string> dates, Dictionary<string, string> quotes) => coded with
        {
            Id = events[coded.Id],
            Date = coded.Date is { } date ? date with { Reference = Follow(date.Reference, dates) } : null,
            Attribution = [.. coded.Attribution.Select(entry => entry with { Quote = Follow(entry.Quote, quotes) })],
        };

    private static ImmutableArray<CodedEvent> WithKeys(ImmutableArray<CodedEvent> events, Article article)
    {
        EventKey key = new(article);
        Dictionary<TextSpan, int> ordinals = [];
        ImmutableArray<CodedEvent>.Builder keyed = ImmutableArray.CreateBuilder<CodedEvent>(events.Length);
        foreach (CodedEvent coded in events)
        {
            int ordinal = ordinals.GetValueOrDefault(coded.Trigger);
            ordinals[coded.Trigger] = ordinal + 1;
            keyed.Add(coded with { Key = key.Of(coded.Trigger, ordinal) });
        }

        return keyed.MoveToImmutable();
    }

    private static ImmutableArray<Meeting> Meetings(ImmutableArray<Meeting> meetings, Dictionary<string, string> events)
    {
        ImmutableArray<Meeting>.Builder numbered = ImmutableArray.CreateBuilder<Meeting>(meetings.Length);
        foreach (Meeting meeting in meetings)
        {
            numbered.Add(meeting with
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"m{numbered.Count + 1}"),
                Events = [.. meeting.Events.Select(id => events[id])],
            });
        }

        return numbered.MoveToImmutable();
    }
}
