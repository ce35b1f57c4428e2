using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Readout.Text;

namespace Readout.Coding.Record;

/// <summary>Writes the parts of a record in the order that the schema gives.</summary>
internal static class RecordWriter
{
    public static void Write(Utf8JsonWriter json, ArticleRecord record)
    {
        json.WriteStartObject();
        json.WriteStartObject("pack");
        json.WriteString("version", record.Pack.Version);
        json.WriteString("hash", record.Pack.Hash);
        json.WriteEndObject();
        WriteArticle(json, record.Article);
        WriteList(json, "blocks", record.Article.Blocks, WriteBlock);
        WriteList(json, "sentences", record.Sentences, WriteRange);
        WriteList(json, "mentions", record.Mentions, (to, mention) => WriteMention(to, mention, record.Article.Text));
        WriteList(json, "events", record.Events, (to, coded) => EventWriter.Write(to, coded, record.Article.Text));
        WriteList(json, "quotes", record.Quotes, WriteQuote);
        WriteList(json, "dates", record.Dates, (to, date) => WriteDate(to, date, record.Article.Text));
        WriteList(json, "meetings", record.Meetings, WriteMeeting);
        WriteList(json, "warnings", record.Warnings, (to, warning) => to.WriteStringValue(warning));
        json.WriteEndObject();
    }

    public static void WriteList<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items) write(json, item);
        json.WriteEndArray();
    }

    public static void WriteIndexes(Utf8JsonWriter json, string name, ImmutableArray<int> items) =>
        WriteList(json, name, items, (to, index) => to.WriteNumberValue(index));

    public static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartObject();
        WriteOffsets(json, span);
        json.WriteEndObject();
    }

    public static void WriteOffsets(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    public static void WriteIndex(Utf8JsonWriter json, string name, int? index)
    {
        if (index is int value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    public static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static void WritePlace(Utf8JsonWriter json, EventPlace? place)
    {
        if (place is null)
        {
            json.WriteNull("place");
            return;
        }

        json.WriteStartObject("place");
        json.WriteString("name", place.Name);
        json.WriteString("country", place.Country);
        WriteScore(json, "lat", place.Latitude);
        WriteScore(json, "lon", place.Longitude);
        WriteOffsets(json, place.Span);
        json.WriteString("unresolved", place.Unresolved);
        json.WriteEndObject();
    }

    /// <summary>Writes a number with at least one decimal, so that a score of 1 reads <c>1.0</c>.</summary>
    public static void WriteScore(Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        if (value is double number) json.WriteRawValue(number.ToString("0.0################", CultureInfo.InvariantCulture));
        else json.WriteNullValue();
    }

    private static void WriteArticle(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject("article");
        json.WriteString("id", article.Id);
        json.WriteString("url", article.Url);
        json.WriteString("source", article.Source);
        json.WriteString("title", article.Title);
        json.WriteString("byline", article.Byline);
        json.WriteString("section", article.Section);
        WriteDay(json, "published", article.Published);
        json.WriteString("language", article.Language);
        json.WriteStartObject("origin");
        foreach ((string field, string origin) in article.Origin) json.WriteString(field, origin);
        json.WriteEndObject();
        json.WriteString("rawHash", article.RawHash);
        json.WriteNumber("bodyStart", article.BodyStart);
        json.WriteString("text", article.Text);
        json.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter json, ArticleBlock block)
    {
        json.WriteStartObject();
        json.WriteString("kind", block.Kind.Spelt());
        WriteOffsets(json, block.Span);
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static void WriteMention(Utf8JsonWriter json, Mention mention, string text)
    {
        json.WriteStartObject();
        WriteOffsets(json, mention.Span);
        json.WriteString("text", mention.Span.Of(text));
        json.WriteString("form", mention.Form.Spelt());
        WriteIndex(json, "refersTo", mention.RefersTo);
        WriteActor(json, mention.Actor);
        json.WriteEndObject();
    }

    /// <summary>Writes an actor under the name <c>actor</c>.</summary>
    public static void WriteActor(Utf8JsonWriter json, ActorReference actor)
    {
        json.WriteStartObject("actor");
        json.WriteString("id", actor.Id);
        json.WriteString("name", actor.Name);
        json.WriteString("kind", actor.Kind);
        json.WriteString("code", actor.Code);
        json.WriteString("country", actor.Country);
        json.WriteString("sector", actor.Sector);
        json.WriteString("office", actor.Office);
        json.WriteString("variantOf", actor.VariantOf);
        WriteList(json, "candidates", actor.Candidates, (to, id) => to.WriteStringValue(id));
        json.WriteString("unresolved", actor.Unresolved);
        json.WriteEndObject();
    }

    private static void WriteQuote(Utf8JsonWriter json, Quote quote)
    {
        json.WriteStartObject();
        json.WriteString("id", quote.Id);
        json.WriteString("kind", quote.Kind.Spelt());
        WriteIndex(json, "speaker", quote.Speaker);
        WriteIndex(json, "for", quote.For);
        json.WriteString("parent", quote.Parent);
        json.WriteString("stance", quote.Stance);
        WriteList(json, "source", quote.Source, WriteSpan);
        WriteList(json, "cue", quote.Cue, WriteSpan);
        WriteList(json, "content", quote.Content, WriteSpan);
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, DateExpression date, string text)
    {
        json.WriteStartObject();
        json.WriteString("id", date.Id);
        WriteOffsets(json, date.Span);
        json.WriteString("text", date.Span.Of(text));
        WriteDay(json, "from", date.From);
        WriteDay(json, "to", date.To);
        json.WriteString("granularity", date.Granularity);
        json.WriteString("timex", date.Timex);
        json.WriteString("unresolved", date.Unresolved);
        json.WriteEndObject();
    }

    private static void WriteMeeting(Utf8JsonWriter json, Meeting meeting)
    {
        json.WriteStartObject();
        json.WriteString("id", meeting.Id);
        WriteList(json, "events", meeting.Events, (to, id) => to.WriteStringValue(id));
        WriteIndexes(json, "parties", meeting.Parties);
        WriteIndexes(json, "absent", meeting.Absent);
        WriteDay(json, "from", meeting.From);
        WriteDay(json, "to", meeting.To);
        WritePlace(json, meeting.Place);
        json.WriteString("level", meeting.Level);
        json.WriteString("state", meeting.State.Spelt());
        json.WriteEndObject();
    }
}
