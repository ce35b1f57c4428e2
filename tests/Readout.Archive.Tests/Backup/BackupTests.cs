using System.Globalization;
using System.IO.Compression;
using Readout.Archive.Backup;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Tests.Verify;
using Readout.Archive.Verify;
using Readout.Archive.Writing;

namespace Readout.Archive.Tests.Backup;

public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-backup-").FullName;

    public static TheoryData<string, string> Pairs => new()
    {
        { Engine.Sqlite, Engine.Sqlite }, { Engine.Sqlite, Engine.Postgres }, { Engine.Postgres, Engine.Sqlite }, { Engine.Postgres, Engine.Postgres },
    };

    public static TheoryData<string> Engines => Engine.All;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_backed_up_is_restored_row_for_row_on_either_engine(string from, string to)
    {
        using TestArchive test = VerifierTests.Filled(from);
        using TestArchive copy = TestArchive.At(to);
        long rows = ArchiveBackup.Write(test.Archive, File("a.gz"));
        Assert.Equal(rows, ArchiveRestore.Read(File("a.gz"), copy.Location));
        Assert.Empty(new ArchiveVerifier(copy.Archive).Run());
        ArchiveBackup.Write(copy.Archive, File("b.gz"));
        Assert.Equal(Lines(File("a.gz")), Lines(File("b.gz")));
        using ArchiveWriter writer = copy.Archive.BeginWriting();
        Assert.Equal(KeepOutcome.Known, writer.Keep(Records.Plan()).Outcome);
        Assert.Equal(3, writer.Keep(Records.Plan("another")).Article);
        writer.Commit();
        Assert.Empty(new ArchiveVerifier(copy.Archive).Run());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_backup_is_of_one_moment_while_others_write(string engine)
    {
        using TestArchive test = VerifierTests.Filled(engine);
        using CancellationTokenSource stop = new();
        Task writing = Task.Run(() =>
        {
            using ArchiveWriter writer = test.Archive.BeginWriting();
            for (int i = 0; !stop.IsCancellationRequested; i++)
            {
                writer.Keep(Records.Visit(string.Create(CultureInfo.InvariantCulture, $"w{i}"), deed: i % 2 == 0 ? "visited" : "crossed"));
                if (i % 3 == 0) writer.Commit();
            }
        }, stop.Token);
        for (int i = 0; i < 3; i++)
        {
            using TestArchive copy = TestArchive.At(Engine.Sqlite);
            ArchiveBackup.Write(test.Archive, File("a.gz"));
            ArchiveRestore.Read(File("a.gz"), copy.Location);
            Assert.Empty(new ArchiveVerifier(copy.Archive).Run());
        }

        await stop.CancelAsync();
        await writing;
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_backup_that_is_cut_off_or_damaged_restores_nothing(string engine)
    {
        using TestArchive test = VerifierTests.Filled(Engine.Sqlite);
        ArchiveBackup.Write(test.Archive, File("a.gz"));
        byte[] whole = System.IO.File.ReadAllBytes(File("a.gz"));
        string[] lines = Lines(File("a.gz"));
        Zip(File("cut.gz"), lines[..^1]);
        Zip(File("changed.gz"), [.. lines.Select(line => line.Replace("visited", "invaded", StringComparison.Ordinal))]);
        System.IO.File.WriteAllBytes(File("half.gz"), whole[..(whole.Length / 2)]);
        foreach (string file in (string[])["cut.gz", "changed.gz", "half.gz"])
        {
            using TestArchive copy = TestArchive.At(engine);
            Assert.Contains("damaged or cut off", Assert.Throws<ArchiveException>(() => ArchiveRestore.Read(File(file), copy.Location)).Message, StringComparison.Ordinal);
            Assert.StartsWith("there is no archive", Assert.Throws<ArchiveException>(() => RecordArchive.Open(copy.Location, create: false)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_backup_is_not_restored_over_an_archive(string engine)
    {
        using TestArchive test = VerifierTests.Filled(engine);
        ArchiveBackup.Write(test.Archive, File("a.gz"));
        Assert.StartsWith("there is something at ", Assert.Throws<ArchiveException>(() => ArchiveRestore.Read(File("a.gz"), test.Location)).Message, StringComparison.Ordinal);
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
    }

    [Fact]
    public void What_is_no_backup_is_refused()
    {
        using TestArchive copy = TestArchive.At(Engine.Sqlite);
        System.IO.File.WriteAllText(File("letter.txt"), "Dear Sir");
        Zip(File("other.gz"), ["{\"songs\": 1}"]);
        Zip(File("newer.gz"), ["{\"readout-archive\": 2, \"migrations\": []}"]);
        Zip(File("future.gz"), ["{\"readout-archive\": 1, \"migrations\": [\"9999-from-the-future\"]}"]);
        Assert.EndsWith("is no backup of an archive", Refusal("letter.txt"), StringComparison.Ordinal);
        Assert.EndsWith("is no backup of an archive", Refusal("other.gz"), StringComparison.Ordinal);
        Assert.EndsWith("was written by a newer Readout", Refusal("newer.gz"), StringComparison.Ordinal);
        Assert.EndsWith("was written by a newer Readout", Refusal("future.gz"), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Refusal("missing.gz"), StringComparison.Ordinal);
        Assert.Contains("cannot be written", Assert.Throws<ArchiveException>(() => ArchiveBackup.Write(copy.Archive, File("no/such/folder.gz"))).Message, StringComparison.Ordinal);

        string Refusal(string file)
        {
            using TestArchive place = TestArchive.At(Engine.Sqlite);
            return Assert.Throws<ArchiveException>(() => ArchiveRestore.Read(File(file), place.Location)).Message;
        }
    }

    private string File(string name) => Path.Combine(_folder, name);

    private static string[] Lines(string path)
    {
        using StreamReader reader = new(new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress));
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }

    private static void Zip(string path, string[] lines)
    {
        using StreamWriter writer = new(new GZipStream(System.IO.File.Create(path), CompressionLevel.Fastest)) { NewLine = "\n" };
        foreach (string line in lines) writer.WriteLine(line);
    }
}
