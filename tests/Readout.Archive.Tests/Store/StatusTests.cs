using Readout.Archive.Status;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;

namespace Readout.Archive.Tests.Store;

public class StatusTests
{
    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void What_counts_is_counted(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        ArchiveStatus empty = ArchiveStatus.Of(test.Archive);
        Assert.All(empty.Counts, pair => Assert.Equal(0, pair.Count));
        Assert.Null(empty.Published);
        Assert.Null(empty.Events);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            writer.Keep(Records.Visit());
            writer.Keep(Records.Visit(deed: "toured"));
            writer.Keep(Records.Visit(deed: "toured", pack: Records.OtherPack));
            writer.Keep(Records.Plan());
            writer.Commit();
        }

        ArchiveStatus status = ArchiveStatus.Of(test.Archive);
        Assert.Equal(
            [("articles", 2), ("revisions", 3), ("codings", 4), ("sentences", 4), ("events", 2), ("quotes", 1), ("meetings", 1), ("actors", 5), ("sources", 2)],
            status.Counts);
        Assert.Equal((new DateOnly(2031, 5, 2), new DateOnly(2031, 6, 10)), status.Published);
        Assert.Equal((new DateOnly(2031, 5, 1), new DateOnly(2031, 6, 10)), status.Events);
        Assert.Equal([(Records.Pack, 2), (Records.OtherPack, 1)], status.Packs);
        Assert.True(status.Size > 10_000);
    }
}
