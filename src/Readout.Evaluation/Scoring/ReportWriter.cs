using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Readout.Evaluation.Scoring;

/// <summary>Writes a report as an aligned table for people or as one JSON object.</summary>
public static class ReportWriter
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The table: scores as fractions of 1 to four places, each with the counts behind it.</summary>
    public static string ToText(ScoreReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{report.Task}: {report.Items} items, {report.Scored} scored\n");
        if (report.Scores.Length > 0)
        {
            text.Append('\n');
            List<IReadOnlyList<string>> rows = [.. report.Scores.Select(score => (IReadOnlyList<string>)[score.Name, Figure(score.Value), Counts(score)])];
            AppendTable(text, ["score", "value", "counts"], rows);
        }

        foreach (ScoreTable table in report.Tables)
        {
            text.Append('\n').Append(table.Title).Append('\n');
            AppendTable(text, table.Columns, [.. table.Rows.Select(row => (IReadOnlyList<string>)row)]);
        }

        if (report.Notes.Length > 0) text.Append('\n');
        foreach (string note in report.Notes) text.Append("note: ").Append(note).Append('\n');
        return text.ToString();
    }

    /// <summary>The object: <c>task</c>, <c>items</c>, <c>scored</c>, <c>scores[]</c>, <c>tables[]</c>, <c>notes[]</c>.</summary>
    public static string ToJson(ScoreReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Layout))
        {
            json.WriteStartObject();
            json.WriteString("task", report.Task);
            json.WriteNumber("items", report.Items);
            json.WriteNumber("scored", report.Scored);
            WriteScores(json, report);
            WriteTables(json, report);
            json.WriteStartArray("notes");
            foreach (string note in report.Notes) json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>A fraction to four places; a dash where there is none.</summary>
    internal static string Figure(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-";

    private static void WriteScores(Utf8JsonWriter json, ScoreReport report)
    {
        json.WriteStartArray("scores");
        foreach (Score score in report.Scores)
        {
            json.WriteStartObject();
            json.WriteString("name", score.Name);
            if (score.Value is double value) json.WriteNumber("value", Math.Round(value, 6));
            else json.WriteNull("value");
            json.WriteStartObject("counts");
            foreach (Count count in score.Counts) json.WriteNumber(count.Name, count.Value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTables(Utf8JsonWriter json, ScoreReport report)
    {
        json.WriteStartArray("tables");
        foreach (ScoreTable table in report.Tables)
        {
            json.WriteStartObject();
            json.WriteString("title", table.Title);
            json.WriteStartArray("columns");
            foreach (string column in table.Columns) json.WriteStringValue(column);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (IReadOnlyList<string> row in table.Rows)
            {
                json.WriteStartArray();
                foreach (string cell in row) json.WriteStringValue(cell);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Counts(Score score) =>
        string.Join(", ", score.Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Name} {count.Value}")));

    private static void AppendTable(StringBuilder text, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = new int[head.Count];
        foreach (IReadOnlyList<string> row in rows.Prepend(head))
        {
            for (int i = 0; i < widths.Length; i++) widths[i] = Math.Max(widths[i], row[i].Length);
        }

        foreach (IReadOnlyList<string> row in rows.Prepend(head))
        {
            StringBuilder line = new();
            for (int i = 0; i < widths.Length; i++) line.Append(row[i].PadRight(widths[i] + 2));
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }
}
