using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Tests.Engines;

/// <summary>Small sound records over invented news.</summary>
internal static class Records
{
    public static readonly PackIdentity Pack = new("1.0", new string('a', 64));
    public static readonly PackIdentity OtherPack = new("1.1", new string('b', 64));

    /// <summary>Ruritania visits Graustark on a given day; the spokesman says so.</summary>
    public static ArticleRecord Visit(string id = "visit", string day = "2031-05-02", string? url = null, string deed = "visited", PackIdentity? pack = null, string before = "")
    {
        string body = $"{before}The Ruritanian envoy {deed} Graustark on Friday, a spokesman said. About 40 officials took part.";
        Article article = Article.Compose(id, "Envoy in Graustark", [(BlockKind.Paragraph, body)]) with
        {
            Url = url,
            Source = "Strelsau Courier",
            Published = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            RawHash = new string('0', 64),
        };
        TextSpan trigger = Find(article, deed);
        TextSpan sentence = new(article.BodyStart, Find(article, "said.").End);
        return Keyed(new ArticleRecord
        {
            Pack = pack ?? Pack,
            Article = article,
            Sentences = [new TextSpan(0, article.Title!.Length), sentence, new TextSpan(sentence.End + 1, article.Text.Length)],
            Mentions =
            [
                new Mention(Find(article, "The Ruritanian envoy"), MentionForm.Title, null, Actor("person/rudolf", "Rudolf Rassendyll", "RUR", "envoy")),
                new Mention(new TextSpan(trigger.End + 1, trigger.End + 10), MentionForm.Name, null, Actor("state/graustark", "Graustark", "GRK", null)),
                new Mention(Find(article, "a spokesman"), MentionForm.Nominal, null, new ActorReference { Name = "spokesman", Kind = "agent", Unresolved = "no state is named" }),
            ],
            Events =
            [
                new CodedEvent
                {
                    Id = "e1", Key = "", Sentence = 1, Span = new TextSpan(sentence.Start, Find(article, "Friday").End), Type = EventType.Consult, Mode = "visit",
                    Contexts = ["diplomatic", "military"], Cameo = "042", Goldstein = 1.9, PloverScore = 1.5, Actors = [0], Recipients = [1],
                    Status = EventStatus.Actual, StatusEvidence = [trigger], Trigger = trigger, Frame = "consult.visit", Confidence = 0.91,
                    Date = new EventDate(article.Published!.Value.AddDays(-1), article.Published!.Value.AddDays(-1), "day", "d1", null),
                    Place = new EventPlace("Graustark", "GRK", 47.5, 12.3, new TextSpan(trigger.End + 1, trigger.End + 10), null),
                    Size = EventSize.None with { Participants = new PeopleCount(40, null, Find(article, "40")) },
                    Attribution = [new Attribution(2, null, "q1", Find(article, "said"), null)],
                },
            ],
            Quotes =
            [
                new Quote
                {
                    Id = "q1", Kind = QuoteKind.Indirect, Speaker = 2, Source = [Find(article, "a spokesman")], Cue = [Find(article, "said")],
                    Content = [new TextSpan(sentence.Start, Find(article, "Friday").End)],
                },
            ],
            Dates = [new DateExpression { Id = "d1", Span = Find(article, "Friday"), From = article.Published!.Value.AddDays(-1), To = article.Published!.Value.AddDays(-1), Granularity = "day" }],
        });
    }

    /// <summary>Graustark and Ruritania are to meet, both as actors; no date is given.</summary>
    public static ArticleRecord Plan(string id = "plan", string? day = "2031-06-10", string source = "Edelweiss Gazette")
    {
        const string body = "Graustark and Ruritania will meet again, ministers agreed.";
        Article article = Article.Compose(id, null, [(BlockKind.Paragraph, body)]) with
        {
            Source = source,
            Published = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            RawHash = new string('0', 64),
        };
        return Keyed(new ArticleRecord
        {
            Pack = Pack,
            Article = article,
            Sentences = [new TextSpan(0, body.Length)],
            Mentions =
            [
                new Mention(Find(article, "Graustark"), MentionForm.Name, null, Actor("state/graustark", "Graustark", "GRK", null)),
                new Mention(Find(article, "Ruritania"), MentionForm.Name, null, Actor("state/ruritania", "Ruritania", "RUR", null)),
                new Mention(Find(article, "ministers"), MentionForm.Nominal, null, new ActorReference { Name = "ministers", Kind = "agent" }),
            ],
            Events =
            [
                new CodedEvent
                {
                    Id = "e1", Key = "", Sentence = 0, Span = new TextSpan(0, Find(article, "again").End), Type = EventType.Agree, Action = EventType.Consult,
                    Contexts = ["diplomatic"], PloverScore = 3, Actors = [0, 1], Status = EventStatus.Future, StatusEvidence = [Find(article, "will")],
                    Trigger = Find(article, "meet"), Frame = "consult.meet", Confidence = 0.8,
                    Attribution = [new Attribution(2, 0, null, null, "claimed")],
                },
            ],
            Meetings = [new Meeting { Id = "m1", Events = ["e1"], Parties = [0, 1], Absent = [2], Level = "minister", State = MeetingState.Planned }],
            Warnings = ["the meeting has no date"],
        });
    }

    private static ArticleRecord Keyed(ArticleRecord record)
    {
        EventKey key = new(record.Article);
        return record with { Events = [.. record.Events.Select(coded => coded with { Key = key.Of(coded.Trigger, 0) })] };
    }

    private static TextSpan Find(Article article, string words)
    {
        int start = article.Text.IndexOf(words, article.BodyStart, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }

    private static ActorReference Actor(string id, string name, string code, string? office) =>
        new() { Id = id, Name = name, Kind = id.Split('/')[0], Code = code, Country = code, Sector = "GOV", Office = office };
}
