using CsCheck;
using Readout.Coding.Record;
using Readout.Tests;
using Readout.Text;

namespace Readout.Coding.Tests.Record;

public sealed class RecordJsonTests
{
    [Fact]
    public void A_record_read_back_writes_the_same_bytes() =>
        RecordGen.Records.Sample(
            record =>
            {
                byte[] once = RecordJson.ToUtf8(record);
                byte[] twice = RecordJson.ToUtf8(RecordJson.Parse(once));
                return once.AsSpan().SequenceEqual(twice);
            },
            iter: 400);

    [Fact]
    public void The_body_alone_is_the_body_of_the_whole_record() =>
        RecordGen.Records.Sample(record => RecordJson.ParseBody(RecordJson.ToUtf8(record)) == record.Article.Text[record.Article.BodyStart..], iter: 200);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"article":1}""")]
    [InlineData("""{"article":{"bodyStart":0}}""")]
    [InlineData("""{"article":{"bodyStart":0,"text":1}}""")]
    [InlineData("""{"article":{"bodyStart":"0","text":"a"}}""")]
    [InlineData("""{"article":{"bodyStart":2,"text":"a"}}""")]
    [InlineData("""{"article":{"bodyStart":0.5,"text":"a"}}""")]
    [InlineData("""{"article":{"bodyStart":0,"text":"a""")]
    public void A_body_that_is_not_there_is_told(string json) =>
        Assert.Throws<FormatException>(() => RecordJson.ParseBody(System.Text.Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Every_record_keeps_to_the_schema_and_to_its_slices() =>
        RecordGen.Records.Sample(record => Assert.Empty(RecordSchema.Problems(RecordJson.ToText(record))), iter: 60);

    [Fact]
    public void One_line_holds_no_line_break_and_the_layout_for_people_says_the_same() =>
        RecordGen.Records.Sample(
            record =>
            {
                string line = RecordJson.ToText(record);
                Assert.DoesNotContain('\n', line);
                Assert.Equal(line, RecordJson.ToText(RecordJson.Parse(RecordJson.ToText(record, indented: true))));
            },
            iter: 60);

    [Fact]
    public void Names_order_nulls_and_spelling_are_the_contracts()
    {
        string json = RecordJson.ToText(Smallest() with
        {
            Events =
            [
                new CodedEvent
                {
                    Id = "e1",
                    Key = new string('0', 32),
                    Sentence = 0,
                    Span = new TextSpan(0, 4),
                    Trigger = new TextSpan(0, 4),
                    Type = EventType.Agree,
                    Action = EventType.Consult,
                    Status = EventStatus.Future,
                    Goldstein = 3,
                    PloverScore = 1.5,
                    Frame = "agree.to-deed",
                    Confidence = 0.5,
                },
            ],
        });

        Assert.Contains("\"quad\":\"verbal-cooperation\",\"action\":\"CONSULT\",\"cameo\":null,\"goldstein\":3.0,\"ploverScore\":1.5", json, StringComparison.Ordinal);
        Assert.Contains("\"size\":{\"dead\":null,\"injured\":null,\"detained\":null,\"participants\":null}", json, StringComparison.Ordinal);
        Assert.Contains("\"trigger\":{\"start\":0,\"end\":4,\"text\":\"They\"}", json, StringComparison.Ordinal);
        Assert.EndsWith("\"quotes\":[],\"dates\":[],\"meetings\":[],\"warnings\":[]}", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("[]", "'pack'")]
    [InlineData("{}", "'pack' is missing")]
    [InlineData("\"mentions\":[]|\"mentions\":{}", "'mentions' is no list")]
    [InlineData("\"sentences\":[]|\"sentences\":[[0,99]]", "outside the text")]
    [InlineData("\"sentences\":[]|\"sentences\":[[0]]", "two numbers")]
    [InlineData("\"sentences\":[]|\"sentences\":[[\"a\",1]]", "wrong kind")]
    [InlineData("\"published\":null|\"published\":\"2025-02-30\"", "no day")]
    [InlineData("\"dates\":[]|\"dates\":[{\"id\":\"d1\",\"start\":0,\"end\":4,\"text\":\"Them\"}]", "does not stand")]
    public void What_is_no_record_is_refused_with_what_is_wrong(string change, string said)
    {
        string[] parts = change.Split('|');
        string json = parts.Length == 2 ? RecordJson.ToText(Smallest()).Replace(parts[0], parts[1], StringComparison.Ordinal) : change;
        FormatException problem = Assert.Throws<FormatException>(() => RecordJson.Parse(json));
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"warnings\":[]", "\"warnings\":[],\"more\":1")]
    [InlineData("\"meetings\":[],", "")]
    [InlineData("\"language\":\"en\"", "\"language\":null")]
    [InlineData("\"sentences\":[[0,9]]", "\"sentences\":[[0,9,9]]")]
    public void The_schema_is_strict(string from, string to)
    {
        string good = RecordJson.ToText(Smallest() with { Sentences = [new TextSpan(0, 9)] });
        Assert.Empty(RecordSchema.Problems(good));
        Assert.Contains(from, good, StringComparison.Ordinal);
        Assert.NotEmpty(RecordSchema.Problems(good.Replace(from, to, StringComparison.Ordinal)));
    }

    private static ArticleRecord Smallest() => new()
    {
        Pack = new PackIdentity("0.1.0", new string('b', 64)),
        Article = Article.FromText("a", "They met."),
    };
}
