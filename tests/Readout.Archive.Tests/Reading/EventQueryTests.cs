using Readout.Archive.Reading;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Reading;

public class EventQueryTests
{
    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_kept_event_says_all_that_the_record_says_of_it(string engine)
    {
        using TestArchive test = Filled(engine);
        ArticleRecord record = Records.Visit();
        CodedEvent coded = record.Events[0];
        KeptEvent kept = Assert.Single(test.Archive.Events.Read(new EventQuery { Types = [EventType.Consult] }));
        Assert.Equal(coded.Key, kept.Key);
        Assert.Equal((record.Article.Id, "Strelsau Courier", "Envoy in Graustark", record.Article.Published), (kept.Article.GivenId, kept.Article.Source, kept.Article.Title, kept.Article.Published));
        Assert.Equal(record.Pack, kept.Pack);
        Assert.Equal(record.Sentences[1].In(record.Article.Text), kept.Sentence);
        Assert.Equal((record.Sentences[1], coded.Span, coded.Trigger), (kept.SentenceSpan, kept.Span, kept.Trigger));
        Assert.Equal((coded.Type, coded.Mode, coded.Action, coded.Cameo, coded.Status), (kept.Type, kept.Mode, kept.Action, kept.Cameo, kept.Status));
        Assert.Equal(coded.Contexts, kept.Contexts);
        Assert.Equal(coded.StatusEvidence, kept.StatusEvidence);
        Assert.Equal((coded.Goldstein, coded.PloverScore, coded.Confidence, coded.Frame), (kept.Goldstein, kept.PloverScore, kept.Confidence, kept.Frame));
        Assert.Equal((coded.Date, coded.Place, coded.Size), (kept.Date, kept.Place, kept.Size));
        KeptParty actor = Assert.Single(kept.Actors);
        Assert.Equal(("person/rudolf", "RUR", "envoy", "The Ruritanian envoy"), (actor.Reference, actor.Code, actor.Office, actor.Text));
        Assert.Equal(record.Mentions[0].Span, actor.Span);
        Assert.Equal("state/graustark", Assert.Single(kept.Recipients).Reference);
        KeptAttribution attribution = Assert.Single(kept.Attribution);
        Assert.Equal(("a spokesman", "q1"), (attribution.Speaker!.Text, attribution.Quote));
        Assert.Equal("said", attribution.Cue!.Value.In(record.Article.Text));
        Assert.Equal(Analysis.Reports.Report.Of(record)[0].Speakers.Single(), kept.ToReport().Speakers.Single());
        Assert.Equal(1, kept.Copies);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_event_without_a_date_is_found_under_the_day_of_publication(string engine)
    {
        using TestArchive test = Filled(engine);
        KeptEvent plan = Assert.Single(test.Archive.Events.Read(new EventQuery { From = new DateOnly(2031, 6, 10), To = new DateOnly(2031, 6, 10) }));
        Assert.Null(plan.Date);
        Assert.Equal(new DateOnly(2031, 6, 10), plan.Day);
        Assert.Equal(("ministers", "Graustark", "claimed"), (plan.Attribution[0].Speaker!.Text, plan.Attribution[0].For!.Text, plan.Attribution[0].Stance));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Conditions_narrow_the_answer(string engine)
    {
        using TestArchive test = Filled(engine);
        (EventQuery Query, int Count)[] cases =
        [
            (new EventQuery(), 3),
            (new EventQuery { Actors = ["RUR"] }, 3),
            (new EventQuery { Actors = ["person/rudolf"] }, 1),
            (new EventQuery { Recipients = ["RUR"] }, 0),
            (new EventQuery { Recipients = ["RUR", "GRK"] }, 1),
            (new EventQuery { Parties = ["state/graustark"] }, 3),
            (new EventQuery { Relation = ("RUR", "GRK") }, 2),
            (new EventQuery { Relation = ("RUR", "GRK"), From = new DateOnly(2031, 6, 1) }, 1),
            (new EventQuery { Speakers = ["GRK"] }, 2),
            (new EventQuery { Modes = ["visit"] }, 1),
            (new EventQuery { Contexts = ["military"] }, 1),
            (new EventQuery { Contexts = ["military", "diplomatic"] }, 3),
            (new EventQuery { Contexts = ["milit"] }, 0),
            (new EventQuery { Contexts = ["milit_ry", "%"] }, 0),
            (new EventQuery { Statuses = [EventStatus.Future] }, 2),
            (new EventQuery { Sources = ["Strelsau Courier"] }, 1),
            (new EventQuery { Places = ["GRK"] }, 1),
            (new EventQuery { PublishedFrom = new DateOnly(2031, 6, 1) }, 1),
            (new EventQuery { PublishedTo = new DateOnly(2031, 6, 1) }, 1),
            (new EventQuery { Article = 1 }, 1),
            (new EventQuery { Story = 99 }, 0),
            (new EventQuery { Keys = [Records.Visit().Events[0].Key] }, 1),
            (new EventQuery { Unit = EventUnit.Happening }, 3),
        ];
        foreach ((EventQuery query, int count) in cases)
        {
            Assert.True(test.Archive.Events.Read(query).Count() == count, $"{query} gives {test.Archive.Events.Read(query).Count()}, not {count}");
            Assert.Equal(count, test.Archive.Events.Count(query));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Pages_follow_one_another_in_each_order(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            for (int i = 0; i < 20; i++) writer.Keep(Records.Visit($"v{i}", $"2031-05-{1 + (i * 7 % 20):00}"));
            writer.Commit();
        }

        foreach (EventOrder order in Enum.GetValues<EventOrder>())
        {
            long[] all = [.. test.Archive.Events.Read(new EventQuery { Order = order }).Select(kept => kept.Id)];
            Assert.Equal(20, all.Distinct().Count());
            List<long> paged = [];
            for (long? after = null; paged.Count < 20; after = paged[^1])
            {
                paged.AddRange(test.Archive.Events.Read(new EventQuery { Order = order, After = after, Limit = 7 }).Select(kept => kept.Id));
            }

            Assert.Equal(all, paged);
        }

        DateOnly?[] days = [.. test.Archive.Events.Read(new EventQuery { Order = EventOrder.NewestFirst }).Select(kept => kept.Day)];
        Assert.Equal(days.OrderDescending(), days);
    }

    private static TestArchive Filled(string engine)
    {
        TestArchive test = TestArchive.At(engine);
        using ArchiveWriter writer = test.Archive.BeginWriting();
        writer.Keep(Records.Visit());
        writer.Keep(Records.Plan());
        writer.Keep(Records.Plan("undated", null));
        writer.Commit();
        return test;
    }
}
