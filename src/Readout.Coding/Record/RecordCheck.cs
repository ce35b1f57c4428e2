using Readout.Text;

namespace Readout.Coding.Record;

/// <summary>Holds a record to what the schema cannot say: ranges, indexes, references, order.</summary>
public static class RecordCheck
{
    /// <summary>What is wrong with a record, one line each; empty where nothing is.</summary>
    public static IReadOnlyList<string> Problems(ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Findings findings = new(record);
        findings.CheckText();
        findings.CheckMentions();
        findings.CheckEvents();
        findings.CheckQuotes();
        findings.CheckDates();
        findings.CheckMeetings();
        return findings.Problems;
    }

    private sealed class Findings(ArticleRecord record)
    {
        public List<string> Problems { get; } = [];

        public void CheckText()
        {
            foreach (ArticleBlock block in record.Article.Blocks) Within("block", block.Span);
            foreach (TextSpan sentence in record.Sentences) Within("sentence", sentence);
            Ordered("blocks", record.Article.Blocks.Select(block => block.Span));
            Ordered("sentences", record.Sentences);
        }

        public void CheckMentions()
        {
            Ordered("mentions", record.Mentions.Select(mention => mention.Span));
            for (int i = 0; i < record.Mentions.Length; i++)
            {
                Mention mention = record.Mentions[i];
                Within($"mention {i}", mention.Span);
                Index($"mention {i} refersTo", mention.RefersTo);
                if (mention.RefersTo == i) Problems.Add($"mention {i} refers to itself");
            }
        }

        public void CheckEvents()
        {
            Numbered("event", 'e', record.Events.Select(coded => coded.Id));
            Ordered("events", record.Events.Select(coded => coded.Trigger));
            if (record.Events.DistinctBy(coded => coded.Key).Count() != record.Events.Length) Problems.Add("two events share a key");
            foreach (CodedEvent coded in record.Events) CheckEvent(coded);
        }

        public void CheckQuotes()
        {
            Numbered("quote", 'q', record.Quotes.Select(quote => quote.Id));
            foreach (Quote quote in record.Quotes)
            {
                foreach (TextSpan span in quote.Source.Concat(quote.Cue).Concat(quote.Content)) Within(quote.Id, span);
                Index(quote.Id, quote.Speaker);
                Index(quote.Id, quote.For);
                Reference(quote.Id, quote.Parent, record.Quotes.Select(other => other.Id));
            }
        }

        public void CheckDates()
        {
            Numbered("date", 'd', record.Dates.Select(date => date.Id));
            Ordered("dates", record.Dates.Select(date => date.Span));
            foreach (DateExpression date in record.Dates)
            {
                Within(date.Id, date.Span);
                if (date.From > date.To) Problems.Add($"{date.Id} ends before it begins");
            }
        }

        public void CheckMeetings()
        {
            Numbered("meeting", 'm', record.Meetings.Select(meeting => meeting.Id));
            foreach (Meeting meeting in record.Meetings)
            {
                foreach (int index in meeting.Parties.Concat(meeting.Absent)) Index(meeting.Id, index);
                foreach (string id in meeting.Events) Reference(meeting.Id, id, record.Events.Select(coded => coded.Id));
                if (meeting.Place is { } place) Within(meeting.Id, place.Span);
                if (meeting.From > meeting.To) Problems.Add($"{meeting.Id} ends before it begins");
            }
        }

        private void CheckEvent(CodedEvent coded)
        {
            Within(coded.Id, coded.Span);
            Within(coded.Id, coded.Trigger);
            foreach (TextSpan span in coded.StatusEvidence) Within(coded.Id, span);
            if (coded.Sentence < 0 || coded.Sentence >= record.Sentences.Length) Problems.Add($"{coded.Id} stands in no sentence");
            else if (!record.Sentences[coded.Sentence].Contains(coded.Trigger)) Problems.Add($"the trigger of {coded.Id} lies outside its sentence");
            foreach (int index in coded.Actors.Concat(coded.Recipients)) Index(coded.Id, index);
            if (coded.Place is { } place) Within(coded.Id, place.Span);
            if (coded.Date?.From > coded.Date?.To) Problems.Add($"{coded.Id} ends before it begins");
            Reference(coded.Id, coded.Date?.Reference, record.Dates.Select(date => date.Id));
            foreach (Attribution entry in coded.Attribution) CheckAttribution(coded.Id, entry);
            foreach (PeopleCount? count in (PeopleCount?[])[coded.Size.Dead, coded.Size.Injured, coded.Size.Detained, coded.Size.Participants])
            {
                if (count is not null) Within(coded.Id, count.Span);
            }
        }

        private void CheckAttribution(string id, Attribution entry)
        {
            Index(id, entry.Speaker);
            Index(id, entry.For);
            Reference(id, entry.Quote, record.Quotes.Select(quote => quote.Id));
            if (entry.Cue is { } cue) Within(id, cue);
        }

        private void Within(string what, TextSpan span)
        {
            if (span.Start < 0 || span.End < span.Start || span.End > record.Article.Text.Length) Problems.Add($"{what}: {span} lies outside the text");
        }

        private void Index(string what, int? index)
        {
            if (index is int value && (value < 0 || value >= record.Mentions.Length)) Problems.Add($"{what}: there is no mention {value}");
        }

        private void Reference(string what, string? id, IEnumerable<string> ids)
        {
            if (id is not null && !ids.Contains(id, StringComparer.Ordinal)) Problems.Add($"{what}: there is no {id}");
        }

        private void Ordered(string what, IEnumerable<TextSpan> spans)
        {
            TextSpan last = default;
            foreach (TextSpan span in spans)
            {
                if (span < last) Problems.Add($"{what} are out of order at {span}");
                last = span;
            }
        }

        private void Numbered(string what, char prefix, IEnumerable<string> ids)
        {
            int number = 0;
            foreach (string id in ids)
            {
                if (id != $"{prefix}{++number}") Problems.Add($"{what} {number} is called {id}");
            }
        }
    }
}
