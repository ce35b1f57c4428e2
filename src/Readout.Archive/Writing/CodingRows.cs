using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Analysis.Reports;
using Readout.Archive.Relations;
using Readout.Archive.Store;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Writing;

/// <summary>Lays a record out as rows: sentences, events with their parties, quotes, meetings. For one thread.</summary>
/// <param name="batch">Where rows go.</param>
/// <param name="actors">The actors' rows.</param>
/// <param name="record">The record.</param>
/// <param name="place">Which article, revision and coding the rows lead back to.</param>
/// <param name="current">Whether they count in queries.</param>
internal sealed class CodingRows(IRowTarget batch, IActorNumbers actors, ArticleRecord record, CodingPlace place, bool current)
{
    private readonly string _text = StoredText.Of(record.Article.Text);
    private readonly long _current = current ? 1 : 0;

    /// <summary>Adds the sentences; gives their rows' numbers.</summary>
    public long[] AddSentences()
    {
        long[] rows = new long[record.Sentences.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            TextSpan span = record.Sentences[i];
            rows[i] = batch.Next(Tables.Sentences);
            batch.Add(Tables.Sentences, rows[i], place.Revision, (long)i, (long)span.Start, (long)span.End, _current, span.In(_text));
        }

        return rows;
    }

    /// <summary>Adds the events and what hangs on them; gives their rows' numbers.</summary>
    public long[] AddEvents(long[] sentences)
    {
        long[] rows = new long[record.Events.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            CodedEvent coded = record.Events[i];
            rows[i] = batch.Next(Tables.Events);
            AddEvent(rows[i], i + 1, coded, sentences[coded.Sentence]);
            AddParties(rows[i], "actor", coded.Actors);
            AddParties(rows[i], "recipient", coded.Recipients);
            AddAttribution(rows[i], coded);
            AddSizes(rows[i], coded.Size);
            if (current) AddDyads(rows[i], coded);
        }

        return rows;
    }

    /// <summary>Adds the quotes.</summary>
    public void AddQuotes()
    {
        for (int i = 0; i < record.Quotes.Length; i++)
        {
            Quote quote = record.Quotes[i];
            Mention? speaker = MentionAt(quote.Speaker);
            Mention? body = MentionAt(quote.For);
            batch.Add(Tables.Quotes,
                batch.Next(Tables.Quotes), place.Revision, place.Coding, _current, i + 1L, quote.Kind.Spelt(), quote.Stance, quote.Parent,
                speaker is null ? null : actors.Number(speaker.Actor), (long?)speaker?.Span.Start, (long?)speaker?.Span.End,
                body is null ? null : actors.Number(body.Actor), Spans.ToText(quote.Source), Spans.ToText(quote.Cue), Spans.ToText(quote.Content));
        }
    }

    /// <summary>Adds the meetings.</summary>
    public void AddMeetings(long[] events)
    {
        for (int i = 0; i < record.Meetings.Length; i++)
        {
            Meeting meeting = record.Meetings[i];
            long row = batch.Next(Tables.Meetings);
            EventPlace? where = meeting.Place;
            batch.Add(Tables.Meetings,
                row, place.Revision, place.Coding, _current, i + 1L, meeting.State.Spelt(), meeting.Level, Days.ToText(meeting.From), Days.ToText(meeting.To),
                StoredText.OrNull(where?.Name), where?.Country, where?.Latitude, where?.Longitude, (long?)where?.Span.Start, (long?)where?.Span.End, where?.Unresolved);
            AddMeetingParties(row, "party", meeting.Parties);
            AddMeetingParties(row, "absent", meeting.Absent);
            foreach (int index in meeting.Events.Select(EventIndex).Distinct().Order()) batch.Add(Tables.MeetingEvents, row, events[index]);
        }
    }

