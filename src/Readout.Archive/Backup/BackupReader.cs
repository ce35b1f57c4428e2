using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Backup;

/// <summary>Reads a backup line by line and holds it against its own counts and hash. For one thread.</summary>
internal sealed class BackupReader : IDisposable
{
    private const int LongestLine = 1 << 30;
    private readonly string _path;
    private readonly GZipStream _unzipped;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;

    public BackupReader(string path, Stream file)
    {
        _path = path;
        _unzipped = new GZipStream(file, CompressionMode.Decompress);
    }

    /// <summary>The names of the migrations that the archive had.</summary>
    /// <exception cref="ArchiveException">The file is no backup, or one of a newer program.</exception>
    public ImmutableArray<string> ReadManifest()
    {
        try
        {
            using JsonDocument line = Next() ?? throw NoBackup(null);
            if (line.RootElement.ValueKind != JsonValueKind.Object || !line.RootElement.TryGetProperty("readout-archive", out JsonElement format)) throw NoBackup(null);
            if (format.GetInt32() != ArchiveBackup.Format) throw new ArchiveException($"{_path} was written by a newer Readout", "restore it with that version or a later one");
            return [.. line.RootElement.GetProperty("migrations").EnumerateArray().Select(name => name.GetString()!)];
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw NoBackup(exception);
        }
    }

    /// <summary>Gives the rows of each table in parts, and at the end holds counts and hash against them.</summary>
    /// <returns>How many rows there were.</returns>
    /// <exception cref="ArchiveException">The file is damaged or cut off.</exception>
    public long ReadRows(Action<TableShape, IReadOnlyList<object?[]>> write)
    {
        try
        {
            return ReadParts(write);
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw Damaged(exception);
        }
    }

    public void Dispose()
    {
        _unzipped.Dispose();
        _hash.Dispose();
    }

    private long ReadParts(Action<TableShape, IReadOnlyList<object?[]>> write)
    {
        const int atOnce = 1000;
        long rows = 0;
        TableShape? table = null;
        List<object?[]> part = [];
        while (true)
        {
            string sum = Convert.ToHexStringLower(_hash.GetCurrentHash());
            using JsonDocument line = Next() ?? throw Damaged(null);
            bool isRow = line.RootElement.ValueKind == JsonValueKind.Array;
            if (isRow) part.Add(Row(table ?? throw Damaged(null), line.RootElement));
            if (table is not null && (part.Count == atOnce || (!isRow && part.Count > 0)))
            {
                write(table, part);
                rows += part.Count;
                part.Clear();
            }

            if (isRow) continue;
            if (line.RootElement.TryGetProperty("sha256", out JsonElement kept))
            {
                return kept.GetString() == sum && line.RootElement.GetProperty("rows").GetInt64() == rows ? rows : throw Damaged(null);
            }

            table = TableShape.Of(
                line.RootElement.GetProperty("table").GetString()!, string.Join(' ', line.RootElement.GetProperty("columns").EnumerateArray().Select(column => column.GetString())));
        }
    }

    private static object?[] Row(TableShape table, JsonElement line)
    {
        object?[] row = new object?[table.Columns.Length];
        if (line.GetArrayLength() != row.Length) throw new FormatException("A row has another number of values than its table has columns.");
        for (int i = 0; i < row.Length; i++) row[i] = Value(table.Columns[i].Kind, line[i]);
        return row;
    }

    private static object? Value(ColumnKind kind, JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null
        : kind == ColumnKind.Integer ? value.GetInt64()
        : kind == ColumnKind.Real ? value.GetDouble()
        : kind == ColumnKind.Blob ? value.GetBytesFromBase64()
        : value.GetString();

    /// <summary>The next line; null at the end.</summary>
    private JsonDocument? Next()
    {
        int searched = _start;
        while (true)
        {
            int at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, searched + at + 1 - _start);
                _hash.AppendData(line.Span);
                _start = searched + at + 1;
                return JsonDocument.Parse(line.ToArray());
            }

            searched = _end;
            if (!Fill(ref searched)) return null;
        }
    }

    private bool Fill(ref int searched)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            searched -= _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_end >= LongestLine) throw new InvalidDataException("A line has no end.");
            Array.Resize(ref _buffer, _end * 2);
        }

        int read = _unzipped.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    private ArchiveException NoBackup(Exception? cause) => new($"{_path} is no backup of an archive", "name a file that 'readout archive backup' wrote", cause);

    private ArchiveException Damaged(Exception? cause) => new($"{_path} is damaged or cut off; nothing was restored", "restore an older backup", cause);
}
