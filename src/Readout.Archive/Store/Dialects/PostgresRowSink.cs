using Npgsql;
using NpgsqlTypes;

namespace Readout.Archive.Store.Dialects;

/// <summary>Writes rows with binary COPY.</summary>
internal sealed class PostgresRowSink(NpgsqlConnection connection) : RowSink
{
    public override void Write(TableShape table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0) return;
        string columns = string.Join(", ", table.Columns.Select(column => column.Name));
        using NpgsqlBinaryImporter copy = connection.BeginBinaryImport($"COPY {table.Name} ({columns}) FROM STDIN (FORMAT BINARY)");
        foreach (object?[] row in rows)
        {
            copy.StartRow();
            for (int i = 0; i < row.Length; i++) Write(copy, table.Columns[i].Kind, row[i]);
        }

        copy.Complete();
    }

    public override void Dispose()
    {
    }

    private static void Write(NpgsqlBinaryImporter copy, ColumnKind kind, object? value)
    {
        if (value is null) copy.WriteNull();
        else if (kind == ColumnKind.Integer) copy.Write((long)value, NpgsqlDbType.Bigint);
        else if (kind == ColumnKind.Real) copy.Write((double)value, NpgsqlDbType.Double);
        else if (kind == ColumnKind.Text) copy.Write((string)value, NpgsqlDbType.Text);
        else copy.Write((byte[])value, NpgsqlDbType.Bytea);
    }
}
