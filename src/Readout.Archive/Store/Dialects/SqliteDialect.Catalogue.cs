using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Readout.Archive.Store.Dialects;

/// <content>What the engine knows of its tables.</content>
internal sealed partial class SqliteDialect
{
    public override IReadOnlyList<StoredTable> Tables(ArchiveConnection connection)
    {
        List<string> names = connection.Query(
            """
            SELECT name FROM sqlite_master AS tables
            WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE%' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> 'schema'
            AND NOT EXISTS (SELECT 1 FROM sqlite_master AS words
                            WHERE words.sql LIKE 'CREATE VIRTUAL TABLE%' AND substr(tables.name, 1, length(words.name) + 1) = words.name || '_')
            ORDER BY name
            """, row => row.GetString(0));
        return [.. names.Select(name => Describe(connection, name))];
    }

    public override IReadOnlyList<Reference> References(ArchiveConnection connection) =>
    [
        .. Tables(connection).SelectMany(table => connection.Query(
            "SELECT \"from\", \"table\", COALESCE(\"to\", 'id') FROM pragma_foreign_key_list(@table) ORDER BY id, seq",
            row => new Reference(table.Shape.Name, row.GetString(0), row.GetString(1), row.GetString(2)), ("@table", table.Shape.Name))),
    ];

    public override IReadOnlyList<string> CheckEngine(ArchiveConnection connection) =>
        [.. connection.Query("PRAGMA integrity_check(1000)", row => row.GetString(0)).Where(line => line != "ok")];

    // The check is an insert that changes nothing; with rank 1 it holds the index against the sentences themselves
    // (https://sqlite.org/fts5.html#the_integrity_check_command).
    public override IReadOnlyList<string> CheckWords(ArchiveConnection connection)
    {
        connection.Begin();
        try
        {
            using SqliteCommand command = ((SqliteConnection)connection.Inner).CreateCommand();
            command.CommandText = "INSERT INTO sentence_words (sentence_words, rank) VALUES ('integrity-check', 1)";
            command.ExecuteNonQuery();
            return [];
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is 1 or 11)
        {
            return ["the full text does not have the words of the current sentences"];
        }
        finally
        {
            connection.Rollback();
        }
    }

    public override void Load(ArchiveConnection connection, Action load)
    {
        connection.ExecuteScript("PRAGMA foreign_keys = OFF");
        try
        {
            connection.InTransaction(load);
        }
        finally
        {
            connection.ExecuteScript("PRAGMA foreign_keys = ON");
        }
    }

    private static StoredTable Describe(ArchiveConnection connection, string table)
    {
        List<(string Name, string Type, long Key)> columns = connection.Query(
            "SELECT name, type, pk FROM pragma_table_xinfo(@table) WHERE hidden = 0 ORDER BY cid", row => (row.GetString(0), row.GetString(1), row.GetInt64(2)), ("@table", table));
        TableShape shape = new(table, [.. columns.Select(column => (column.Name, Kind(column.Type)))]);
        ImmutableArray<string> key = [.. columns.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Name)];
        return new StoredTable(shape, key.IsEmpty ? ["rowid"] : key);
    }

    // By the rules of affinity (https://sqlite.org/datatype3.html#determination_of_column_affinity).
    private static ColumnKind Kind(string type) =>
        type.Contains("INT", StringComparison.OrdinalIgnoreCase) || type.Contains("BOOL", StringComparison.OrdinalIgnoreCase) ? ColumnKind.Integer
        : type.Contains("REAL", StringComparison.OrdinalIgnoreCase) || type.Contains("DOUB", StringComparison.OrdinalIgnoreCase) ? ColumnKind.Real
        : type.Contains("BLOB", StringComparison.OrdinalIgnoreCase) ? ColumnKind.Blob
        : ColumnKind.Text;
}
