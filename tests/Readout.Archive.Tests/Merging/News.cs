using System.Globalization;
using Readout.Archive.Tests.Engines;
using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Tests.Merging;

/// <summary>Records of one event or one meeting each, made by rule, so that many can be had without reading.</summary>
internal static class News
{
    private static readonly string[] States = ["RUR", "GRK", "SYL", "BOR", "ELB"];
    private static readonly string[] Deeds = ["accused", "bombed", "expelled", "aided", "praised"];
    private static readonly EventType[] Types = [EventType.Accuse, EventType.Assault, EventType.Sanction, EventType.Aid, EventType.Support];

    /// <summary>A run of articles: reports of some happenings by several papers, copies among them, and meetings that move on.</summary>
    public static ArticleRecord[] Run(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(i => i % 4 == 3 ? Meeting(i, random) : Deed(i, random))];
    }

    /// <summary>A report of a deed.</summary>
    public static ArticleRecord Deed(int number, string actor, string deed, EventType type, string recipient, DateOnly day, string? body = null, int? dead = null)
    {
        string sentence = $"{actor} {deed} {recipient} on that day.";
        Article article = Compose(number, $"{actor} and {recipient}", $"{sentence} {body}".TrimEnd(), day.AddDays(1));
        int start = article.BodyStart;
        TextSpan trigger = new(start + actor.Length + 1, start + actor.Length + 1 + deed.Length);
        return Keyed(new ArticleRecord
        {
            Pack = Records.Pack,
            Article = article,
            Sentences = [new TextSpan(0, article.Title!.Length), new TextSpan(start, article.Text.Length)],
            Mentions = [Mention(start, actor), Mention(trigger.End + 1, recipient)],
            Events =
            [
                new CodedEvent
                {
                    Id = "e1",
                    Key = "",
                    Sentence = 1,
                    Span = new TextSpan(start, start + sentence.Length),
                    Type = type,
                    Actors = [0],
                    Recipients = [1],
                    Trigger = trigger,
                    Frame = "made",
                    Date = new EventDate(day, day, "day", null, null),
                    Size = EventSize.None with { Dead = dead is int number1 ? new PeopleCount(number1, number1, trigger) : null },
                },
            ],
        });
    }

    /// <summary>What a paper tells of a meeting.</summary>
    public static ArticleRecord Meeting(int number, string one, string other, MeetingState state, DateOnly published, DateOnly? day, string words = "will meet")
    {
        string body = $"{one} and {other} {words}.";
        Article article = Compose(number, "Talks", body, published);
        int start = article.BodyStart;
        return new ArticleRecord
        {
            Pack = Records.Pack,
            Article = article,
            Sentences = [new TextSpan(0, 5), new TextSpan(start, article.Text.Length)],
            Mentions = [Mention(start, one), Mention(start + one.Length + 5, other)],
            Meetings = [new Meeting { Id = "m1", Parties = [0, 1], From = day, To = day, State = state }],
        };
    }

    private static ArticleRecord Deed(int number, Random random)
    {
        int what = random.Next(Deeds.Length);
        int who = random.Next(States.Length);
        string recipient = States[(who + 1 + random.Next(States.Length - 1)) % States.Length];
        string body = string.Join(' ', Enumerable.Range(0, 30).Select(i => $"word{random.Next(6) * 40 + i}"));
        return Deed(number, States[who], Deeds[what], Types[what], recipient, new DateOnly(1931, 5, 1).AddDays(random.Next(20)), body, random.Next(2) == 0 ? random.Next(3, 9) : null);
    }

    private static ArticleRecord Meeting(int number, Random random)
    {
        int who = random.Next(States.Length - 1);
        DateOnly published = new DateOnly(1931, 5, 1).AddDays(random.Next(30));
        MeetingState state = (MeetingState)random.Next(7);
        return Meeting(number, States[who], States[who + 1], state, published, random.Next(3) > 0 ? published.AddDays(random.Next(-1, 20)) : null);
    }

    private static Article Compose(int number, string title, string body, DateOnly published) => Article.Compose($"n{number}", title, [(BlockKind.Paragraph, body)]) with
    {
        Source = string.Create(CultureInfo.InvariantCulture, $"Paper {number % 5}"),
        Published = published,
        RawHash = new string('0', 64),
    };

    private static Mention Mention(int start, string code) => new(new TextSpan(start, start + code.Length), MentionForm.Name, null,
        new ActorReference { Id = $"state/{code}", Name = code, Kind = "state", Code = code, Country = code, Sector = "GOV" });

    private static ArticleRecord Keyed(ArticleRecord record)
    {
        EventKey key = new(record.Article);
        return record with { Events = [.. record.Events.Select(coded => coded with { Key = key.Of(coded.Trigger, 0) })] };
    }
}
