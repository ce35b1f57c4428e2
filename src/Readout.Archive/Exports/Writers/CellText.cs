using System.Globalization;

namespace Readout.Archive.Exports.Writers;

/// <summary>A cell as text, the same on every machine.</summary>
internal static class CellText
{
    // What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), with the full-width forms; and the
    // apostrophe itself, so that taking one away gives back the text.
    private const string Guarded = "=+-@\t\r\n'＝＋－＠";

    /// <summary>A value as text; null and unknown are empty. Words that a spreadsheet would run get an apostrophe before them.</summary>
    public static string Of(object? value, ExportColumn column) => value switch
    {
        null => "",
        string text => column.Kind == ColumnKind.Text ? Guard(text) : text,
        string[] items => Guard(string.Join(';', items.Select(item => item.Replace(';', ',')))),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => (number == 0 ? 0 : number).ToString(column.Format ?? "R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"a cell cannot hold {value.GetType()}", nameof(value)),
    };

    private static string Guard(string text) => text.Length > 0 && Guarded.Contains(text[0]) ? "'" + text : text;
}
