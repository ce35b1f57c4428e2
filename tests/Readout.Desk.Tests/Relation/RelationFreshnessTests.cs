using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Readout.Analysis.Relations;
using Readout.Archive.Arrivals;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Relation;
using Readout.Desk.Tests.Articles;
using Readout.Desk.Tests.News;

namespace Readout.Desk.Tests.Relation;

/// <summary>What is kept of a relation between requests does not outlive what it was made of. On a desk of its own, which is written to.</summary>
public sealed class RelationFreshnessTests(RelationFreshnessTests.OwnDesk desk) : IClassFixture<RelationFreshnessTests.OwnDesk>
{
    private static readonly RelationPair Pair = RelationPair.Of("NOR", "CHL");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_kept_until_somebody_writes_and_then_shows_what_was_written()
    {
        CountedPairs pairs = new(desk.Archive);
        (RelationModel before, CountedPair counted) = (Read(), pairs.Of(Pair));
        Assert.Same(before, Read());
        new LookBook(desk.Archive).Note("somebody", new LastLook(1, DateTimeOffset.UnixEpoch));
        Assert.NotSame(before, Read());
        Assert.Same(counted, pairs.Of(Pair));
        using HttpClient client = desk.Client();
        using HttpResponseMessage rejected = await client.SendAsync("/review", "/review/judge", [new("key", Alone().Key), new("do", "reject")], Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, rejected.StatusCode);
        Assert.Equal(before.Happenings - 1, Read().Happenings);
        Assert.NotSame(counted, pairs.Of(Pair));
        Assert.Equal(before.Happenings - 1, Report(pairs.Of(Pair)).Series.Events.Length);
    }

    [Fact]
    public void Of_many_pairs_and_ranges_only_some_are_kept_and_all_are_right()
    {
        CountedPairs pairs = new(desk.Archive);
        string[] others = ["NOR", "ISL", "GBR", "PER", "ECU", "JPN", "USA", "FRA", "DEU", "SWE"];
        foreach (string other in others.Append("NOR")) pairs.Of(RelationPair.Of("CHL", other == "CHL" ? "ARG" : other));
        CountedPair pair = pairs.Of(Pair);
        foreach (int days in Enumerable.Range(0, 9))
        {
            RelationQuestion question = new(Pair, PeriodKind.Day, pair.First, pair.First.AddDays(days), pair.Last);
            RelationReport report = pair.Report(question);
            Assert.Equal(question, report.Question);
            Assert.Equal(RelationReport.Of(desk.Archive.Relations, question).Series.Events.AsEnumerable(), report.Series.Events);
        }
    }

    private static RelationReport Report(CountedPair pair) => pair.Report(new RelationQuestion(Pair, PeriodKind.Week, null, null, pair.Last));

    private RelationModel Read()
    {
        RelationModels models = desk.Services.GetRequiredService<RelationModels>();
        return models.Read(models.Sides("NOR", "CHL"), new RelationAsk(null, null, null, null, false));
    }

    // An event that is counted and is the only report of its happening.
    private KeptEvent Alone() => desk.Archive.Events.Read(new EventQuery { Relation = (Pair.First, Pair.Second), Statuses = [EventStatus.Actual] })
        .GroupBy(kept => kept.Happening ?? -kept.Id).Where(group => group.Count() == 1).Select(group => group.Single())
        .First(kept => kept.Day is not null && RelationReports.DirectionOf(kept.ToReport(), Pair) is not null);

    public sealed class OwnDesk(TestReader knowledge) : DeskFixture(knowledge);
}
