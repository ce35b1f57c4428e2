using System.IO.Compression;
using System.Text.Json;
using Readout.Archive.Backup;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Tests.Merging;
using Readout.Archive.Tests.Verify;
using Readout.Archive.Verify;
using Readout.Archive.Writing;
using Readout.Coding.Record;
using Readout.Tests;

namespace Readout.Archive.Tests.Store;

/// <summary>
/// Archives of every version go forward to the present one. <c>tests/specs/archive/version-N.jsonl</c> is a small archive as
/// version N wrote it, <c>migrations.json</c> the hashes of the migrations that were released and may not change. Before a
/// release, run this class with <c>READOUT_RELEASE=1</c> to add what is new.
/// </summary>
public sealed class ForwardTests : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };
    private static readonly (string Name, string Before)[] BySeason =
        [("copy_bands", "band, article"), ("story_postings", "term, week, posted, story"), ("happening_keys", "key, day, happening")];

    private readonly string _folder = Directory.CreateTempSubdirectory("readout-forward-").FullName;

    public static TheoryData<string, string> Versions()
    {
        if (Environment.GetEnvironmentVariable("READOUT_RELEASE") == "1") Release();
        TheoryData<string, string> cases = [];
        foreach (string file in Directory.GetFiles(Repository.Path("tests", "specs", "archive"), "version-*.jsonl"))
        {
            foreach (string engine in (string[])[Engine.Sqlite, Engine.Postgres]) cases.Add(engine, Path.GetFileName(file));
        }

        return cases;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Versions))]
    public void An_archive_of_each_version_goes_forward(string engine, string version)
    {
        using TestArchive test = TestArchive.At(engine);
        ArchiveRestore.Read(Zipped(version), test.Location);
        using (ArchiveConnection connection = test.Archive.Connect())
        {
            Assert.Equal(
                Migration.Of(connection.Dialect.Migrations).Select(migration => migration.Name),
                connection.Query("SELECT name FROM schema ORDER BY number", row => row.GetString(0)));
        }

        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
        KeptEvent visit = Assert.Single(test.Archive.Events.Read(new EventQuery { Types = [EventType.Consult] }));
        Assert.Equal(("toured", "1.1"), (visit.TriggerText, visit.Pack.Version));
        using ArchiveWriter writer = test.Archive.BeginWriting();
        Assert.Equal(KeepOutcome.Known, writer.Keep(Records.Plan()).Outcome);
        Assert.Equal(KeepOutcome.New, writer.Keep(Records.Plan("another")).Outcome);
        writer.Commit();
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public void What_is_looked_up_by_season_is_as_this_program_writes_it(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            foreach (ArticleRecord record in News.Run(60, seed: 3)) writer.Keep(record.Article.Id.EndsWith('7') ? record with { Article = record.Article with { Published = null } } : record);
            writer.Commit();
        }

        string[][] written = [.. BySeason.Select(table => Rows(test, table.Name))];
        using (ArchiveConnection connection = test.Archive.Connect())
        {
            foreach ((string table, string before) in BySeason)
            {
                connection.ExecuteScript($"CREATE TABLE earlier AS SELECT {before} FROM {table}; DROP TABLE {table}; ALTER TABLE earlier RENAME TO {table};");
            }

            connection.Execute("DELETE FROM schema WHERE number = 97");
        }

        test.Close();
        int told = 0;
        for (int opening = 0; opening < 2; opening++) RecordArchive.Open(test.Location, create: true, () => told++).Dispose();
        Assert.Equal(1, told);
        for (int i = 0; i < BySeason.Length; i++)
        {
            Assert.NotEmpty(written[i]);
            Assert.Equal(written[i], Rows(test, BySeason[i].Name));
        }
    }

    [Fact]
    public void A_released_migration_does_not_change()
    {
        using JsonDocument released = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "specs", "archive", "migrations.json")));
        foreach (JsonProperty engine in released.RootElement.EnumerateObject())
        {
            Dictionary<string, string> present = Migration.Of(engine.Name).ToDictionary(migration => migration.Name, migration => migration.Hash, StringComparer.Ordinal);
            foreach (JsonProperty migration in engine.Value.EnumerateObject()) Assert.Equal(migration.Value.GetString(), present[migration.Name]);
        }
    }

    private static void Release()
    {
        string folder = Repository.Path("tests", "specs", "archive");
        using TestArchive test = VerifierTests.Filled(Engine.Sqlite);
        File.WriteAllText(Path.Combine(folder, $"version-{Migration.Of("sqlite")[^1].Number}.jsonl"), test.Rows());
        Dictionary<string, Dictionary<string, string>> hashes = new[] { "sqlite", "postgres" }.ToDictionary(
            engine => engine, engine => Migration.Of(engine).ToDictionary(migration => migration.Name, migration => migration.Hash));
        File.WriteAllText(Path.Combine(folder, "migrations.json"), JsonSerializer.Serialize(hashes, Indented) + "\n");
    }

    private static string[] Rows(TestArchive test, string table)
    {
        using ArchiveConnection connection = test.Archive.Connect();
        return
        [
            .. connection.Query($"SELECT * FROM {table}", row => string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(column => $"{row.GetName(column)}={row.GetValue(column)}")))
                .Order(StringComparer.Ordinal),
        ];
    }

    private string Zipped(string version)
    {
        string path = Path.Combine(_folder, version + ".gz");
        using GZipStream zip = new(File.Create(path), CompressionLevel.Fastest);
        zip.Write(File.ReadAllBytes(Repository.Path("tests", "specs", "archive", version)));
        return path;
    }
}
