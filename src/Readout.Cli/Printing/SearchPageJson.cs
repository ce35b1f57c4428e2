using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.Archive.Reading;
using Readout.Archive.Search;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Cli.Printing;

/// <summary>What a search found as one JSON object.</summary>
internal static class SearchPageJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(SearchPage page)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("total", page.Total);
            json.WriteString("of", page.CountsEvents ? "events" : "sentences");
            json.WriteBoolean("more", page.IsMore);
            if (page.Next is { } next) json.WriteNumber("next", next);
            else json.WriteNull("next");
            json.WriteStartArray("hits");
            foreach (SearchHit hit in page.Hits) Write(json, hit);
            json.WriteEndArray();
            json.WriteStartObject("facets");
            foreach (FacetCounts facet in page.Facets) Write(json, facet);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, SearchHit hit)
    {
        json.WriteStartObject();
        json.WriteString("article", hit.Article.GivenId);
        json.WriteString("identity", hit.Article.Identity);
        json.WriteNumber("revision", hit.Article.RevisionNumber);
        json.WriteString("url", hit.Article.Url);
        json.WriteString("source", hit.Article.Source);
        json.WriteString("published", ActorPage.Day(hit.Article.Published));
        json.WriteString("title", hit.Article.Title);
        json.WriteNumber("sentence", hit.Sentence);
        json.WriteNumber("start", hit.Span.Start);
        json.WriteNumber("end", hit.Span.End);
        json.WriteString("text", hit.Text);
        json.WriteStartArray("marks");
        foreach (TextSpan mark in hit.Marks)
        {
            json.WriteStartArray();
            json.WriteNumberValue(mark.Start);
            json.WriteNumberValue(mark.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (KeptEvent kept in hit.Events) Write(json, kept);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, KeptEvent kept)
    {
        json.WriteStartObject();
        json.WriteString("key", kept.Key);
        json.WriteString("type", kept.Type.Spelt());
        json.WriteString("mode", kept.Mode);
        json.WriteString("status", kept.Status.Spelt());
        json.WriteString("from", kept.Date?.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("to", kept.Date?.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Write(json, "actors", kept.Actors);
        Write(json, "recipients", kept.Recipients);
        json.WriteStartObject("trigger");
        json.WriteNumber("start", kept.Trigger.Start);
        json.WriteNumber("end", kept.Trigger.End);
        json.WriteString("text", kept.TriggerText);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<KeptParty> parties)
    {
        json.WriteStartArray(name);
        foreach (KeptParty party in parties)
        {
            json.WriteStartObject();
            json.WriteString("id", party.Reference);
            json.WriteString("name", party.Name);
            json.WriteString("code", party.Code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, FacetCounts facet)
    {
        json.WriteStartArray(facet.Name);
        foreach (FacetCount value in facet.Values)
        {
            json.WriteStartObject();
            json.WriteString("value", value.Value);
            json.WriteString("label", value.Label);
            json.WriteNumber("count", value.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
