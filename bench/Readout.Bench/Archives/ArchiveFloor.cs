using Microsoft.Data.Sqlite;
using Readout.Coding.Record;

namespace Readout.Bench.Archives;

/// <summary>What SQLite itself does on this machine at this moment: rows into a plain table, sentences into FTS5.</summary>
internal static class ArchiveFloor
{
    /// <summary>Rows a second of processor time of one prepared insert of eight columns, in one transaction.</summary>
    public static double Rows(string folder)
    {
        const int rows = 200_000;
        using SqliteConnection connection = Open(Path.Combine(folder, $"{Guid.NewGuid():n}.db"));
        Run(connection, "CREATE TABLE plain (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c INTEGER, d INTEGER, e REAL, f TEXT, g INTEGER)");
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO plain VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)";
        for (int i = 0; i < 8; i++) insert.Parameters.Add(new SqliteParameter($"@p{i}", null));
        ProcessorWatch watch = new();
        for (int i = 0; i < rows; i++)
        {
            object[] values = [(long)i, (long)(i % 1000), "actor", (long)(i % 7), (long)(i % 300), 0.5, "the words of a mention", (long)(i % 2)];
            for (int column = 0; column < values.Length; column++) insert.Parameters[column].Value = values[column];
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return rows / watch.Seconds;
    }

    /// <summary>Sentences a second of processor time into FTS5 with the archive's tokenizer and no table behind it, in one transaction.</summary>
    public static double Words(string folder, IEnumerable<ArticleRecord> records)
    {
        string[] sentences = [.. records.SelectMany(record => record.Sentences.Select(span => span.In(record.Article.Text)))];
        using SqliteConnection connection = Open(Path.Combine(folder, $"{Guid.NewGuid():n}.db"));
        Run(connection, "CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = 'porter unicode61 remove_diacritics 2')");
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO words (rowid, text) VALUES (@p0, @p1)";
        insert.Parameters.Add(new SqliteParameter("@p0", null));
        insert.Parameters.Add(new SqliteParameter("@p1", null));
        ProcessorWatch watch = new();
        for (int i = 0; i < sentences.Length; i++)
        {
            insert.Parameters[0].Value = i + 1L;
            insert.Parameters[1].Value = sentences[i];
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return sentences.Length / watch.Seconds;
    }

    private static SqliteConnection Open(string path)
    {
        SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
