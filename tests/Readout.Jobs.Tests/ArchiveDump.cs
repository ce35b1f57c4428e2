using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using Readout.Archive;
using Readout.Archive.Backup;

namespace Readout.Jobs.Tests;

/// <summary>All rows of the record in a file of SQLite, in an order of their own: two dumps are equal where the archives are, row for row.</summary>
internal static class ArchiveDump
{
    /// <summary>Tables of operation: what they hold depends on when a run took place.</summary>
    private static readonly string[] s_operation = ["inputs", "feeds", "links", "schema"];

    /// <summary>One line a row: table, then the values.</summary>
    public static List<string> Of(string path)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        List<string> lines = [];
        foreach (string table in Tables(connection)) lines.AddRange(Rows(connection, table, $"SELECT * FROM \"{table}\""));
        foreach (string index in Indexes(connection)) lines.AddRange(Rows(connection, index, $"SELECT rowid FROM {index} WHERE {index} MATCH 'minist* OR accus* OR patrol OR consult* OR nor*'{Counting(index)}"));
        return lines;
    }

    /// <summary>The same of any archive, without the full texts: the lines of its backup.</summary>
    public static List<string> Of(RecordArchive archive)
    {
        string path = Path.GetTempFileName();
        ArchiveBackup.Write(archive, path);
        using StreamReader reader = new(new GZipStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 4096, FileOptions.DeleteOnClose), CompressionMode.Decompress));
        List<string> lines = [];
        string table = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("{\"table\":", StringComparison.Ordinal)) table = line.Split('"')[3];
            else if (line[0] == '[' && !s_operation.Contains(table)) lines.Add(table + line);
        }

        return lines;
    }

    /// <summary>The tables of rows; how a full text lies in its own tables depends on when it was written.</summary>
    private static IEnumerable<string> Tables(SqliteConnection connection)
    {
        List<string> indexes = Indexes(connection);
        return Names(connection, "type = 'table' AND name NOT LIKE 'sqlite_%'")
            .Where(table => !indexes.Exists(index => table == index || table.StartsWith(index + "_", StringComparison.Ordinal))).Except(s_operation);
    }

    /// <summary>Words of events that no longer count may stay in their full text; they are passed over in answers.</summary>
    private static string Counting(string index) => index == "event_words" ? " AND rowid IN (SELECT event FROM event_facets)" : "";

    /// <summary>The full texts.</summary>
    private static List<string> Indexes(SqliteConnection connection) => Names(connection, "sql LIKE 'CREATE VIRTUAL TABLE%'");

    private static List<string> Names(SqliteConnection connection, string condition)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM sqlite_master WHERE {condition} ORDER BY name";
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> names = [];
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private static List<string> Rows(SqliteConnection connection, string table, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            StringBuilder row = new(table);
            for (int i = 0; i < reader.FieldCount; i++) row.Append('|').Append(Value(reader.GetValue(i)));
            rows.Add(row.ToString());
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Value(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
