using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Readout.Analysis.Phrasing;
using Readout.Archive.Reading;
using Readout.Coding.Record;

namespace Readout.Cli.Printing;

/// <summary>Followed meetings, for people and as JSON.</summary>
internal static class MeetingsPage
{
    public static void Print(IReadOnlyList<KeptMeeting> meetings, TextWriter output, Paint paint)
    {
        foreach (KeptMeeting meeting in meetings)
        {
            string parties = string.Join(' ', meeting.Parties);
            output.WriteLine($"{paint.Of(Role.Date, Period(meeting.From, meeting.To).PadRight(24))}  {meeting.State.Spelt(),-9}  {paint.Of(Role.Actor, parties.PadRight(11))}  "
                + $"{(meeting.Level ?? "").PadRight(8)}  {paint.Of(Role.Place, meeting.Place ?? "")}".TrimEnd());
            foreach (KeptTelling telling in meeting.Tellings)
            {
                output.WriteLine(paint.Dim($"    {Iso(telling.Published) ?? "no day"}  {telling.State.Spelt(),-9}  {string.Join(": ", new[] { telling.Source, telling.Title }.OfType<string>())}".TrimEnd()));
            }
        }

        output.WriteLine(Wording.Count(meetings.Count, "meeting"));
    }

    public static byte[] ToJson(IReadOnlyList<KeptMeeting> meetings)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartArray();
        foreach (KeptMeeting meeting in meetings) Write(json, meeting);
        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    internal static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Period(DateOnly? from, DateOnly? to) =>
        from is null ? "no day" : from == to || to is null ? Iso(from)! : $"{Iso(from)} to {Iso(to)}";

    private static void Write(Utf8JsonWriter json, KeptMeeting meeting)
    {
        json.WriteStartObject();
        json.WriteNumber("id", meeting.Id);
        json.WriteString("uid", meeting.Uid);
        json.WriteNumber("sequence", meeting.Sequence);
        json.WriteString("state", meeting.State.Spelt());
        json.WriteString("level", meeting.Level);
        json.WriteString("from", Iso(meeting.From));
        json.WriteString("to", Iso(meeting.To));
        json.WriteString("place", meeting.Place);
        json.WriteString("placeCountry", meeting.PlaceCountry);
        json.WriteStartArray("parties");
        foreach (string party in meeting.Parties) json.WriteStringValue(party);
        json.WriteEndArray();
        json.WriteStartArray("tellings");
        foreach (KeptTelling telling in meeting.Tellings)
        {
            json.WriteStartObject();
            json.WriteNumber("article", telling.Article);
            json.WriteString("source", telling.Source);
            json.WriteString("title", telling.Title);
            json.WriteString("published", Iso(telling.Published));
            json.WriteString("state", telling.State.Spelt());
            json.WriteString("from", Iso(telling.From));
            json.WriteString("to", Iso(telling.To));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
