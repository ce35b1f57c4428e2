using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Bench.Archives;

/// <summary>A sentence of a real record with what was read out of it alone; spans are the sentence's own. Immutable.</summary>
internal sealed record Piece
{
    public required string Text { get; init; }

    /// <summary>The headline above it, or null.</summary>
    public required string? Title { get; init; }

    public required DateOnly? Published { get; init; }

    public required PackIdentity Pack { get; init; }

    public ImmutableArray<Mention> Mentions { get; init; } = [];

    public ImmutableArray<CodedEvent> Events { get; init; } = [];

    public ImmutableArray<Quote> Quotes { get; init; } = [];

    public ImmutableArray<DateExpression> Dates { get; init; } = [];

    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    /// <summary>The sentences of a record's body. What leans on other sentences (a speaker named before, a place of the dateline) is left out.</summary>
    public static IEnumerable<Piece> Of(ArticleRecord record) => Enumerable.Range(0, record.Sentences.Length)
        .Where(number => record.Sentences[number].Start >= record.Article.BodyStart && !record.Sentences[number].IsEmpty)
        .Select(number => new Cut(record, record.Sentences[number]).Piece());

    private sealed class Cut
    {
        private readonly ArticleRecord _record;
        private readonly TextSpan _sentence;
        private readonly int[] _mentions;
        private readonly string[] _quotes;
        private readonly string[] _dates;

        public Cut(ArticleRecord record, TextSpan sentence)
        {
            _record = record;
            _sentence = sentence;
            _mentions = [.. Enumerable.Range(0, record.Mentions.Length).Where(index => sentence.Contains(record.Mentions[index].Span))];
            _quotes = [.. record.Quotes.Where(quote => quote.Source.Concat(quote.Cue).Concat(quote.Content).All(sentence.Contains)).Select(quote => quote.Id)];
            _dates = [.. record.Dates.Where(date => sentence.Contains(date.Span)).Select(date => date.Id)];
        }

        public Piece Piece()
        {
            CodedEvent[] events = [.. _record.Events.Where(Stands)];
            string[] names = [.. events.Select(coded => coded.Id)];
            return new Piece
            {
                Text = _sentence.In(_record.Article.Text),
                Title = _record.Article.Title,
                Published = _record.Article.Published,
                Pack = _record.Pack,
                Mentions = [.. _mentions.Select(index => _record.Mentions[index]).Select(mention => mention with { Span = Own(mention.Span), RefersTo = Mention(mention.RefersTo) })],
                Events = [.. events.Select(Event)],
                Quotes = [.. _record.Quotes.Where(quote => _quotes.Contains(quote.Id)).Select(Quote)],
                Dates = [.. _record.Dates.Where(date => _dates.Contains(date.Id)).Select(date => date with { Span = Own(date.Span) })],
                Meetings = [.. _record.Meetings.Where(meeting => Stands(meeting, names)).Select(meeting => Meeting(meeting, names))],
            };
        }

        private bool Stands(CodedEvent coded) =>
            _sentence.Contains(coded.Span) && _sentence.Contains(coded.Trigger) && coded.Actors.Concat(coded.Recipients).All(index => Mention(index) is not null);

        private bool Stands(Meeting meeting, string[] events) =>
            meeting.Events.Any() && meeting.Events.All(events.Contains) && meeting.Parties.Concat(meeting.Absent).All(index => Mention(index) is not null);

        private CodedEvent Event(CodedEvent coded) => coded with
        {
            Span = Own(coded.Span),
            Trigger = Own(coded.Trigger),
            StatusEvidence = [.. coded.StatusEvidence.Where(_sentence.Contains).Select(Own)],
            Actors = [.. coded.Actors.Select(index => Mention(index)!.Value)],
            Recipients = [.. coded.Recipients.Select(index => Mention(index)!.Value)],
            Date = coded.Date is { Reference: { } date } && !_dates.Contains(date) ? coded.Date with { Reference = null } : coded.Date,
            Place = Place(coded.Place),
            Size = new EventSize(Count(coded.Size.Dead), Count(coded.Size.Injured), Count(coded.Size.Detained), Count(coded.Size.Participants)),
            Attribution = [.. coded.Attribution.Select(Attribution).Where(entry => entry.Speaker is not null)],
        };

        private Attribution Attribution(Attribution entry) => entry with
        {
            Speaker = Mention(entry.Speaker),
            For = Mention(entry.For),
            Quote = _quotes.Contains(entry.Quote) ? entry.Quote : null,
            Cue = entry.Cue is { } cue && _sentence.Contains(cue) ? Own(cue) : null,
        };

        private Quote Quote(Quote quote) => quote with
        {
            Speaker = Mention(quote.Speaker),
            For = Mention(quote.For),
            Parent = _quotes.Contains(quote.Parent) ? quote.Parent : null,
            Source = [.. quote.Source.Select(Own)],
            Cue = [.. quote.Cue.Select(Own)],
            Content = [.. quote.Content.Select(Own)],
        };

        private Meeting Meeting(Meeting meeting, string[] events) => meeting with
        {
            Events = [.. meeting.Events.Where(events.Contains)],
            Parties = [.. meeting.Parties.Select(index => Mention(index)!.Value)],
            Absent = [.. meeting.Absent.Select(index => Mention(index)!.Value)],
            Place = Place(meeting.Place),
        };

        private EventPlace? Place(EventPlace? place) => place is not null && _sentence.Contains(place.Span) ? place with { Span = Own(place.Span) } : null;

        private PeopleCount? Count(PeopleCount? count) => count is not null && _sentence.Contains(count.Span) ? count with { Span = Own(count.Span) } : null;

        private int? Mention(int? index) => index is int value && Array.BinarySearch(_mentions, value) is >= 0 and int place ? place : null;

        private TextSpan Own(TextSpan span) => new(span.Start - _sentence.Start, span.End - _sentence.Start);
    }
}
