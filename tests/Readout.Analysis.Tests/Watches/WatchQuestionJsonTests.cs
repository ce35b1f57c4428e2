using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Coding.Record;

namespace Readout.Analysis.Tests.Watches;

public class WatchQuestionJsonTests
{
    [Fact]
    public void A_question_is_written_and_read_back()
    {
        WatchQuestion question = new()
        {
            Relations = [RelationPair.Of("SYL", "BOR")],
            Actors = ["person/rudolf"],
            Countries = ["ELB"],
            Types = [EventType.Sanction],
            Modes = ["expel"],
            Contexts = ["military"],
            Statuses = [EventStatus.Negated],
            Words = "\"grain ships\" -rice",
        };
        string json = WatchQuestionJson.Write(question);
        Assert.Equal("{\"relations\":[\"BOR-SYL\"],\"actors\":[\"person/rudolf\"],\"countries\":[\"ELB\"],\"types\":[\"SANCTION\"],\"modes\":[\"expel\"],"
            + "\"contexts\":[\"military\"],\"statuses\":[\"negated\"],\"words\":\"\\u0022grain ships\\u0022 -rice\"}", json);
        Assert.Equal(json, WatchQuestionJson.Write(WatchQuestionJson.Read(json)));
        Assert.Equal("{}", WatchQuestionJson.Write(new WatchQuestion()));
        Assert.True(WatchQuestionJson.Read("{}").IsEmpty);
        Assert.Equal(["BOR", "ELB", "SYL"], question.Codes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"relations\": [\"USA\"]}")]
    [InlineData("{\"relations\": [\"USA-USA\"]}")]
    [InlineData("{\"relations\": \"USA-RUS\"}")]
    [InlineData("{\"types\": [\"GOSSIP\"]}")]
    [InlineData("{\"statuses\": [\"maybe\"]}")]
    [InlineData("{\"words\": 5}")]
    public void What_is_no_question_is_refused(string json) => Assert.Throws<FormatException>(() => WatchQuestionJson.Read(json));
}
