using Microsoft.Data.Sqlite;
using Readout.Coding.Reading;

namespace Readout.Jobs.Tests.Kill;

/// <summary>Coding again is killed at any moment and goes on where it was.</summary>
public class RecodeKillTests(ProgramCopy program, ITestOutputHelper output)
{
    private const int Kills = 8;
    private const int Articles = 240;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Killed_while_coding_again_it_ends_with_the_same_archive_row_for_row()
    {
        using Reader earlier = ProgramCopy.Earlier();
        using Desk desk = new(earlier);
        string corpus = desk.File("corpus");
        Corpus.Write(corpus, Articles);
        await desk.Ingest(corpus);
        desk.Archive.Dispose();
        string undisturbed = Copy(desk, "undisturbed.db");
        string killed = Copy(desk, "killed.db");
        List<string> before = ArchiveDump.Of(undisturbed);
        RunToEnd(undisturbed);
        Random random = new(20260202);
        List<long> coded = [];
        for (int i = 0; i < Kills; i++)
        {
            using Life life = Start(killed);
            if (coded.Count > 0 && random.Next(3) == 0) Thread.Sleep(random.Next(600));
            else WaitForCommit(life, killed);
            Thread.Sleep(random.Next(60));
            life.Kill();
            coded.Add(Codings(killed));
        }

        output.WriteLine($"codings after each kill: {string.Join(' ', coded)}");
        Assert.True(coded.Distinct().Count() > 2 && coded[0] < Codings(undisturbed), "The program was killed before it had begun or after it was done.");
        RunToEnd(killed);
        List<string> expected = ArchiveDump.Of(undisturbed);
        Assert.Equal(expected, ArchiveDump.Of(killed));
        Assert.NotEqual(before, expected);
    }

    private static string Copy(Desk desk, string name)
    {
        string copy = desk.File(name);
        File.Copy(desk.File("archive.db"), copy);
        return copy;
    }

    private Life Start(string archive) => Life.Start(program.Executable, "recode", "--archive", archive, "--json");

    private void RunToEnd(string archive)
    {
        using Life life = Start(archive);
        life.Wait(s_patience);
        Assert.True(life.Code == 0, life.Error);
    }

    // The log beside the archive grows with a commit.
    private static void WaitForCommit(Life life, string archive)
    {
        FileInfo log = new(archive + "-wal");
        long before = log.Exists ? log.Length : 0;
        for (DateTime until = DateTime.UtcNow + s_patience; !life.IsOver && DateTime.UtcNow < until; Thread.Sleep(1))
        {
            log.Refresh();
            if (log.Exists && log.Length > 0 && log.Length != before) return;
        }
    }

    private static long Codings(string archive)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = archive, Pooling = false }.ConnectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM codings";
        return (long)command.ExecuteScalar()!;
    }
}
