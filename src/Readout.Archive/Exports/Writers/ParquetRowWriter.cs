using Parquet;
using Parquet.Schema;

namespace Readout.Archive.Exports.Writers;

/// <summary>Parquet with a type for each column: text, 64-bit whole number, double, date, list of text. Compressed with Snappy.</summary>
internal sealed class ParquetRowWriter : RowWriter
{
    /// <summary>Rows that are held before they are written as one row group.</summary>
    public const int GroupSize = 8192;

    private readonly ExportLayout _layout;
    private readonly DataField[] _fields;
    private readonly List<object?>[] _columns;
    private readonly ParquetWriter _writer;

    public ParquetRowWriter(Stream stream, ExportLayout layout)
    {
        _layout = layout;
        _fields = [.. layout.Columns.Select(Field)];
        _columns = [.. layout.Columns.Select(_ => new List<object?>(GroupSize))];
        _writer = ParquetWriter.CreateAsync(new ParquetSchema(_fields), stream).GetAwaiter().GetResult();
        _writer.CustomMetadata = new Dictionary<string, string> { ["layout"] = layout.Name };
    }

    public override void Finish()
    {
        if (_columns[0].Count > 0 || Count == 0) WriteGroup();
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    protected override void WriteRow(object?[] row)
    {
        for (int i = 0; i < row.Length; i++) _columns[i].Add(row[i]);
        if (_columns[0].Count == GroupSize) WriteGroup();
    }

    private static DataField Field(ExportColumn column) => column.Kind switch
    {
        ColumnKind.Integer => new DataField(column.Name, typeof(long), isNullable: true),
        ColumnKind.Number => new DataField(column.Name, typeof(double), isNullable: true),
        ColumnKind.Date => new DataField(column.Name, typeof(DateOnly), isNullable: true),
        ColumnKind.List => new DataField(column.Name, typeof(string), isNullable: false, isArray: true),
        _ => new DataField(column.Name, typeof(string), isNullable: true),
    };

    private void WriteGroup()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        for (int i = 0; i < _fields.Length; i++)
        {
            WriteColumn(group, _fields[i], _layout.Columns[i].Kind, _columns[i]).GetAwaiter().GetResult();
            _columns[i].Clear();
        }

        group.CompleteValidate();
    }

    private static Task WriteColumn(ParquetRowGroupWriter group, DataField field, ColumnKind kind, List<object?> values) => kind switch
    {
        ColumnKind.Integer => group.WriteAsync<long>(field, Nullable<long>(values)),
        ColumnKind.Number => group.WriteAsync<double>(field, Nullable<double>(values)),
        ColumnKind.Date => group.WriteAsync<DateOnly>(field, Nullable<DateOnly>(values)),
        ColumnKind.List => WriteLists(group, field, values),
        _ => group.WriteAsync(field, [.. values.Select(value => (string)value!)]),
    };

    private static ReadOnlyMemory<T?> Nullable<T>(List<object?> values)
        where T : struct =>
        values.Select(value => value is T known ? known : (T?)null).ToArray();

    // Dremel levels of a repeated field: an empty list is one slot that is not defined; a list's first item begins a row.
    private static Task WriteLists(ParquetRowGroupWriter group, DataField field, List<object?> values)
    {
        List<ReadOnlyMemory<char>> items = [];
        List<int> definitions = [];
        List<int> repetitions = [];
        foreach (object? value in values)
        {
            string[] list = (string[]?)value ?? [];
            for (int i = 0; i < Math.Max(1, list.Length); i++)
            {
                repetitions.Add(i == 0 ? 0 : 1);
                definitions.Add(list.Length == 0 ? 0 : 1);
                if (list.Length > 0) items.Add(list[i].AsMemory());
            }
        }

        return group.WriteAllPartsAsync<ReadOnlyMemory<char>>(field, items.ToArray(), definitions.ToArray(), repetitions.ToArray(), CancellationToken.None);
    }
}
