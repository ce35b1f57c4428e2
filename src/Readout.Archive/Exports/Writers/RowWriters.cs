namespace Readout.Archive.Exports.Writers;

/// <summary>The formats of tables.</summary>
internal enum TableFormat
{
    /// <summary>Text: commas for our layout, tabs for the peers'.</summary>
    Csv,

    /// <summary>A JSON object a line.</summary>
    JsonLines,

    /// <summary>Parquet.</summary>
    Parquet,
}

/// <summary>Opens writers.</summary>
internal static class RowWriters
{
    /// <summary>A writer of a layout in a format; Parquet wants a stream that can seek.</summary>
    public static RowWriter Open(TableFormat format, Stream stream, ExportLayout layout) => format switch
    {
        TableFormat.Csv => new DelimitedWriter(stream, layout),
        TableFormat.JsonLines => new JsonLinesWriter(stream, layout),
        _ => new ParquetRowWriter(stream, layout),
    };
}
