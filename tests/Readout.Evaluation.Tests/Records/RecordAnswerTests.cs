using Readout.Coding.Record;
using Readout.Evaluation.Agreement;
using Readout.Evaluation.Dates;
using Readout.Evaluation.Events;
using Readout.Evaluation.Records;
using Readout.Evaluation.Scoring;
using Readout.Evaluation.Tests.Tasks;
using Readout.Text;

namespace Readout.Evaluation.Tests.Records;

/// <summary>What the tasks take out of a record.</summary>
public sealed class RecordAnswerTests
{
    private const string Text = "Norway met Sweden on Friday, Ida Sands said. She praised it.";

    private static readonly ArticleRecord Record = new()
    {
        Pack = new PackIdentity("0.1.0", new string('a', 64)),
        Article = Article.FromText("a", Text) with { Published = new DateOnly(1905, 3, 12) },
        Sentences = [Span("Norway met Sweden on Friday, Ida Sands said."), Span("She praised it.")],
        Mentions =
        [
            new Mention(Span("Norway"), MentionForm.Name, null, new ActorReference { Name = "Norway", Kind = "state", Code = "NOR", Country = "NOR" }),
            new Mention(Span("Sweden"), MentionForm.Name, null, new ActorReference { Name = "Sweden", Kind = "state", Code = "SWE", Country = "SWE" }),
            new Mention(Span("Ida Sands"), MentionForm.Name, null, new ActorReference { Name = "Ida Sands", Kind = "person", Unresolved = "in no directory" }),
            new Mention(Span("She"), MentionForm.Pronoun, 2, new ActorReference { Name = "Ida Sands", Kind = "person", Unresolved = "in no directory" }),
        ],
        Events =
        [
            Event("e1", 0, "met", EventType.Consult) with
            {
                Actors = [0, 1],
                Date = new EventDate(new DateOnly(1905, 3, 10), new DateOnly(1905, 3, 10), "day", "d1", null),
                Attribution = [new Attribution(2, null, "q1", Span("said"), null)],
            },
            Event("e2", 1, "praised", EventType.Support) with { Actors = [3], Recipients = [0] },
        ],
        Quotes = [new Quote { Id = "q1", Kind = QuoteKind.Indirect, Speaker = 2, Source = [Span("Ida Sands")], Cue = [Span("said")], Content = [Span("Norway met Sweden on Friday")] }],
        Dates = [new DateExpression { Id = "d1", Span = Span("Friday"), Timex = "1905-03-10" }],
    };

    [Fact]
    public void Dates_are_extent_and_value() => Assert.Equal([new TimeExpression(Span("Friday"), "1905-03-10")], TimeExpressions.Of(Record).Items);

    [Fact]
    public void Events_have_words_country_and_sector_of_their_parties()
    {
        SentenceEvents events = SentenceEvents.Of(Record);
        Assert.Equal(["CONSULT", "SUPPORT"], events.Items.Select(one => one.Type));
        Assert.Equal([new EventParty("Norway", "NOR", null), new EventParty("Sweden", "SWE", null)], events.Items[0].Actors);
        Assert.Equal([new EventParty("She", null, null)], events.Items[1].Actors);
    }

    [Fact]
    public void A_coding_has_codes_days_and_every_name_of_a_speaker()
    {
        CodedText coding = CodedText.Of(Record);
        Assert.Equal(["NOR", "SWE"], coding.Events[0].Actors);
        Assert.Equal(new DateOnly(1905, 3, 10), coding.Events[0].From);
        Assert.True(coding.Events[0].AttributedTo.Agrees(SpeakerNames.Of("Minister Ida Sands")));
        Assert.False(coding.Events[0].AttributedTo.Agrees(SpeakerNames.None));
        Assert.True(coding.Events[1].AttributedTo.IsNone);
        Assert.Equal("Norway met Sweden on Friday", Assert.Single(coding.Quotes).Content);
    }

    [Fact]
    public void A_party_without_a_code_does_not_agree_with_one_that_has_one()
    {
        CodedText coding = CodedText.Of(Record);
        ComparedEvent other = coding.Events[1] with { Actors = ["NOR"] };
        Assert.False(EventMatching.SameDyad(coding.Events[1], other));
        Assert.True(EventMatching.SameDyad(coding.Events[1], coding.Events[1]));
    }

    [Fact]
    public void A_record_agrees_with_itself_throughout()
    {
        using TaskRunner runner = new();
        string path = runner.Write("records.jsonl", RecordJson.ToText(Record) + "\n");
        ScoreReport report = CodingAgreement.Compare(path, path);
        Assert.All(report.Scores, score => Assert.True(score.Value is null or 1, $"{score.Name} is {score.Value}"));
        Assert.Equal(2, report.Find("type F1").Counts.Single(count => count.Name == "correct").Value);
        Assert.Equal(1, report["speaker of matched quotes"]);
    }

    [Fact]
    public void An_input_keeps_title_and_text_as_they_are()
    {
        Article article = new RecordInput("a", new DateOnly(1905, 3, 12), " Fleets meet ", "One.\n\n  Two.").ToArticle();
        Assert.Equal("Fleets meet\n\nOne.\n\n  Two.", article.Text);
        Assert.Equal("One.\n\n  Two.", article.Text[article.BodyStart..]);
        Assert.Equal(["Fleets meet", "One.", "Two."], article.Blocks.Select(block => block.Span.In(article.Text)));
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph], article.Blocks.Select(block => block.Kind));
        Assert.Equal(0, new RecordInput("a", null, null, "One.").ToArticle().BodyStart);
    }

    private static CodedEvent Event(string id, int sentence, string trigger, EventType type) => new()
    {
        Id = id,
        Key = id,
        Sentence = sentence,
        Span = Span(trigger),
        Trigger = Span(trigger),
        Type = type,
        Frame = "f",
    };

    private static TextSpan Span(string words)
    {
        int start = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
