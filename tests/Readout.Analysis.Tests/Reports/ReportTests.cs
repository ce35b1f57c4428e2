using Readout.Analysis.Reports;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Analysis.Tests.Reports;

public class ReportTests
{
    [Fact]
    public void A_report_tells_the_event_with_its_parties_and_without_offsets()
    {
        ArticleRecord record = new()
        {
            Pack = new PackIdentity("1", "00"),
            Article = Article.FromText("a1", "Chile warned Peru.") with { Source = "The Wire", Published = new DateOnly(1979, 1, 5) },
            Sentences = [new TextSpan(0, 18)],
            Mentions = [Mention(0, 5, "CHL"), Mention(13, 17, "PER")],
            Events =
            [
                new CodedEvent
                {
                    Id = "e1", Key = "k1", Sentence = 0, Span = new TextSpan(0, 17), Type = EventType.Threaten, Actors = [0], Recipients = [1],
                    Trigger = new TextSpan(6, 12), Frame = "threaten.warn", Date = new EventDate(new DateOnly(1979, 1, 4), new DateOnly(1979, 1, 4), "day", null, null),
                },
            ],
        };

        Report report = Assert.Single(Report.Of(record));
        Assert.Equal(("k1", "a1", "The Wire", "warned"), (report.Key, report.Article, report.Source, report.Trigger));
        Assert.Equal(["CHL", "PER"], report.Actors.Concat(report.Recipients).Select(party => party.Code));
        Assert.Equal(new DateOnly(1979, 1, 4), report.From);
    }

    private static Mention Mention(int start, int end, string code) =>
        new(new TextSpan(start, end), MentionForm.Name, null, new ActorReference { Name = code, Kind = "state", Code = code, Country = code });
}
