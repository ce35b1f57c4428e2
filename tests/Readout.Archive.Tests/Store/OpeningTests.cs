using System.Data.Common;
using Readout.Archive.Store;
using Readout.Archive.Tests.Engines;

namespace Readout.Archive.Tests.Store;

public class OpeningTests
{
    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_archive_is_made_once_and_opened_again(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Assert.Empty(test.Archive.Articles.All());
        Assert.Empty(test.Reopen().Articles.All());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Where_there_is_none_it_is_said(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        ArchiveException refused = Assert.Throws<ArchiveException>(() => RecordArchive.Open(test.Location, create: false));
        Assert.StartsWith("there is no archive at ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_newer_archive_is_refused(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using (ArchiveConnection connection = test.Archive.Connect())
        {
            connection.Execute("INSERT INTO schema (number, name, hash) VALUES (9999, '9999-from-the-future', 'x')");
        }

        test.Close();
        ArchiveException refused = Assert.Throws<ArchiveException>(() => test.Archive);
        Assert.EndsWith("was made by a newer Readout", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_archive_is_refused_and_left_alone()
    {
        using TestArchive test = TestArchive.At(Engine.Sqlite);
        foreach (byte[] content in (byte[][])[[.. "Dear Sir,\n"u8, .. new byte[4000]], [.. "SQLite format 3\0"u8, .. new byte[50]]])
        {
            File.WriteAllBytes(test.Location.Path!, content);
            Assert.Contains("no archive", Assert.Throws<ArchiveException>(() => test.Archive).Message, StringComparison.Ordinal);
            Assert.Equal(content, File.ReadAllBytes(test.Location.Path!));
        }
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        using TestArchive test = TestArchive.At(Engine.Sqlite);
        using (Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={test.Location.Path};Pooling=False"))
        {
            connection.Open();
            using DbCommand command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE songs (title TEXT)";
            command.ExecuteNonQuery();
        }

        Assert.EndsWith("is no archive of Readout", Assert.Throws<ArchiveException>(() => test.Archive).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_engines_have_the_same_tables_with_the_same_columns()
    {
        using TestArchive sqlite = TestArchive.At(Engine.Sqlite);
        using TestArchive postgres = TestArchive.At(Engine.Postgres);
        using ArchiveConnection first = sqlite.Archive.Connect();
        using ArchiveConnection second = postgres.Archive.Connect();
        List<string> left = first.Query(
            """
            SELECT tables.name || '.' || columns.name FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
            WHERE tables.type = 'table' AND tables.name NOT LIKE 'sentence_words%' AND tables.name NOT LIKE 'event_words%' AND tables.name NOT LIKE 'sqlite_%' ORDER BY tables.name, columns.cid
            """, row => row.GetString(0));
        List<string> right = second.Query(
            """
            SELECT table_name || '.' || column_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = 'readout' AND table_type = 'BASE TABLE' AND data_type <> 'tsvector' ORDER BY table_name COLLATE "C", ordinal_position
            """, row => row.GetString(0));
        Assert.Equal(left, right);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void Migrations_are_numbered_once_each(string engine)
    {
        int[] numbers = [.. Migration.Of(engine).Select(migration => migration.Number)];
        Assert.Contains(1, numbers);
        Assert.Equal(numbers.Distinct().Order(), numbers);
        Assert.Equal(Migration.Of("sqlite").Select(migration => migration.Name), Migration.Of("postgres").Select(migration => migration.Name));
    }
}
