using System.Text.Json;
using Readout.Text;
using static Readout.Coding.Record.RecordWriter;

namespace Readout.Coding.Record;

/// <summary>Writes one event of a record.</summary>
internal static class EventWriter
{
    public static void Write(Utf8JsonWriter json, CodedEvent coded, string text)
    {
        json.WriteStartObject();
        json.WriteString("id", coded.Id);
        json.WriteString("key", coded.Key);
        json.WriteNumber("sentence", coded.Sentence);
        WriteOffsets(json, coded.Span);
        WriteCoding(json, coded);
        WriteIndexes(json, "actors", coded.Actors);
        WriteIndexes(json, "recipients", coded.Recipients);
        json.WriteString("status", coded.Status.Spelt());
        WriteList(json, "statusEvidence", coded.StatusEvidence, WriteSpan);
        WriteDate(json, coded.Date);
        WritePlace(json, coded.Place);
        WriteSize(json, coded.Size);
        WriteList(json, "attribution", coded.Attribution, WriteAttribution);
        WriteTrigger(json, coded.Trigger, text);
        json.WriteString("frame", coded.Frame);
        json.WriteNumber("confidence", coded.Confidence);
        json.WriteString("why", coded.Why);
        json.WriteEndObject();
    }

    private static void WriteCoding(Utf8JsonWriter json, CodedEvent coded)
    {
        json.WriteString("type", coded.Type.Spelt());
        json.WriteString("mode", coded.Mode);
        WriteList(json, "contexts", coded.Contexts, (to, context) => to.WriteStringValue(context));
        json.WriteString("quad", coded.Type.Quad().Spelt());
        json.WriteString("action", coded.Action?.Spelt());
        json.WriteString("cameo", coded.Cameo);
        WriteScore(json, "goldstein", coded.Goldstein);
        WriteScore(json, "ploverScore", coded.PloverScore);
    }

    private static void WriteDate(Utf8JsonWriter json, EventDate? date)
    {
        if (date is null)
        {
            json.WriteNull("date");
            return;
        }

        json.WriteStartObject("date");
        WriteDay(json, "from", date.From);
        WriteDay(json, "to", date.To);
        json.WriteString("granularity", date.Granularity);
        json.WriteString("ref", date.Reference);
        json.WriteString("unresolved", date.Unresolved);
        json.WriteEndObject();
    }

    private static void WriteSize(Utf8JsonWriter json, EventSize size)
    {
        json.WriteStartObject("size");
        WriteCount(json, "dead", size.Dead);
        WriteCount(json, "injured", size.Injured);
        WriteCount(json, "detained", size.Detained);
        WriteCount(json, "participants", size.Participants);
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, PeopleCount? count)
    {
        if (count is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteIndex(json, "min", count.Min);
        WriteIndex(json, "max", count.Max);
        WriteOffsets(json, count.Span);
        json.WriteEndObject();
    }

    private static void WriteAttribution(Utf8JsonWriter json, Attribution attribution)
    {
        json.WriteStartObject();
        WriteIndex(json, "speaker", attribution.Speaker);
        WriteIndex(json, "for", attribution.For);
        json.WriteString("quote", attribution.Quote);
        json.WritePropertyName("cue");
        if (attribution.Cue is TextSpan cue) WriteSpan(json, cue);
        else json.WriteNullValue();
        json.WriteString("stance", attribution.Stance);
        json.WriteEndObject();
    }

    private static void WriteTrigger(Utf8JsonWriter json, TextSpan trigger, string text)
    {
        json.WriteStartObject("trigger");
        WriteOffsets(json, trigger);
        json.WriteString("text", trigger.Of(text));
        json.WriteEndObject();
    }
}
