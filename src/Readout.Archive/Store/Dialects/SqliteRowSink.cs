using Microsoft.Data.Sqlite;

namespace Readout.Archive.Store.Dialects;

/// <summary>Writes rows with one prepared insert a table; sentences that are current go into the full text as well.</summary>
internal sealed class SqliteRowSink(ArchiveConnection archive) : RowSink
{
    private readonly Dictionary<string, SqliteCommand> _inserts = new(StringComparer.Ordinal);
    private SqliteCommand? _words;

    public override void Write(TableShape table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0) return;
        SqliteCommand insert = Insert(table);
        insert.Transaction = (SqliteTransaction?)archive.Transaction;
        foreach (object?[] row in rows)
        {
            for (int i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }

        if (table.Name == "sentences") WriteWords(table, rows);
    }

    public override void Dispose()
    {
        foreach (SqliteCommand insert in _inserts.Values) insert.Dispose();
        _words?.Dispose();
    }

    private void WriteWords(TableShape table, IReadOnlyList<object?[]> rows)
    {
        _words ??= Prepare("INSERT INTO sentence_words (rowid, text) VALUES (@p0, @p1)", [ColumnKind.Integer, ColumnKind.Text]);
        _words.Transaction = (SqliteTransaction?)archive.Transaction;
        int id = Index(table, "id");
        int text = Index(table, "text");
        int current = Index(table, "current");
        foreach (object?[] row in rows)
        {
            if (row[current] is not 1L) continue;
            _words.Parameters[0].Value = row[id];
            _words.Parameters[1].Value = row[text];
            _words.ExecuteNonQuery();
        }
    }

    private static int Index(TableShape table, string column) => table.Columns.Select(c => c.Name).ToList().IndexOf(column);

    private SqliteCommand Insert(TableShape table)
    {
        if (_inserts.TryGetValue(table.Name, out SqliteCommand? insert)) return insert;
        string columns = string.Join(", ", table.Columns.Select(column => column.Name));
        string values = string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"));
        insert = Prepare($"INSERT INTO {table.Name} ({columns}) VALUES ({values})", table.Columns.Select(column => column.Kind));
        _inserts.Add(table.Name, insert);
        return insert;
    }

    private SqliteCommand Prepare(string sql, IEnumerable<ColumnKind> kinds)
    {
        SqliteCommand command = ((SqliteConnection)archive.Inner).CreateCommand();
        command.CommandText = sql;
        foreach (ColumnKind kind in kinds)
        {
            command.Parameters.Add(new SqliteParameter($"@p{command.Parameters.Count}", kind switch
            {
                ColumnKind.Integer => SqliteType.Integer,
                ColumnKind.Real => SqliteType.Real,
                ColumnKind.Text => SqliteType.Text,
                _ => SqliteType.Blob,
            }));
        }

        command.Prepare();
        return command;
    }
}
