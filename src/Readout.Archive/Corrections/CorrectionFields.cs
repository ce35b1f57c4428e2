using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.Coding.Codebooks;
using Readout.Coding.Record;

namespace Readout.Archive.Corrections;

/// <summary>The fields of a correction, and how they are spelt.</summary>
public static class CorrectionFields
{
#pragma warning disable CS1591 // The names of the record.
    public const string Type = "type";
    public const string Mode = "mode";
    public const string Action = "action";
    public const string Contexts = "contexts";
    public const string Actors = "actors";
    public const string Recipients = "recipients";
    public const string Status = "status";
    public const string From = "from";
    public const string To = "to";
    public const string Place = "place";
#pragma warning restore CS1591

    // Derived from type, mode, action and contexts when the correction is made, so that it can be applied without a codebook.
    internal const string Cameo = "cameo";
    internal const string Goldstein = "goldstein";
    internal const string PloverScore = "ploverScore";

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Holds fields to their spelling.</summary>
    /// <exception cref="ArgumentException">A name or a value is none; the message says which.</exception>
    public static void Check(IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach ((string name, string value) in fields) Check(name, value);
        if (fields.TryGetValue(From, out string? from) && fields.TryGetValue(To, out string? to) && from.Length > 0 && to.Length > 0 && string.CompareOrdinal(to, from) < 0)
        {
            throw new ArgumentException($"the event ends on {to}, before it begins on {from}");
        }
    }

    internal static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static EventType? TypeOf(string text) => text.Length == 0 ? null : Spelling.TryParseType(text, out EventType type) ? type : throw new ArgumentException($"'{text}' is no PLOVER type");

    internal static EventStatus StatusOf(string text)
    {
        foreach (EventStatus status in Enum.GetValues<EventStatus>())
        {
            if (status.Spelt() == text) return status;
        }

        throw new ArgumentException($"'{text}' is no status");
    }

    /// <summary>Items set apart by commas: <c>USA,RUS=the envoy</c> is USA without words and RUS with words.</summary>
    internal static ImmutableArray<(string Code, string? Words)> Parties(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Party)];

    internal static (string Code, string? Words) Party(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? (text[..at].Trim(), text[(at + 1)..].Trim()) : (text, null);

    /// <summary>The fields with CAMEO code and scores where type, mode, action or contexts change.</summary>
    internal static ImmutableSortedDictionary<string, string> WithScores(ImmutableSortedDictionary<string, string> fields, CodedEvent? before, Codebook codebook)
    {
        if (!fields.ContainsKey(Type) && !fields.ContainsKey(Mode) && !fields.ContainsKey(Action) && !fields.ContainsKey(Contexts)) return fields;
        EventType type = (fields.TryGetValue(Type, out string? given) ? TypeOf(given) : before?.Type) ?? EventType.Consult;
        string? mode = fields.TryGetValue(Mode, out string? named) ? Filled(named) : before is not null && before.Type == type ? before.Mode : null;
        EventType? action = fields.TryGetValue(Action, out string? inner) ? TypeOf(inner) : before?.Action;
        ImmutableArray<string> contexts = fields.TryGetValue(Contexts, out string? all) ? Words(all) : before?.Contexts ?? [];
        if (mode is not null && codebook.Type(type)?.Mode(mode) is null) throw new ArgumentException($"{type.Spelt()} has no mode '{mode}'");
        string? cameo = codebook.Cameo(type, mode, action, contexts);
        return fields.SetItem(Cameo, cameo ?? "").SetItem(Goldstein, Score(codebook.GoldsteinTenths(cameo))).SetItem(PloverScore, Score(codebook.ScoreTenths(type, mode)));
    }

    internal static ImmutableArray<string> Words(string text) => [.. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)];

    internal static string? Filled(string text) => text.Length == 0 ? null : text;

    internal static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    internal static string ToJson(ImmutableSortedDictionary<string, string> fields)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = Encoder }))
        {
            json.WriteStartObject();
            foreach ((string name, string value) in fields) json.WriteString(name, value);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static ImmutableSortedDictionary<string, string> FromJson(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        return json.RootElement.EnumerateObject().ToImmutableSortedDictionary(field => field.Name, field => field.Value.GetString()!, StringComparer.Ordinal);
    }

    private static string Score(int? tenths) => tenths is { } score ? (score / 10.0).ToString(CultureInfo.InvariantCulture) : "";

    private static void Check(string name, string value)
    {
        switch (name)
        {
            case Type: _ = TypeOf(value) ?? throw new ArgumentException("an event has a type"); break;
            case Action: TypeOf(value); break;
            case Status: StatusOf(value); break;
            case From or To when value.Length > 0 && !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                throw new ArgumentException($"'{value}' is no date; write it as 1931-05-09");
            case From or To or Mode or Contexts: break;
            case Actors or Recipients:
                if (Parties(value).Any(party => party.Code.Length == 0)) throw new ArgumentException($"'{value}' lacks a code");
                break;
            case Place: break;
            default: throw new ArgumentException($"'{name}' cannot be corrected");
        }
    }
}
