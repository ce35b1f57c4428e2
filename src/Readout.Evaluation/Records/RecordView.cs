using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Evaluation.Records;

/// <summary>Turns a record into its comparable form.</summary>
internal static class RecordView
{
    public static CodedText Of(ArticleRecord record) => new()
    {
        Id = record.Article.Id,
        Text = record.Article.Text,
        Sentences = record.Sentences,
        Events = [.. record.Events.Select(coded => Event(record, coded))],
        Quotes = [.. record.Quotes.Select(quote => Quote(record, quote))],
        Record = record,
    };

    private static ComparedEvent Event(ArticleRecord record, CodedEvent coded) => new()
    {
        Trigger = coded.Trigger.In(record.Article.Text),
        Places = [coded.Trigger],
        Type = coded.Type,
        Mode = coded.Mode,
        Action = coded.Action,
        Actors = Codes(record, coded.Actors),
        Recipients = Codes(record, coded.Recipients),
        Status = coded.Status,
        From = coded.Date?.From,
        To = coded.Date?.To,
        PlaceCountry = coded.Place?.Country,
        AttributedTo = coded.Attribution.IsEmpty ? SpeakerNames.None : Speaker(record, coded.Attribution[0]),
    };

    private static ImmutableArray<string> Codes(ArticleRecord record, ImmutableArray<int> mentions) =>
        [.. mentions.Select(index => record.Mentions[index].Actor.Code ?? "?").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static SpeakerNames Speaker(ArticleRecord record, Attribution attribution)
    {
        Quote? quote = record.Quotes.FirstOrDefault(one => one.Id == attribution.Quote);
        IEnumerable<string?> names = Names(record, attribution.Speaker).Concat(Names(record, attribution.For));
        if (quote is not null) names = names.Append(Joined(record, quote.Source));
        SpeakerNames found = SpeakerNames.Of(names);
        return found.IsNone ? SpeakerNames.Of("(unnamed)") : found;
    }

    private static ComparedQuote Quote(ArticleRecord record, Quote quote) => new(
        SpeakerNames.Of(Names(record, quote.Speaker).Append(Joined(record, quote.Source))),
        Joined(record, quote.Content));

    /// <summary>What a mention goes by: its words, those it points back to, the directory's name, its code.</summary>
    internal static IEnumerable<string?> Names(ArticleRecord record, int? index)
    {
        if (index is not int i) return [];
        Mention mention = record.Mentions[i];
        Mention first = mention.RefersTo is int back ? record.Mentions[back] : mention;
        return [mention.Span.In(record.Article.Text), first.Span.In(record.Article.Text), mention.Actor.Name, mention.Actor.Code];
    }

    /// <summary>The words of several ranges, parted by spaces.</summary>
    internal static string Joined(ArticleRecord record, ImmutableArray<TextSpan> spans) =>
        string.Join(' ', spans.Select(span => span.In(record.Article.Text)));
}
