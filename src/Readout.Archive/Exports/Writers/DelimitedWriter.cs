using System.Text;

namespace Readout.Archive.Exports.Writers;

/// <summary>Comma- or tab-separated text in UTF-8 without a byte order mark, a line feed after each row.</summary>
internal sealed class DelimitedWriter : RowWriter
{
    private readonly StreamWriter _writer;
    private readonly ExportLayout _layout;

    public DelimitedWriter(Stream stream, ExportLayout layout)
    {
        _layout = layout;
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        if (layout.Dialect.HasHeader) _writer.WriteLine(string.Join(layout.Dialect.Delimiter, layout.Columns.Select(column => Cell(column.Name))));
    }

    public override void Finish() => _writer.Flush();

    public override void Dispose()
    {
        _writer.Dispose();
        base.Dispose();
    }

    protected override void WriteRow(object?[] row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            if (i > 0) _writer.Write(_layout.Dialect.Delimiter);
            _writer.Write(Cell(CellText.Of(row[i], _layout.Columns[i])));
        }

        _writer.Write('\n');
    }

    private string Cell(string text) => _layout.Dialect.Quotes ? Quoted(text) : Flat(text);

    private string Quoted(string text)
    {
        bool plain = text.IndexOfAny(['"', '\r', '\n', _layout.Dialect.Delimiter]) < 0 && !(text.Length > 0 && (text[0] == ' ' || text[^1] == ' '));
        return plain ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // The peers' files have no quoting: what would end a cell or a line becomes a space.
    private static string Flat(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1F')) return text;
        return string.Create(text.Length, text, static (flat, from) =>
        {
            for (int i = 0; i < flat.Length; i++) flat[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
    }
}
