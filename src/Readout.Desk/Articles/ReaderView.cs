using System.Collections.Immutable;
using Readout.Analysis.Phrasing;
using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Desk.Layout;
using Readout.Text;

namespace Readout.Desk.Articles;

/// <summary>Makes of a record what the reader's view shows. Pure; for one record.</summary>
internal sealed class ReaderView
{
    private readonly ArticleRecord _record;
    private readonly Codebook? _codebook;
    private readonly string[] _actorOfMention;
    private readonly List<ActorCard> _actors = [];
    private readonly List<PlaceCard> _places = [];
    private readonly List<TextMark> _marks = [];

    private ReaderView(ArticleRecord record, Codebook? codebook)
    {
        _record = record;
        _codebook = codebook;
        _actorOfMention = new string[record.Mentions.Length];
        GatherActors();
        GatherPlaces();
    }

    private string Text => _record.Article.Text;

    /// <summary>The view of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="shown">Kinds of mark that are shown.</param>
    /// <param name="codebook">For where frames stand; null where it is not at hand.</param>
    /// <param name="range">The part of the text that is shown; null for all.</param>
    public static ReaderModel Of(ArticleRecord record, ImmutableHashSet<string> shown, Codebook? codebook = null, TextSpan? range = null)
    {
        ReaderView view = new(record, codebook);
        return view.Build(shown, range ?? new TextSpan(0, record.Article.Text.Length));
    }

