using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Readout.Archive;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Verify;

namespace Readout.Jobs.Tests.Kill;

/// <summary>Nothing is lost: the real program is killed at any moment, cut off from its disk, kept from its archive.</summary>
public class KillTests(ProgramCopy program, ITestOutputHelper output)
{
    private const int Kills = 30;
    private const int Articles = 300;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void Killed_at_thirty_moments_it_ends_with_the_same_archive_row_for_row() => KillAndCompare(Engine.Sqlite);

    [Fact]
    public void Killed_at_thirty_moments_it_ends_with_the_same_archive_row_for_row_on_a_server() => KillAndCompare(Engine.Postgres);

    private void KillAndCompare(string engine)
    {
        string folder = Directory.CreateTempSubdirectory("readout-kill-").FullName;
        try
        {
            string corpus = Path.Combine(folder, "corpus");
            Corpus.Write(corpus, Articles);
            string undisturbed = Place(engine, folder, "undisturbed.db");
            string killed = Place(engine, folder, "killed.db");
            using Commits commits = Commits.Of(engine, killed);
            string whole = RunToEnd(corpus, undisturbed);
            int cutShort = 0;
            Random random = new(20260101);
            for (int i = 0; i < Kills; i++)
            {
                using Life life = Start(corpus, killed);
                WaitForMoment(life, commits, random);
                if (!life.IsOver) cutShort++;
                life.Kill();
            }

            string last = RunToEnd(corpus, killed);
            output.WriteLine($"undisturbed: {whole}");
            output.WriteLine($"killed {cutShort} times within a run; the last run: {last}");
            Assert.True(cutShort >= Kills * 2 / 3, $"Only {cutShort} of {Kills} processes were killed before their end.");
            Assert.Equal(Rows(engine, undisturbed), Rows(engine, killed));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_full_disk_is_one_line_and_loses_nothing()
    {
        if (!CanMount()) Assert.Skip("This machine does not let a process mount a small disk of its own (unshare -rm).");
        string folder = Directory.CreateTempSubdirectory("readout-full-").FullName;
        try
        {
            string corpus = Path.Combine(folder, "corpus");
            Corpus.Write(corpus, 90);
            string undisturbed = Path.Combine(folder, "undisturbed.db");
            RunToEnd(corpus, undisturbed);
            string disk = Directory.CreateDirectory(Path.Combine(folder, "disk")).FullName;
            string rescued = Directory.CreateDirectory(Path.Combine(folder, "rescued")).FullName;
            string script = $"mount -t tmpfs -o size=1200k tmpfs {disk} && {{ {program.Executable} ingest {corpus} --archive {disk}/a.db --commit-every 5; code=$?; cp {disk}/a.db* {rescued}/; exit $code; }}";
            using Life life = Life.Start("unshare", "-rm", "sh", "-c", script);
            life.Wait(s_patience);
            Assert.Equal(1, life.Code);
            string line = Assert.Single(life.Error.TrimEnd('\n').Split('\n'), text => !text.Contains(".jsonl:", StringComparison.Ordinal));
            Assert.Contains("the disk is full", line, StringComparison.Ordinal);
            string archive = Path.Combine(rescued, "a.db");
            Assert.NotEmpty(ArchiveDump.Of(archive));
            RunToEnd(corpus, archive);
            Assert.Equal(ArchiveDump.Of(undisturbed), ArchiveDump.Of(archive));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_limit_on_files_is_one_line_and_loses_nothing()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There are no such limits.");
        string folder = Directory.CreateTempSubdirectory("readout-limit-").FullName;
        try
        {
            string corpus = Path.Combine(folder, "corpus");
            Corpus.Write(corpus, 90);
            string undisturbed = Path.Combine(folder, "undisturbed.db");
            string archive = Path.Combine(folder, "limited.db");
            RunToEnd(corpus, undisturbed);
            // In blocks of 512 bytes. The runtime keeps its code in a file of memory, which the limit would hold too.
            string script = $"export DOTNET_EnableWriteXorExecute=0; ulimit -f 2600; exec {program.Executable} ingest {corpus} --archive {archive} --commit-every 5";
            using Life life = Life.Start("sh", "-c", script);
            life.Wait(s_patience);
            Assert.Equal(1, life.Code);
            string line = Assert.Single(life.Error.TrimEnd('\n').Split('\n'), text => !text.Contains(".jsonl:", StringComparison.Ordinal));
            Assert.Contains("the disk takes no more of", line, StringComparison.Ordinal);
            Assert.NotEmpty(ArchiveDump.Of(archive));
            RunToEnd(corpus, archive);
            Assert.Equal(ArchiveDump.Of(undisturbed), ArchiveDump.Of(archive));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_locked_archive_is_one_line_and_loses_nothing()
    {
        string folder = Directory.CreateTempSubdirectory("readout-locked-").FullName;
        try
        {
            string corpus = Path.Combine(folder, "corpus");
            Corpus.Write(corpus, 30);
            string archive = Path.Combine(folder, "archive.db");
            string whole = RunToEnd(corpus, archive);
            File.AppendAllLines(Path.Combine(corpus, "d.jsonl"), Corpus.Lines(540, 5));
            using (SqliteConnection other = new(new SqliteConnectionStringBuilder { DataSource = archive, Pooling = false }.ConnectionString))
            {
                other.Open();
                using SqliteTransaction held = other.BeginTransaction(deferred: false);
                using Life life = Start(corpus, archive);
                life.Wait(s_patience);
                Assert.Equal(1, life.Code);
                Assert.Contains("is locked by another program", Assert.Single(life.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
            }

            Assert.Contains("\"new\":5,", RunToEnd(corpus, archive), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Life Start(string corpus, string archive) => Life.Start(program.Executable, "ingest", corpus, "--archive", archive, "--json", "--commit-every", "3");

    /// <summary>Runs to the end; gives the last event.</summary>
    private string RunToEnd(string corpus, string archive)
    {
        using Life life = Start(corpus, archive);
        life.Wait(s_patience);
        Assert.True(life.Code is 0 or 1, life.Error);
        string done = life.Output.TrimEnd('\n').Split('\n')[^1];
        Assert.Contains("\"event\":\"done\"", done, StringComparison.Ordinal);
        return done;
    }

    private static string Place(string engine, string folder, string name) => engine == Engine.Postgres ? PostgresCluster.NewDatabase() : Path.Combine(folder, name);

    private static List<string> Rows(string engine, string archive)
    {
        if (engine != Engine.Postgres) return ArchiveDump.Of(archive);
        using RecordArchive opened = RecordArchive.Open(ArchiveLocation.Parse(archive), create: false);
        Assert.Empty(new ArchiveVerifier(opened).Run());
        return ArchiveDump.Of(opened);
    }

    /// <summary>A moment of the run: for one in six anywhere in its start, else some commits after it began to write, and a little later.</summary>
    private static void WaitForMoment(Life life, Commits seen, Random random)
    {
        int commits = random.Next(6) == 0 ? 0 : random.Next(1, 8);
        int jitter = commits == 0 ? random.Next(700) : random.Next(25);
        Stopwatch watch = Stopwatch.StartNew();
        string last = seen.Now();
        while (commits > 0 && !life.IsOver && watch.Elapsed < s_patience)
        {
            Thread.Sleep(1);
            string now = seen.Now();
            if (now == last) continue;
            last = now;
            commits--;
        }

        Thread.Sleep(jitter);
    }

    private static bool CanMount()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            using Life life = Life.Start("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=100k tmpfs /mnt");
            life.Wait(TimeSpan.FromSeconds(20));
            return life.Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
