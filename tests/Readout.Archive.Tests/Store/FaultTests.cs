using System.Globalization;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Verify;
using Readout.Archive.Writing;

namespace Readout.Archive.Tests.Store;

/// <summary>What goes wrong around an archive is one line, and what was committed is there afterwards.</summary>
public class FaultTests
{
    public static TheoryData<string> Engines => Engine.All;

    [Fact]
    public void A_full_disk_is_said_and_ingest_goes_on_from_the_last_commit()
    {
        using TestArchive test = TestArchive.At(Engine.Sqlite);
        int committed = 0;
        Bound(test.Archive, 200);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            ArchiveException full = Assert.Throws<ArchiveException>(() =>
            {
                for (int i = 0; i < 10_000; i++)
                {
                    writer.Keep(Records.Visit(string.Create(CultureInfo.InvariantCulture, $"v{i}")));
                    if (i % 10 != 9) continue;
                    writer.Advance("news.jsonl", string.Create(CultureInfo.InvariantCulture, $"{i + 1}"));
                    writer.Commit();
                    committed = i + 1;
                }
            });
            Assert.StartsWith("the disk is full: ", full.Message, StringComparison.Ordinal);
            Assert.Contains("goes on where it stopped", full.Advice, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => writer.Commit());
        }

        Assert.True(committed > 0);
        Assert.Equal(committed, test.Reopen().Articles.All().Count());
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
        using ArchiveWriter next = test.Archive.BeginWriting();
        Assert.Equal(committed.ToString(CultureInfo.InvariantCulture), next.Position("news.jsonl"));
        Assert.Equal(KeepOutcome.New, next.Keep(Records.Plan()).Outcome);
        next.Commit();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_locked_archive_is_said_after_a_while(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Keep(test.Archive, "first");
        using RecordArchive hasty = RecordArchive.Open(test.Location with { Patience = TimeSpan.FromMilliseconds(200) }, create: false);
        using (ArchiveConnection other = test.Archive.Connect())
        {
            other.Begin();
            if (engine == Engine.Postgres) other.ExecuteScript("LOCK TABLE articles IN ACCESS EXCLUSIVE MODE");
            ArchiveException locked = Assert.Throws<ArchiveException>(() => Keep(hasty, "second"));
            Assert.EndsWith("is locked by another program", locked.Message, StringComparison.Ordinal);
        }

        Keep(hasty, "second");
        Assert.Equal(2, test.Archive.Articles.All().Count());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_archive_that_may_not_be_written_is_read(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Keep(test.Archive, "first");
        using (ArchiveConnection connection = test.Archive.Connect())
        {
            connection.ExecuteScript(engine == Engine.Sqlite ? "PRAGMA query_only = ON" : "SET default_transaction_read_only = on");
            test.Archive.Dispose();
            Assert.Contains("first", connection.Query("SELECT given_id FROM revisions", row => row.GetString(0)));
            ArchiveException refused = Assert.Throws<ArchiveException>(() => connection.InTransaction(() => connection.Execute("DELETE FROM inputs")));
            Assert.Contains(engine == Engine.Sqlite ? "read-only" : "may not be written", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_damaged_file_is_said_and_verify_goes_through_all_the_same()
    {
        using TestArchive test = TestArchive.At(Engine.Sqlite);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            for (int i = 0; i < 400; i++) writer.Keep(Records.Visit(string.Create(CultureInfo.InvariantCulture, $"v{i}")));
            writer.Commit();
        }

        test.Close();
        byte[] bytes = File.ReadAllBytes(test.Location.Path!);
        for (int page = bytes.Length / 4096 / 2; page < bytes.Length / 4096; page += 3) Array.Fill(bytes, (byte)0x5A, page * 4096, 4096);
        File.WriteAllBytes(test.Location.Path!, bytes);

        ArchiveFinding[] findings = [.. new ArchiveVerifier(test.Archive).Run()];
        Assert.Contains(findings, finding => finding.Where == "file");
        ArchiveException damaged = Assert.Throws<ArchiveException>(() => test.Archive.Events.Read(new EventQuery()).Count());
        Assert.EndsWith("is damaged", damaged.Message, StringComparison.Ordinal);
        Assert.Contains("restore the last backup", damaged.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_said()
    {
        string folder = Directory.CreateTempSubdirectory("readout-folder-").FullName;
        Assert.Contains("is a folder", Assert.Throws<ArchiveException>(() => RecordArchive.Open(ArchiveLocation.Parse(folder), create: true)).Message, StringComparison.Ordinal);
        Directory.Delete(folder);
    }

    [Theory]
    [InlineData("postgres://readout@127.0.0.1:1/news", "cannot be reached")]
    [InlineData("postgres://readout@/nowhere?host=CLUSTER", "there is no such database")]
    [InlineData("postgres://stranger@/postgres?host=CLUSTER", "refuses the user")]
    public void A_database_that_cannot_be_used_is_said(string address, string said)
    {
        string cluster = PostgresCluster.NewDatabase().Split("host=")[1];
        ArchiveLocation location = ArchiveLocation.Parse(address.Replace("CLUSTER", cluster, StringComparison.Ordinal));
        Assert.Contains(said, Assert.Throws<ArchiveException>(() => RecordArchive.Open(location, create: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_goes_away_is_said()
    {
        using TestArchive test = TestArchive.At(Engine.Postgres);
        using ArchiveConnection connection = test.Archive.Connect();
        using (ArchiveConnection other = new(test.Location, Dialect.Of(test.Location), Dialect.Of(test.Location).Connect(test.Location, create: false)))
        {
            other.Query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()", row => row.GetBoolean(0));
        }

        Assert.Throws<ArchiveException>(() => connection.Number("SELECT COUNT(*) FROM articles"));
        connection.Dispose();
        Assert.Empty(test.Archive.Articles.All());
    }

    private static void Bound(RecordArchive archive, int pages)
    {
        using ArchiveConnection connection = archive.Connect();
        connection.Scalar(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {connection.Number("PRAGMA page_count") + pages}"));
    }

    private static void Keep(RecordArchive archive, string id)
    {
        using ArchiveWriter writer = archive.BeginWriting();
        writer.Keep(Records.Visit(id));
        writer.Commit();
    }
}
