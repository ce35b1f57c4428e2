using System.Text;
using Readout.Archive.Exports;
using Readout.Archive.Exports.Layouts;
using Readout.Archive.Exports.Writers;

namespace Readout.Archive.Tests.Exports;

/// <summary>What an export writes.</summary>
internal static class Written
{
    public static string Text(string layout, TableFormat format, params ExportEvent[] events) => Encoding.UTF8.GetString(Bytes(layout, format, events));

    public static byte[] Bytes(string layout, TableFormat format, params IEnumerable<ExportEvent> events)
    {
        using MemoryStream stream = new();
        To(stream, layout, format, events);
        return stream.ToArray();
    }

    public static long To(Stream stream, string layout, TableFormat format, IEnumerable<ExportEvent> events)
    {
        ExportLayout columns = ExportLayouts.Find(layout)!;
        using RowWriter writer = RowWriters.Open(format, stream, columns);
        foreach (object?[] row in events.SelectMany(columns.Rows)) writer.Write(row);
        writer.Finish();
        return writer.Count;
    }

    /// <summary>The rows of a layout as a dictionary of text by column.</summary>
    public static List<Dictionary<string, string>> Rows(string layout, params ExportEvent[] events)
    {
        ExportLayout columns = ExportLayouts.Find(layout)!;
        return
        [
            .. events.SelectMany(columns.Rows).Select(row => columns.Columns.Select((column, i) => (column.Name, Text: CellText.Of(row[i], column)))
                .ToDictionary(cell => cell.Name, cell => cell.Text, StringComparer.Ordinal)),
        ];
    }
}
