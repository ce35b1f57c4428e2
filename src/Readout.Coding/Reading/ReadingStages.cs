using Readout.Coding.Actors;
using Readout.Coding.Dates;
using Readout.Coding.Events;
using Readout.Coding.Meetings;
using Readout.Coding.Packs;
using Readout.Coding.Places;
using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Coding.Sizes;
using Readout.Text;

namespace Readout.Coding.Reading;

/// <summary>The stages of reading, in order.</summary>
internal static class ReadingStages
{
    /// <summary>Builds the pipeline over the pack's knowledge and the trained models.</summary>
    public static Pipeline Build(Knowledge knowledge, TextAnalyzer analyzer) => new(
        Language(analyzer),
        Dates(new DateReader(knowledge.Calendar)),
        Places(knowledge.Places),
        Mentions(new MentionFinder(knowledge.Actors, knowledge.Quotes)),
        Quotes(new QuoteReader(knowledge.Quotes)),
        Events(new EventCoder(knowledge.Codebook, knowledge.Happenings), new SizeReader(knowledge.Sizes)),
        Meetings(new MeetingReader(knowledge.Meetings)));

    private static Stage Language(TextAnalyzer analyzer) =>
        new("language", Layer.None, Layer.Document, draft => draft.Document = analyzer.Analyze(draft.Article));

    private static Stage Dates(DateReader reader) => new("dates", Layer.Document, Layer.Dates, draft =>
    {
        draft.DateLayer = reader.Read(draft.Document);
        draft.Dates = draft.DateLayer.Expressions;
        draft.Warnings.AddRange(draft.DateLayer.Warnings);
    });

    private static Stage Places(Gazetteer gazetteer) => new("places", Layer.Document, Layer.Places, draft =>
        draft.PlaceLayer = PlaceLayer.For(draft.Document, gazetteer));

    private static Stage Mentions(MentionFinder finder) => new("mentions", Layer.Document, Layer.Mentions, draft =>
    {
        draft.ActorLayer = finder.Find(draft.Document);
        draft.Mentions = draft.ActorLayer.Mentions;
    });

    private static Stage Quotes(QuoteReader reader) => new("quotes", Layer.Document | Layer.Places | Layer.Mentions, Layer.Quotes, draft =>
    {
        draft.QuoteLayer = draft.Document.IsParsed ? reader.Read(draft.Tree, draft.ActorLayer, draft.PlaceLayer.Dateline?.Span) : QuoteLayer.Empty;
        draft.Quotes = draft.QuoteLayer.Quotes;
        draft.Warnings.AddRange(draft.QuoteLayer.Warnings);
    });

    private static Stage Events(EventCoder coder, SizeReader sizes)
    {
        const Layer Needs = Layer.Document | Layer.Dates | Layer.Places | Layer.Mentions | Layer.Quotes;
        return new Stage("events", Needs, Layer.Events, draft =>
        {
            SizeLayer counts = sizes.Read(draft.Document);
            draft.Events = [.. coder.Code(draft.Document, draft.ActorLayer, draft.DateLayer).Select(coding => Complete(coding, draft, counts))];
        });
    }

    private static Stage Meetings(MeetingReader reader)
    {
        const Layer Needs = Layer.Document | Layer.Dates | Layer.Places | Layer.Mentions | Layer.Quotes | Layer.Events;
        return new Stage("meetings", Needs, Layer.Meetings, draft => draft.Meetings =
            reader.Read(new MeetingSources(draft.Document, draft.ActorLayer, draft.DateLayer, draft.PlaceLayer, draft.QuoteLayer, draft.Events) { Tree = draft.Document.IsParsed ? draft.Tree : null }));
    }

    /// <summary>The date where the deed is told; where nothing is said of it there, the date where it is named again.</summary>
    private static EventDate DateOf(EventCoding coding, Token trigger, Draft draft)
    {
        EventDate date = draft.DateLayer.DateOf(trigger, coding.Event.Status, coding.Others);
        if (date.Unresolved is null) return date;
        foreach (int named in coding.Again)
        {
            EventDate again = draft.DateLayer.DateWithin(draft.Document.Token(named), coding.Event.Status);
            if (again.Unresolved is null) return again;
        }

        return date;
    }

    private static CodedEvent Complete(EventCoding coding, Draft draft, SizeLayer counts)
    {
        Token trigger = draft.Document.Token(coding.Trigger);
        EventDate date = DateOf(coding, trigger, draft);
        bool bare = coding.Predicate == coding.Trigger && trigger.Upos == Upos.NOUN; // Without a verb its date alone tells how old the deed is.
        bool old = bare && coding.Event.Status == EventStatus.Actual && EventDating.IsBackground(date, draft.Article.Published);
        return coding.Event with
        {
            Status = old ? EventStatus.Historical : coding.Event.Status,
            StatusEvidence = old ? [draft.Dates.First(expression => expression.Id == date.Reference).Span] : coding.Event.StatusEvidence,
            Date = date,
            Place = draft.PlaceLayer.PlaceOf(trigger),
            Size = counts.SizeOf(trigger, coding.Event.Type),
            Attribution = draft.QuoteLayer.AttributionOf(coding.Trigger, coding.Event.Attribution),
            Why = draft.Explain ? coding.Explanation.ToString() : null,
        };
    }
}
