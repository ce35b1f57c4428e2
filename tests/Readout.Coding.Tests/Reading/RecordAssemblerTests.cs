using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Tests.Reading;

public sealed class RecordAssemblerTests
{
    private const string Body = "They met on Monday. He denied it.";

    [Fact]
    public void Parts_are_numbered_in_text_order_and_references_follow()
    {
        ArticleRecord record = RecordAssembler.Assemble(
            Drafted(
                Event("x", new TextSpan(23, 29)) with { Attribution = [new Attribution(null, null, "k", null, "denied")] },
                Event("y", new TextSpan(5, 8)) with { Date = new EventDate(null, null, null, "z", "no publication date") }),
            new PackIdentity("1", new string('0', 64)));

        Assert.Equal(["e1", "e2"], record.Events.Select(coded => coded.Id));
        Assert.Equal("met", record.Events[0].Trigger.In(Body));
        Assert.Equal("d1", record.Events[0].Date!.Reference);
        Assert.Equal("q1", record.Events[1].Attribution[0].Quote);
        Assert.Equal(["e1", "e2"], record.Meetings[0].Events);
        Assert.Equal("m1", record.Meetings[0].Id);
        Assert.Equal(["note"], record.Warnings);
        Assert.Empty(RecordCheck.Problems(record));
    }

    [Fact]
    public void Keys_know_article_text_and_trigger_and_never_the_coding()
    {
        string key = KeyOf("a", Body, new TextSpan(5, 8), EventType.Consult);
        Assert.Matches("^[0-9a-f]{32}$", key);
        Assert.Equal(key, KeyOf("a", Body, new TextSpan(5, 8), EventType.Assault));
        Assert.NotEqual(key, KeyOf("b", Body, new TextSpan(5, 8), EventType.Consult));
        Assert.NotEqual(key, KeyOf("a", Body, new TextSpan(23, 29), EventType.Consult));
        Assert.NotEqual(key, KeyOf("a", Body + " Twice.", new TextSpan(5, 8), EventType.Consult));
    }

    [Fact]
    public void Events_of_one_trigger_have_keys_of_their_own()
    {
        Draft draft = Drafted(Event("x", new TextSpan(5, 8)), Event("y", new TextSpan(5, 8)));
        ArticleRecord record = RecordAssembler.Assemble(draft, new PackIdentity("1", ""));
        Assert.NotEqual(record.Events[0].Key, record.Events[1].Key);
    }

    private static string KeyOf(string id, string text, TextSpan trigger, EventType type)
    {
        Draft draft = new(Article.FromText(id, text), explain: false)
        {
            Document = Words(Article.FromText(id, text)),
            Events = [Event("e1", trigger) with { Type = type }],
        };
        return RecordAssembler.Assemble(draft, new PackIdentity("1", "")).Events[0].Key;
    }

    private static Draft Drafted(params CodedEvent[] events)
    {
        Article article = Article.FromText("a", Body);
        return new Draft(article with { Warnings = ["note", "note"] }, explain: false)
        {
            Document = Words(article),
            Events = [.. events],
            Dates = [new DateExpression { Id = "z", Span = new TextSpan(9, 18) }],
            Quotes = [new Quote { Id = "k", Kind = QuoteKind.Indirect, Content = [new TextSpan(30, 32)] }],
            Meetings = [new Meeting { Id = "m", Events = ["y", "x"] }],
        };
    }

    private static CodedEvent Event(string id, TextSpan trigger) => new()
    {
        Id = id,
        Key = "",
        Sentence = trigger.Start < 19 ? 0 : 1,
        Span = trigger,
        Trigger = trigger,
        Type = EventType.Consult,
        Frame = "consult.meet",
    };

    private static Document Words(Article article) => new(article, new DocumentLayers
    {
        Starts = [0, 5, 9, 12, 18, 20, 23, 30, 32],
        Ends = [4, 8, 11, 18, 19, 22, 29, 32, 33],
        SentenceFirst = [0, 5],
    });
}
