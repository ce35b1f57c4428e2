using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Backup;

/// <summary>
/// Writes an archive, as it is at one moment, into a file that any engine can be restored from, while others write to it:
/// gzipped lines of JSON, with what they are at the beginning of each table, and counts and a hash at its end.
/// </summary>
public static class ArchiveBackup
{
    internal const int Format = 1;

    /// <summary>Writes a backup; a file of that name is replaced when the new one is whole.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="path">The file to write.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="ArchiveException">The archive cannot be read, or the file cannot be written.</exception>
    public static long Write(RecordArchive archive, string path)
    {
        ArgumentNullException.ThrowIfNull(archive);
        string part = path + ".part";
        try
        {
            long rows;
            using (FileStream file = new(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                rows = Write(archive, file);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
            return rows;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"{path} cannot be written: {exception.Message.TrimEnd('.')}", "make room, or name another file; an older backup is left as it was", exception);
        }
        finally
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }

    private static long Write(RecordArchive archive, Stream file)
    {
        using ArchiveConnection connection = archive.Connect();
        connection.BeginSnapshot();
        using GZipStream zipped = new(file, CompressionLevel.Optimal, leaveOpen: true);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using BackupLines lines = new(zipped, hash);
        WriteManifest(connection, lines);
        long rows = 0;
        foreach (StoredTable table in connection.Dialect.Tables(connection)) rows += WriteTable(connection, table, lines);
        lines.WriteEnd(rows);
        return rows;
    }

    private static void WriteManifest(ArchiveConnection connection, BackupLines lines)
    {
        List<(long Number, string Name)> migrations = connection.Query("SELECT number, name FROM schema ORDER BY number", row => (row.GetInt64(0), row.GetString(1)));
        lines.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("readout-archive", Format);
            json.WriteStartArray("migrations");
            foreach ((_, string name) in migrations) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static long WriteTable(ArchiveConnection connection, StoredTable table, BackupLines lines)
    {
        TableShape shape = table.Shape;
        lines.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("table", shape.Name);
            json.WriteStartArray("columns");
            foreach ((string name, ColumnKind kind) in shape.Columns) json.WriteStringValue($"{name}:{char.ToLowerInvariant(kind.ToString()[0])}");
            json.WriteEndArray();
            json.WriteEndObject();
        });
        long rows = 0;
        string columns = string.Join(", ", shape.Columns.Select(column => column.Name));
        foreach (object?[] row in connection.Stream($"SELECT {columns} FROM {shape.Name} ORDER BY {string.Join(", ", table.Key)}", Values))
        {
            lines.Write(json => WriteRow(json, row));
            rows++;
        }

        return rows;
    }

    private static object?[] Values(System.Data.Common.DbDataReader row)
    {
        object?[] values = new object?[row.FieldCount];
        for (int i = 0; i < values.Length; i++) values[i] = row.IsDBNull(i) ? null : row.GetValue(i);
        return values;
    }

    private static void WriteRow(Utf8JsonWriter json, object?[] row)
    {
        json.WriteStartArray();
        foreach (object? value in row)
        {
            if (value is null) json.WriteNullValue();
            else if (value is string text) json.WriteStringValue(text);
            else if (value is byte[] bytes) json.WriteBase64StringValue(bytes);
            else if (value is double score) json.WriteNumberValue(score);
            else json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
    }
}
