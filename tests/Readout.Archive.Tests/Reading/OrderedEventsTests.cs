using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Tests.Merging;
using Readout.Archive.Verify;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Reading;

/// <summary>Events in order of day: the same as those in the order of keeping, sorted, and found by an index whatever is asked.</summary>
public class OrderedEventsTests
{
    private static readonly EventQuery[] Questions =
    [
        new(),
        new() { Parties = ["RUR"] },
        new() { Actors = ["RUR"] },
        new() { Recipients = ["state/GRK"] },
        new() { Parties = ["RUR", "GRK", "person/rudolf"] },
        new() { Actors = ["RUR"], Recipients = ["GRK", "SYL"] },
        new() { Parties = ["nobody"] },
        new() { Speakers = ["GRK"] },
        new() { Speakers = ["GRK"], Parties = ["RUR"] },
        new() { Relation = ("RUR", "GRK") },
        new() { Relation = ("RUR", "GRK"), Types = [EventType.Aid] },
        new() { Relation = ("GRK", "RUR"), Actors = ["GRK"] },
        new() { Types = [EventType.Accuse] },
        new() { Types = [EventType.Accuse, EventType.Aid], Statuses = [EventStatus.Actual] },
        new() { Types = [EventType.Accuse], Parties = ["BOR"] },
        new() { Places = ["GRK"] },
        new() { Sources = ["Paper 3"] },
        new() { Sources = ["Paper 3", "Strelsau Courier"], Parties = ["RUR"] },
        new() { PublishedFrom = new DateOnly(1931, 5, 8), PublishedTo = new DateOnly(1931, 5, 12), Actors = ["SYL"] },
        new() { From = new DateOnly(1931, 5, 5), To = new DateOnly(1931, 5, 9), Parties = ["ELB"] },
        new() { From = new DateOnly(1931, 5, 5), Relation = ("BOR", "ELB") },
        new() { Article = 5 },
        new() { Contexts = ["military"] },
        new() { Modes = ["visit"], Parties = ["RUR"] },
    ];

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void Each_answer_in_order_of_day_is_the_one_in_order_of_keeping_sorted(string engine)
    {
        using TestArchive test = Filled(engine);
        foreach (EventQuery question in Questions.SelectMany(question => Enum.GetValues<EventUnit>().Select(unit => question with { Unit = unit })))
        {
            (long Id, DateOnly Day)[] found = [.. test.Archive.Events.Read(question).Where(kept => kept.Day is not null).Select(kept => (kept.Id, kept.Day!.Value))];
            long[] oldest = [.. found.OrderBy(one => one.Day).ThenBy(one => one.Id).Select(one => one.Id)];
            long[] newest = [.. oldest.Reverse()];
            Assert.Equal(oldest, Whole(test.Archive, question with { Order = EventOrder.OldestFirst }));
            Assert.Equal(newest, Whole(test.Archive, question with { Order = EventOrder.NewestFirst }));
            Assert.Equal(oldest, Paged(test.Archive, question with { Order = EventOrder.OldestFirst }));
            Assert.Equal(newest, Paged(test.Archive, question with { Order = EventOrder.NewestFirst }));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Who_has_part_follows_changes_of_the_article_and_is_verified(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Keep(test.Archive, Records.Visit("v"), Records.Plan("p"));
        EventQuery envoy = new() { Actors = ["person/rudolf"], Order = EventOrder.NewestFirst };
        long first = Assert.Single(test.Archive.Events.Read(envoy)).Id;
        Keep(test.Archive, Records.Visit("v", deed: "toured"), Records.Visit("v", deed: "crossed"));
        Keep(test.Archive, Records.Visit("v", deed: "crossed", pack: Records.OtherPack));
        KeptEvent now = Assert.Single(test.Archive.Events.Read(envoy));
        Assert.Equal((true, "crossed"), (now.Id > first, now.TriggerText));
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
        using (ArchiveConnection connection = test.Archive.Connect())
        {
            connection.Execute("UPDATE event_parties SET roles = 2 WHERE who = 'person/rudolf'");
            connection.Execute("DELETE FROM event_parties WHERE who = 'state/ruritania'");
        }

        string[] findings = [.. new ArchiveVerifier(test.Archive).Run().Select(finding => finding.ToString())];
        Assert.Contains(findings, line => line.StartsWith("event_parties: person/rudolf in event", StringComparison.Ordinal) && line.EndsWith("has no such part", StringComparison.Ordinal));
        Assert.Contains(findings, line => line.StartsWith("event_parties: state/ruritania in event", StringComparison.Ordinal) && line.EndsWith("is missing or says another role", StringComparison.Ordinal));
    }

    [Fact]
    public void No_answer_in_order_of_day_goes_through_the_whole_table_or_sorts_it()
    {
        using TestArchive test = Filled(Engine.Sqlite);
        using ArchiveConnection connection = test.Archive.Connect();
        foreach (EventQuery question in Questions.Where(question => question.Parties.Length < 2 && question.Types.Length < 2 && question.Recipients.Length < 2))
        {
            OrderedEvents asked = new(connection, question with { Order = EventOrder.NewestFirst, After = 20, Limit = 50 });
            string sql = asked.Sql();
            string plan = string.Join('\n', connection.Query($"EXPLAIN QUERY PLAN {sql}", row => row.GetString(3), asked.Parameters(sql)));
            bool mayScan = question == new EventQuery() || question.Contexts.Length > 0;
            Assert.True(mayScan || !plan.Contains("SCAN", StringComparison.Ordinal), $"{question}:\n{plan}");
            bool maySort = question.Sources.Length > 0 || question.PublishedFrom is not null || question.Article is not null;
            Assert.True(maySort || !plan.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal), $"{question}:\n{plan}");
        }
    }

    private static long[] Whole(RecordArchive archive, EventQuery question) => [.. archive.Events.Read(question).Select(kept => kept.Id)];

    // By number: the rows of a page are loaded as those of the whole are, and loading them page by page is what would take the time.
    private static long[] Paged(RecordArchive archive, EventQuery question)
    {
        List<long> all = [];
        for (long? after = null; ; after = all[^1])
        {
            IReadOnlyList<long> page = archive.Events.Numbers(question with { After = after, Limit = 29 });
            all.AddRange(page);
            if (page.Count < 29) return [.. all];
        }
    }

    private static TestArchive Filled(string engine) => TestArchive.CopyOf(engine, "ordered", archive =>
    {
        Keep(archive, [.. News.Run(160, seed: 3), .. Enumerable.Range(0, 9).Select(i => Records.Visit($"v{i}", $"1931-05-0{1 + (i * 4 % 9)}")), Records.Plan(), Records.Plan("undated", null)]);
        if (!archive.Location.IsPostgres) return;
        // A server knows after a minute how many rows there are; one that does not yet chooses plans that take a hundred times as long.
        using ArchiveConnection connection = archive.Connect();
        connection.Execute("ANALYZE");
    });

    private static void Keep(RecordArchive archive, params ArticleRecord[] records)
    {
        using ArchiveWriter writer = archive.BeginWriting();
        foreach (ArticleRecord record in records) writer.Keep(record);
        writer.Commit();
    }
}
