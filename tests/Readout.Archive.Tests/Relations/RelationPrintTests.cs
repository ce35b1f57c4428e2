using Readout.Analysis.Relations;
using Readout.Archive.Relations;
using Readout.Archive.Store;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Relations;

public class RelationPrintTests
{
    private static readonly RelationPair Pair = RelationPair.Of("RUR", "GRK");

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_print_stays_with_the_history_and_changes_with_it(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        HashSet<string> prints = [Print(test)];
        Keep(test, Records.Visit("one"));
        Assert.True(prints.Add(Print(test)));
        Keep(test, Records.Visit("two", "2031-06-20"));
        Assert.True(prints.Add(Print(test)));
        Keep(test, Records.Visit("one", "2031-05-09", deed: "toured"));
        Assert.True(prints.Add(Print(test)));
        Keep(test, Records.Plan());
        Assert.False(prints.Add(Print(test)));
        Keep(test, Records.Plan("undated", day: null) with { Events = [Records.Plan("undated", day: null).Events[0] with { Status = EventStatus.Actual }] });
        Assert.True(prints.Add(Print(test)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Reports_that_trade_their_happenings_give_another_print(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Keep(test, Records.Visit("one"), Records.Visit("two", "2031-06-20"));
        Set(test, 17, 23);
        string before = Print(test);
        Set(test, 23, 17);
        Assert.NotEqual(before, Print(test));
        Set(test, 17, 23);
        Assert.Equal(before, Print(test));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Days_that_were_read_grow_with_what_is_read(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        RelationReader relations = test.Archive.Relations;
        Assert.Empty(relations.ReadDays());
        Keep(test, Records.Visit("one", "2031-06-20"));
        Assert.Equal([new DateOnly(2031, 6, 20)], relations.ReadDays());
        Keep(test, Records.Visit("two", "2031-05-02"), Records.Visit("three", "2031-06-20"), Records.Plan("four", "2031-08-01"));
        Assert.Equal([new DateOnly(2031, 5, 2), new DateOnly(2031, 6, 20), new DateOnly(2031, 8, 1)], relations.ReadDays());
        Assert.Equal(relations.ReadDays(), relations.ReadDays());
        using RecordArchive anew = RecordArchive.Open(test.Location, create: false);
        Assert.Equal(anew.Relations.ReadDays().AsEnumerable(), relations.ReadDays());
    }

    private static string Print(TestArchive test) => test.Archive.Relations.Print(Pair);

    private static void Set(TestArchive test, long first, long second)
    {
        using ArchiveConnection connection = test.Archive.Connect();
        connection.Execute("UPDATE dyads SET happening = @happening WHERE event = 1", ("@happening", first));
        connection.Execute("UPDATE dyads SET happening = @happening WHERE event = 2", ("@happening", second));
    }

    private static void Keep(TestArchive test, params ArticleRecord[] records)
    {
        using ArchiveWriter writer = test.Archive.BeginWriting();
        foreach (ArticleRecord record in records) writer.Keep(record);
        writer.Commit();
    }
}
