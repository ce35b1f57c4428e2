using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.Archive.Corrections;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Exports;

/// <summary>
/// The articles that people corrected as gold of the task <c>record</c>: a line each, with the events as they stand now.
/// </summary>
internal static class CorrectionGold
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the lines; gives how many.</summary>
    public static long Write(RecordArchive archive, Stream stream)
    {
        long lines = 0;
        foreach (long article in Articles(archive))
        {
            if (archive.Articles.Find(article) is not { } kept || archive.Articles.Record(kept.Revision) is not { } record) continue;
            stream.Write(Line(record));
            stream.WriteByte((byte)'\n');
            lines++;
        }

        return lines;
    }

    /// <summary>A record as a line of gold, without a line break.</summary>
    public static byte[] Line(ArticleRecord record)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            string text = record.Article.Text;
            json.WriteStartObject();
            json.WriteString("id", record.Article.Id);
            json.WriteString("published", Day(record.Article.Published));
            json.WriteString("title", record.Article.BodyStart > 0 ? text[..record.Article.BodyStart].TrimEnd('\n') : null);
            json.WriteString("text", text[record.Article.BodyStart..]);
            json.WriteStartArray("events");
            foreach (CodedEvent coded in record.Events) Write(json, record, coded);
            json.WriteEndArray();
            json.WriteStartArray("quotes");
            foreach (Quote quote in record.Quotes) Write(json, record, quote);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static List<long> Articles(RecordArchive archive)
    {
        using ArchiveConnection connection = archive.Connect();
        return CorrectionTable.Articles(connection);
    }

    private static void Write(Utf8JsonWriter json, ArticleRecord record, CodedEvent coded)
    {
        json.WriteStartObject();
        json.WriteStartObject("trigger");
        json.WriteNumber("start", CodePoints(record.Article.Text, coded.Trigger.Start));
        json.WriteNumber("end", CodePoints(record.Article.Text, coded.Trigger.End));
        json.WriteString("text", coded.Trigger.In(record.Article.Text));
        json.WriteEndObject();
        json.WriteString("type", coded.Type.Spelt());
        json.WriteString("mode", coded.Mode);
        json.WriteString("action", coded.Action?.Spelt());
        Codes(json, "actors", record, coded.Actors);
        Codes(json, "recipients", record, coded.Recipients);
        json.WriteString("status", coded.Status.Spelt());
        json.WriteString("from", Day(coded.Date?.From));
        json.WriteString("to", Day(coded.Date?.To));
        json.WriteString("placeCountry", coded.Place?.Country);
        json.WriteString("attributedTo", coded.Attribution.Length == 0 ? null : Speaker(record, coded.Attribution[0].Speaker));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ArticleRecord record, Quote quote)
    {
        json.WriteStartObject();
        json.WriteString("speaker", Speaker(record, quote.Speaker) ?? (quote.Source.IsEmpty ? null : quote.Source[0].In(record.Article.Text)));
        json.WriteString("content", string.Join(' ', quote.Content.Select(span => span.In(record.Article.Text))));
        json.WriteEndObject();
    }

    private static void Codes(Utf8JsonWriter json, string name, ArticleRecord record, IEnumerable<int> mentions)
    {
        json.WriteStartArray(name);
        foreach (string code in mentions.Select(index => record.Mentions[index].Actor.Code).OfType<string>().Distinct(StringComparer.Ordinal)) json.WriteStringValue(code);
        json.WriteEndArray();
    }

    private static string? Speaker(ArticleRecord record, int? mention) => mention is { } index ? record.Mentions[index].Span.In(record.Article.Text) : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Gold counts characters, the record UTF-16 code units.
    private static int CodePoints(string text, int end)
    {
        int count = 0;
        foreach (Rune _ in text.AsSpan(0, end).EnumerateRunes()) count++;
        return count;
    }
}
