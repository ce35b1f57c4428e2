using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Evaluation.Records;

namespace Readout.Evaluation.Speakers;

/// <summary>Turns a record into the form in which speakers and meetings are compared.</summary>
internal static class SpokenView
{
    public static SpokenText Of(ArticleRecord record) => new()
    {
        Id = record.Article.Id,
        Quotes = [.. record.Quotes.Select(quote => Quote(record, quote))],
        Meetings = [.. record.Meetings.Select(meeting => Meeting(record, meeting))],
        Record = record,
    };

    private static SpokenQuote Quote(ArticleRecord record, Quote quote)
    {
        string source = RecordView.Joined(record, quote.Source);
        return new SpokenQuote(
            RecordView.Joined(record, quote.Content),
            SpeakerNames.Of(RecordView.Names(record, quote.Speaker).Append(source)),
            SpeakerNames.Of(RecordView.Names(record, quote.For)));
    }

    private static ToldMeeting Meeting(ArticleRecord record, Meeting meeting) => new()
    {
        State = meeting.State,
        Triggers = [.. record.Events.Where(coded => meeting.Events.Contains(coded.Id)).Select(coded => coded.Trigger)],
        Parties = Codes(record, meeting.Parties),
        Absent = Codes(record, meeting.Absent),
        From = meeting.From,
        To = meeting.To,
        PlaceCountry = meeting.Place?.Country,
        Level = meeting.Level,
    };

    private static ImmutableArray<string> Codes(ArticleRecord record, ImmutableArray<int> mentions) =>
        [.. mentions.Select(index => record.Mentions[index].Actor.Code).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