    private void AddEvent(long row, long number, CodedEvent coded, long sentence)
    {
        EventPlace? where = coded.Place;
        EventDate? date = coded.Date;
        batch.Add(Tables.Events,
            row, place.Revision, place.Coding, place.Article, _current, number, coded.Key, sentence,
            (long)coded.Span.Start, (long)coded.Span.End, (long)coded.Trigger.Start, (long)coded.Trigger.End, coded.Trigger.In(_text),
            coded.Type.Spelt(), coded.Mode, string.Join(' ', coded.Contexts), (long)coded.Type.Quad(), coded.Action?.Spelt(), coded.Cameo,
            coded.Goldstein, coded.PloverScore, coded.Status.Spelt(), Spans.ToText(coded.StatusEvidence),
            (long?)Day(coded)?.DayNumber, Days.ToText(date?.From), Days.ToText(date?.To), date?.Granularity, date?.Unresolved, date?.Reference,
            StoredText.OrNull(where?.Name), where?.Country, where?.Latitude, where?.Longitude, (long?)where?.Span.Start, (long?)where?.Span.End, where?.Unresolved,
            coded.Frame, coded.Confidence);
    }

    // The day under which an event is found and counted: its first, else its last, else that of the article.
    private DateOnly? Day(CodedEvent coded) => coded.Date?.From ?? coded.Date?.To ?? record.Article.Published;

    private void AddParties(long row, string role, ImmutableArray<int> mentions)
    {
        for (int i = 0; i < mentions.Length; i++) AddParty(row, role, i, mentions[i]);
    }

    private void AddParty(long row, string role, long order, int index)
    {
        Mention mention = record.Mentions[index];
        batch.Add(Tables.Parties, row, role, order, actors.Number(mention.Actor),
            (long)index, (long)mention.Span.Start, (long)mention.Span.End, mention.Span.In(_text));
    }

    private void AddAttribution(long row, CodedEvent coded)
    {
        for (int i = 0; i < coded.Attribution.Length; i++)
        {
            Attribution entry = coded.Attribution[i];
            batch.Add(Tables.Attributions, row, (long)i, entry.Quote, (long?)entry.Cue?.Start, (long?)entry.Cue?.End, entry.Stance);
            if (entry.Speaker is int speaker) AddParty(row, "speaker", i, speaker);
            if (entry.For is int body) AddParty(row, "for", i, body);
        }
    }

    private void AddSizes(long row, EventSize size)
    {
        AddSize(row, "dead", size.Dead);
        AddSize(row, "detained", size.Detained);
        AddSize(row, "injured", size.Injured);
        AddSize(row, "participants", size.Participants);
    }

    private void AddSize(long row, string kind, PeopleCount? count)
    {
        if (count is null) return;
        batch.Add(Tables.Sizes, row, kind, (long?)count.Min, (long?)count.Max, (long)count.Span.Start, (long)count.Span.End);
    }

    private void AddDyads(long row, CodedEvent coded)
    {
        if (Day(coded) is not { } day) return;
        Report report = Report.Of(record, coded);
        foreach (((string low, string high), int direction) in DyadRows.Of(record, coded))
        {
            batch.Add(Tables.Dyads, low, high, (long)day.DayNumber, row, (long)direction, (long)coded.Status, (long)coded.Type.Quad(), coded.Goldstein, coded.PloverScore,
                CountedEvent.Pack(report, RelationPair.Of(low, high)));
        }
    }

    private void AddMeetingParties(long row, string role, ImmutableArray<int> mentions)
    {
        for (int i = 0; i < mentions.Length; i++)
        {
            Mention mention = record.Mentions[mentions[i]];
            batch.Add(Tables.MeetingParties, row, role, (long)i, actors.Number(mention.Actor),
                (long)mentions[i], (long)mention.Span.Start, (long)mention.Span.End, mention.Span.In(_text));
        }
    }

    private Mention? MentionAt(int? index) => index is int value ? record.Mentions[value] : null;

    private int EventIndex(string id) => record.Events.Select(coded => coded.Id).ToList().IndexOf(id);
}

/// <summary>Where rows belong: numbers of the article, its revision and the coding of it.</summary>
internal readonly record struct CodingPlace(long Article, long Revision, long Coding);
