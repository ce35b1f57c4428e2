using Readout.Archive.Arrivals;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;

namespace Readout.Archive.Tests.Arrivals;

public sealed class ArrivalTests
{
    private static readonly DateTimeOffset Now = new(2031, 8, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void What_came_after_a_look_is_new_and_nothing_else(string engine)
    {
        using TestArchive test = Filled(engine);
        ArrivalReader arrivals = new(test.Archive);
        LookBook looks = new(test.Archive);
        Assert.Null(looks.Of("anna"));
        looks.Note("anna", new LastLook(1, Now));
        looks.Note("anna", new LastLook(2, Now.AddHours(1)));
        Assert.Equal(new LastLook(2, Now.AddHours(1)), looks.Of("anna"));
        Assert.Equal(3, arrivals.Newest());
        Assert.Equal([3L], arrivals.After(2).Revisions);
        Assert.True(arrivals.After(3).IsEmpty);
        Assert.Equal([3L, 2L, 1L], arrivals.After(0).Revisions);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Deeds_between_two_codes_are_counted_with_what_was_usual_before(string engine)
    {
        using TestArchive test = Filled(engine);
        ArrivalReader arrivals = new(test.Archive);
        IReadOnlyList<ArrivedDeed> deeds = arrivals.Deeds(arrivals.After(0));
        Assert.NotEmpty(deeds);
        Assert.All(deeds, deed => Assert.True(string.CompareOrdinal(deed.First, deed.Second) < 0));
        ArrivedDeed one = deeds[0];
        int happenings = deeds.Where(deed => (deed.First, deed.Second) == (one.First, one.Second)).Select(deed => deed.Happening ?? -deed.Event).Distinct().Count();
        Assert.Equal(happenings, arrivals.Usual(one.First, one.Second, DateOnly.MinValue, DateOnly.MaxValue).Happenings);
        Assert.Equal(new UsualScore(0, 0), arrivals.Usual(one.First, one.Second, DateOnly.MinValue, one.Day.AddDays(-60)));
        Assert.Equal(new DateOnly(2031, 5, 2), arrivals.NewestDay(new DateOnly(2031, 5, 20)));
        Assert.Equal(arrivals.Published(new DateOnly(2031, 1, 1), new DateOnly(2031, 12, 31)).Count, arrivals.After(0).Count);
        Assert.All(arrivals.Stories(arrivals.After(0), 10), story => Assert.True(story.Articles > 1));
        Assert.Empty(arrivals.Statements(new ArrivalWindow(0, []), 5));
        Assert.Empty(arrivals.EventsOf([]));
    }

    private static TestArchive Filled(string engine)
    {
        TestArchive test = TestArchive.At(engine);
        using ArchiveWriter writer = test.Archive.BeginWriting();
        writer.Keep(Records.Visit(day: "2031-05-02"));
        writer.Keep(Records.Plan());
        writer.Keep(Records.Visit("second", day: "2031-05-02", deed: "toured"));
        writer.Commit();
        return test;
    }
}
