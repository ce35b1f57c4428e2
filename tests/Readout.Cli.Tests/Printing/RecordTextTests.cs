using Readout.Cli.Printing;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Cli.Tests.Printing;

public sealed class RecordTextTests
{
    private const string Body = "The chancellor denied on Monday that Ruritania had threatened Graustark.";

    [Fact]
    public void Everything_that_is_known_of_an_event_is_under_its_sentence()
    {
        string text = Print(Example());
        Assert.Contains("e1  THREATEN → SANCTION  negated", text, StringComparison.Ordinal);
        Assert.Contains($"    {Body}\n", text, StringComparison.Ordinal);
        Assert.Contains("who       Ruritania (RUR)", text, StringComparison.Ordinal);
        Assert.Contains("whom      Graustark [unresolved: no such state; nearest: state/gra]", text, StringComparison.Ordinal);
        Assert.Contains("when      6 March 1911 (\"on Monday\")", text, StringComparison.Ordinal);
        Assert.Contains("said by   The chancellor (Chancellor, RUR), \"denied\", denied", text, StringComparison.Ordinal);
        Assert.Contains("CAMEO 131 · Goldstein -5.8 · PLOVER -4.0 · confidence 0.75 · threaten.threaten", text, StringComparison.Ordinal);
        Assert.Contains("warning: odd", text, StringComparison.Ordinal);
        Assert.Contains("1 event · 1 quote · 1 meeting · 3 actors · 1 sentence", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_and_meetings_are_listed()
    {
        string text = Print(Example());
        Assert.Contains("q1  The chancellor (Chancellor, RUR) denied: Ruritania had threatened Graustark (indirect)", text, StringComparison.Ordinal);
        Assert.Contains("m1  cancelled, minister level: 6 March 1911 to 12 March 1911", text, StringComparison.Ordinal);
    }

    private static string Print(ArticleRecord record)
    {
        using StringWriter output = new() { NewLine = "\n" };
        new RecordText(output, isColoured: false, width: 120).Print(record);
        return output.ToString();
    }

    private static ArticleRecord Example() => new()
    {
        Pack = new PackIdentity("1", new string('0', 64)),
        Article = Article.FromText("a", Body),
        Sentences = [new TextSpan(0, Body.Length)],
        Mentions =
        [
            Named("The chancellor", "Chancellor", "RUR"),
            Named("Ruritania", null, "RUR"),
            new Mention(Span("Graustark"), MentionForm.Name, null, new ActorReference
            {
                Name = "Graustark",
                Kind = "state",
                Candidates = ["state/gra"],
                Unresolved = "no such state",
            }),
        ],
        Events =
        [
            new CodedEvent
            {
                Id = "e1",
                Key = "",
                Sentence = 0,
                Span = Span("threatened"),
                Trigger = Span("threatened"),
                Type = EventType.Threaten,
                Action = EventType.Sanction,
                Status = EventStatus.Negated,
                Cameo = "131",
                Goldstein = -5.8,
                PloverScore = -4,
                Actors = [1],
                Recipients = [2],
                Date = new EventDate(new DateOnly(1911, 3, 6), new DateOnly(1911, 3, 6), "day", "d1", null),
                Attribution = [new Attribution(0, null, "q1", Span("denied"), "denied")],
                Frame = "threaten.threaten",
                Confidence = 0.75,
            },
        ],
        Quotes =
        [
            new Quote
            {
                Id = "q1",
                Kind = QuoteKind.Indirect,
                Speaker = 0,
                Cue = [Span("denied")],
                Content = [Span("Ruritania had threatened Graustark")],
            },
        ],
        Dates = [new DateExpression { Id = "d1", Span = Span("on Monday") }],
        Meetings =
        [
            new Meeting
            {
                Id = "m1",
                Parties = [1],
                From = new DateOnly(1911, 3, 6),
                To = new DateOnly(1911, 3, 12),
                Level = "minister",
                State = MeetingState.Cancelled,
            },
        ],
        Warnings = ["odd"],
    };

    private static Mention Named(string words, string? office, string code) =>
        new(Span(words), MentionForm.Name, null, new ActorReference { Name = words, Kind = "person", Office = office, Code = code });

    private static TextSpan Span(string words)
    {
        int start = Body.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
