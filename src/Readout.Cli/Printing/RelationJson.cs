using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.ThawFreeze;
using Readout.Cli.Inputs;
using Readout.Coding.Record;

namespace Readout.Cli.Printing;

/// <summary>A relation as one JSON object, as <c>docs/relations.md</c> describes it.</summary>
internal static class RelationJson
{
    public static byte[] Write(RelationReport report, PairNames names)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        WriteSide(json, "first", names.Pair.First, names.First);
        WriteSide(json, "second", names.Pair.Second, names.Second);
        json.WriteString("by", report.Question.By.ToString().ToLowerInvariant());
        json.WriteNumber("happenings", report.Series.Events.Length);
        json.WriteNumber("undated", report.Series.Undated);
        WriteIndex(json, report);
        json.WriteStartArray("points");
        for (int i = 0; i < report.Series.Points.Length; i++) WritePoint(json, report, i);
        json.WriteEndArray();
        json.WriteStartArray("meetings");
        foreach (MeetingAhead meeting in report.Meetings) WriteMeeting(json, meeting);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, string code, string words)
    {
        json.WriteStartObject(name);
        json.WriteString("code", code);
        json.WriteString("name", words);
        json.WriteEndObject();
    }

    private static void WriteIndex(Utf8JsonWriter json, RelationReport report)
    {
        ThawFreezeIndex index = report.Index;
        json.WriteStartObject("index");
        json.WriteString("unresolved", index.Unresolved);
        WriteNumber(json, "longRun", index.Unresolved is null ? index.LongRun : null);
        WriteNumber(json, "eventSpread", index.Unresolved is null ? index.EventSpread : null);
        WriteNumber(json, "periodSpread", index.Unresolved is null ? index.PeriodSpread : null);
        json.WriteStartArray("breaks");
        foreach (ChangePoint one in index.Breaks) WriteBreak(json, report, one);
        json.WriteEndArray();
        json.WriteStartArray("shocks");
        foreach (Shock one in index.Shocks) WriteShock(json, report, one);
        json.WriteEndArray();
        json.WriteStartArray("surges");
        foreach (Surge one in index.Surges) WriteSurge(json, report, one);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBreak(Utf8JsonWriter json, RelationReport report, ChangePoint one)
    {
        json.WriteStartObject();
        json.WriteString("kind", one.IsThaw ? "thaw" : "freeze");
        WriteDay(json, "from", one.From);
        WriteDay(json, "earliest", one.Earliest);
        WriteDay(json, "latest", one.Latest);
        json.WriteNumber("before", one.Before);
        json.WriteNumber("after", one.After);
        json.WriteNumber("strength", one.Strength);
        WriteAccounts(json, report, one.Movers);
        json.WriteEndObject();
    }

    private static void WriteShock(Utf8JsonWriter json, RelationReport report, Shock one)
    {
        json.WriteStartObject();
        WriteDay(json, "from", one.From);
        json.WriteNumber("value", one.Value);
        json.WriteNumber("level", one.Level);
        WriteAccounts(json, report, one.Movers);
        json.WriteEndObject();
    }

    private static void WriteSurge(Utf8JsonWriter json, RelationReport report, Surge one)
    {
        json.WriteStartObject();
        WriteDay(json, "from", one.From);
        json.WriteString("quad", one.Kind);
        json.WriteNumber("count", one.Count);
        json.WriteNumber("usual", one.Usual);
        WriteAccounts(json, report, one.Movers);
        json.WriteEndObject();
    }

    private static void WriteAccounts(Utf8JsonWriter json, RelationReport report, ImmutableArray<long> ids)
    {
        json.WriteStartArray("happenings");
        foreach (long id in ids)
        {
            if (report.Accounts.TryGetValue(id, out RelationAccount? account)) WriteAccount(json, account);
        }

        json.WriteEndArray();
    }

    private static void WriteAccount(Utf8JsonWriter json, RelationAccount account)
    {
        json.WriteStartObject();
        WriteDay(json, "day", account.Day);
        json.WriteString("type", account.Type);
        json.WriteString("mode", account.Mode);
        json.WriteString("sentence", account.Sentence);
        json.WriteString("key", account.Key);
        json.WriteString("article", account.Article);
        json.WriteString("source", account.Source);
        json.WriteString("title", account.Title);
        json.WriteString("url", account.Url);
        json.WriteNumber("reports", account.Reports);
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, RelationReport report, int i)
    {
        SeriesPoint point = report.Series.Points[i];
        json.WriteStartObject();
        json.WriteString("period", report.Question.By.Label(point.From));
        WriteDay(json, "from", point.From);
        WriteDay(json, "to", point.To);
        json.WriteString("state", point.State.ToString().ToLowerInvariant());
        json.WriteNumber("happenings", point.Count);
        json.WriteStartObject("quads");
        foreach (QuadClass quad in Enum.GetValues<QuadClass>()) json.WriteNumber(quad.Spelt(), point.CountOf(quad));
        json.WriteEndObject();
        json.WriteStartObject("acts");
        foreach (Direction direction in Enum.GetValues<Direction>()) json.WriteNumber(ActsOf(direction), point.Directions[(int)direction - 1]);
        json.WriteEndObject();
        WriteScores(json, "plover", point.Plover);
        WriteScores(json, "goldstein", point.Goldstein);
        json.WriteStartObject("contacts");
        json.WriteNumber("count", point.ContactCount);
        foreach (ContactLevel level in Enum.GetValues<ContactLevel>().Reverse()) json.WriteNumber(level.Spelt(), point.Contacts[(int)level]);
        WriteNumber(json, "per30Days", point.ContactRate);
        json.WriteEndObject();
        if (report.Index.Points.IsEmpty) json.WriteNull("index");
        else WriteIndexPoint(json, report.Index.Points[i]);
        json.WriteEndObject();
    }

    private static string ActsOf(Direction direction) => direction switch
    {
        Direction.FirstActs => "first",
        Direction.SecondActs => "second",
        _ => "both",
    };

    private static void WriteIndexPoint(Utf8JsonWriter json, IndexPoint point)
    {
        json.WriteStartObject("index");
        json.WriteNumber("value", point.Value);
        json.WriteNumber("low", point.Low);
        json.WriteNumber("high", point.High);
        json.WriteNumber("level", point.Regime);
        json.WriteString("temperature", point.Temperature.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter json, string name, ScoreTotal total)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", total.Count);
        WriteNumber(json, "sum", total.Sum);
        WriteNumber(json, "mean", total.Mean);
        json.WriteEndObject();
    }

    private static void WriteMeeting(Utf8JsonWriter json, MeetingAhead meeting)
    {
        json.WriteStartObject();
        WriteDay(json, "from", meeting.From);
        WriteDay(json, "to", meeting.To);
        json.WriteString("state", meeting.State);
        json.WriteString("level", meeting.Level == ContactLevel.Unknown ? null : meeting.Level.Spelt());
        json.WriteString("place", meeting.Place);
        json.WriteStartArray("parties");
        foreach (string party in meeting.Parties) json.WriteStringValue(party);
        json.WriteEndArray();
        json.WriteString("article", meeting.Article);
        WriteDay(json, "published", meeting.Published);
        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day) => json.WriteString(name, ActorPage.Day(day));

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, Math.Round(number, 3, MidpointRounding.AwayFromZero));
        else json.WriteNull(name);
    }
}
