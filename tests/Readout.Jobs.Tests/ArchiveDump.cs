using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

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
        lines.AddRange(Rows(connection, "words", "SELECT rowid FROM sentence_words WHERE sentence_words MATCH 'minist* OR accus* OR patrol'"));
        return lines;
    }

    private static IEnumerable<string> Tables(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sentence_words%' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> names = [];
        while (reader.Read()) names.Add(reader.GetString(0));
        return names.Except(s_operation);
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