    private ReaderModel Build(ImmutableHashSet<string> shown, TextSpan range)
    {
        bool In(TextSpan span) => span.Overlaps(range);
        ImmutableArray<EventCard> events = [.. _record.Events.Where(coded => In(coded.Trigger)).Select(Event)];
        ImmutableArray<QuoteCard> quotes = [.. _record.Quotes.Where(quote => quote.Content.Any(In)).Select(Quote)];
        ImmutableArray<DateCard> dates = [.. _record.Dates.Where(date => In(date.Span)).Select(Date)];
        ImmutableArray<ActorCard> actors = [.. _actors.Where(actor => _marks.Exists(mark => mark.Card == actor.Id && In(mark.Span)))];
        ImmutableArray<PlaceCard> places = [.. _places.Where(place => _marks.Exists(mark => mark.Card == place.Id && In(mark.Span)))];
        TextMark[] marks = [.. _marks.Where(mark => In(mark.Span)).OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.End)];
        HashSet<string> anchored = new(StringComparer.Ordinal);
        return new ReaderModel
        {
            Blocks =
            [
                .. Blocks().Where(block => In(block.Span)).Select(block => new MarkedBlock(
                    block.Kind.Spelt(), block.Kind == BlockKind.Heading && block.Span.Start < _record.Article.BodyStart, block.Span, MarkedText.Cut(Text, block.Span, marks, anchored))),
            ],
            Shown = shown,
            Kinds =
            [
                .. new (string, int)[] { ("event", events.Length), ("quote", quotes.Length), ("actor", actors.Length), ("date", dates.Length), ("place", places.Length) }.Where(kind => kind.Item2 > 0),
            ],
            Events = events,
            Quotes = quotes,
            Actors = actors,
            Dates = dates,
            Places = places,
            Warnings = _record.Warnings,
            Pack = _record.Pack.Version,
            PackHash = _record.Pack.Hash,
        };
    }

    // A text of which no blocks are known is one paragraph.
    private ImmutableArray<ArticleBlock> Blocks() =>
        _record.Article.Blocks.IsEmpty && Text.Length > 0 ? [new ArticleBlock(BlockKind.Paragraph, new TextSpan(0, Text.Length))] : _record.Article.Blocks;

    private void GatherActors()
    {
        Dictionary<(string?, string, string?, string?), int> known = [];
        for (int i = 0; i < _record.Mentions.Length; i++)
        {
            Mention mention = _record.Mentions[i];
            ActorReference actor = mention.Actor;
            (string?, string, string?, string?) identity = (actor.Id, actor.Name, actor.Code, actor.Office);
            string words = $"“{mention.Span.In(Text)}” ({mention.Form.Spelt()})";
            if (!known.TryGetValue(identity, out int at))
            {
                known[identity] = at = _actors.Count;
                _actors.Add(new ActorCard(FormattableString.Invariant($"a{at}"), Name(actor), actor.Kind, actor.Country, actor.Sector, [], 0, actor.Unresolved, actor.Candidates, mention.Span));
            }

            ActorCard card = _actors[at];
            _actors[at] = card with { Mentions = card.Mentions + 1, Words = card.Words.Contains(words) ? card.Words : card.Words.Add(words) };
            _actorOfMention[i] = card.Id;
            _marks.Add(new TextMark("actor", card.Id, mention.Span, card.Actor.Name));
        }
    }

    private void GatherPlaces()
    {
        foreach (EventPlace place in _record.Events.Select(coded => coded.Place).Concat(_record.Meetings.Select(meeting => meeting.Place)).OfType<EventPlace>().Where(place => !place.Span.IsEmpty).OrderBy(place => place.Span))
        {
            int at = _places.FindIndex(known => known.Name == place.Name && known.Country == place.Country);
            if (at < 0)
            {
                at = _places.Count;
                _places.Add(new PlaceCard(FormattableString.Invariant($"p{at}"), place.Name, place.Country, place.Latitude, place.Longitude, place.Span.In(Text), place.Unresolved, place.Span));
            }

            TextMark mark = new("place", _places[at].Id, place.Span, place.Name);
            if (!_marks.Contains(mark)) _marks.Add(mark);
        }
    }

    private EventCard Event(CodedEvent coded)
    {
        string quad = coded.Type.Quad().Spelt();
        string colour = coded.Status == EventStatus.Future ? "future" : QuadMark.Colour(quad);
        _marks.Add(new TextMark("event", coded.Id, coded.Trigger, $"{coded.Type.Spelt()}, {coded.Status.Spelt()}", colour));
        EventWords words = new(_record, _codebook);
        return new EventCard
        {
            Id = coded.Id,
            Key = coded.Key,
            Type = coded.Type.Spelt(),
            Mode = coded.Mode,
            Action = coded.Action?.Spelt(),
            Quad = quad,
            Status = coded.Status.Spelt(),
            Trigger = coded.Trigger.In(Text),
            Span = coded.Trigger,
            Actors = [.. coded.Actors.Select(Party).Distinct()],
            Recipients = [.. coded.Recipients.Select(Party).Distinct()],
            From = coded.Date?.From,
            To = coded.Date?.To,
            DateHow = words.DateOf(coded.Date),
            DateCard = coded.Date?.Reference,
            Place = coded.Place is { } place ? EventWords.PlaceOf(place) : null,
            PlaceCountry = coded.Place?.Country,
            Sizes = [.. Wording.People(coded.Size)],
            Accounts = [.. coded.Attribution.Select(words.Account)],
            Contexts = coded.Contexts,
            Cameo = coded.Cameo,
            Goldstein = coded.Goldstein,
            PloverScore = coded.PloverScore,
            Frame = coded.Frame,
            Confidence = coded.Confidence,
            Why = words.Why(coded),
        };
    }

    private QuoteCard Quote(Quote quote)
    {
        TextSpan opens = quote.Cue.Concat(quote.Source).Concat(quote.Content).First(span => !span.IsEmpty);
        foreach (TextSpan cue in quote.Cue.IsEmpty ? [opens] : quote.Cue) _marks.Add(new TextMark("quote", quote.Id, cue, $"quote, {quote.Kind.Spelt()}"));
        foreach (TextSpan content in quote.Content) _marks.Add(new TextMark("quote", quote.Id, content, $"quote, {quote.Kind.Spelt()}", Opens: false));
        EventWords words = new(_record, _codebook);
        return new QuoteCard(
            quote.Id, quote.Kind.Spelt(), quote.Speaker is int speaker ? Party(speaker) : null, quote.For is int body ? Party(body) : null,
            words.Slices(quote.Source), words.Slices(quote.Cue), words.Slices(quote.Content), quote.Stance, opens);
    }

    private DateCard Date(DateExpression date)
    {
        _marks.Add(new TextMark("date", date.Id, date.Span, date.Unresolved ?? Wording.Days(date.From, date.To), date.Unresolved is null ? null : "unresolved"));
        return new DateCard(date.Id, date.Span.In(Text), date.From, date.To, new EventWords(_record, _codebook).Resolved(date), date.Timex, date.Span);
    }

    private PartyView Party(int mention)
    {
        ActorReference actor = _record.Mentions[mention].Actor;
        return new PartyView(Name(actor), _actorOfMention[mention], _record.Mentions[mention].Span.In(Text), actor.Unresolved);
    }

    private static ActorName Name(ActorReference actor) => new(actor.Id ?? actor.Code, actor.Name, actor.Code, actor.Office);
}
