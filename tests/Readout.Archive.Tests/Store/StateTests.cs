using Readout.Archive.Arrivals;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;

namespace Readout.Archive.Tests.Store;

public class StateTests
{
    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void It_stays_while_nobody_writes_and_changes_with_what_is_committed_by_whomever(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        HashSet<string> states = [test.Archive.State()];
        Assert.Empty(test.Archive.Articles.Revisions(1));
        Assert.False(states.Add(test.Archive.State()) && engine == Engine.Sqlite);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            writer.Keep(Records.Visit());
            writer.Commit();
        }

        Assert.True(states.Add(test.Archive.State()));
        new LookBook(test.Archive).Note("somebody", new LastLook(1, DateTimeOffset.UnixEpoch));
        Assert.True(states.Add(test.Archive.State()));
        using (RecordArchive other = RecordArchive.Open(test.Location, create: false)) new LookBook(other).Note("somebody", new LastLook(2, DateTimeOffset.UnixEpoch));
        Assert.True(states.Add(test.Archive.State()));
    }

    [Fact]
    public void Of_an_archive_that_is_closed_there_is_none()
    {
        using TestArchive test = TestArchive.At(Engine.Sqlite);
        RecordArchive archive = RecordArchive.Open(test.Location, create: true);
        archive.State();
        archive.Dispose();
        Assert.Throws<ObjectDisposedException>(archive.State);
    }
}
