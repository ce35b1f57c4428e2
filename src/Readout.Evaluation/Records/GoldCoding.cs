using System.Collections.Immutable;
using System.Text.Json;
using Readout.Coding.Record;
using Readout.Evaluation.Gold;
using Readout.Text;

namespace Readout.Evaluation.Records;

/// <summary>Reads the gold form of a coding: texts with events and quotes written by people or exported as corrections.</summary>
internal static class GoldCoding
{
    /// <summary>Title, empty line and body, as a record keeps them.</summary>
    public static string FullText(string? title, string text) => string.IsNullOrWhiteSpace(title) ? text : $"{title.Trim()}\n\n{text}";

    /// <exception cref="GoldFormatException">A field is not as <c>docs/scoring.md</c> describes it.</exception>
    public static CodedText Read(GoldFields line)
    {
        string text = FullText(line.Text("title"), line.RequiredText("text"));
        return new CodedText
        {
            Id = line.RequiredId(),
            Text = text,
            Events = [.. line.Objects("events").Select(one => Event(one, text))],
            Quotes = [.. line.Objects("quotes").Select(one => new ComparedQuote(Speaker(one, "speaker"), one.RequiredText("content")))],
        };
    }

    private static ComparedEvent Event(GoldFields one, string text)
    {
        (string trigger, ImmutableArray<TextSpan> places) = Trigger(one, text);
        return new ComparedEvent
        {
            Trigger = trigger,
            Places = places,
            Type = Type(one, "type") ?? throw one.Wrong("'type' is missing"),
            Mode = one.Text("mode"),
            Action = Type(one, one.Has("about") ? "about" : "action"),
            Actors = Codes(one, "actors"),
            Recipients = Codes(one, "recipients"),
            Status = Status(one),
            From = one.Day("from"),
            To = one.Day("to"),
            PlaceCountry = Filled(one.Text("placeCountry")),
            AttributedTo = Speaker(one, "attributedTo"),
        };
    }

    /// <summary>The trigger is words, a range <c>[start, end]</c>, or an object with <c>text</c> and perhaps <c>start</c> and <c>end</c>.</summary>
    private static (string Words, ImmutableArray<TextSpan> Places) Trigger(GoldFields one, string text)
    {
        if (one.Field("trigger").ValueKind == JsonValueKind.Array)
        {
            TextSpan range = new CodePoints(text).ToUtf16(one, one.Field("trigger"));
            return (range.In(text), [range]);
        }

        if (one.Field("trigger").ValueKind != JsonValueKind.Object)
        {
            string words = one.Text("trigger") ?? "";
            return (words, TriggerSearch.Find(text, words));
        }

        GoldFields trigger = one.Object("trigger")!.Value;
        if (trigger.Integer("start") is not int start || trigger.Integer("end") is not int end)
        {
            string words = trigger.RequiredText("text");
            return (words, TriggerSearch.Find(text, words));
        }

        TextSpan span = new CodePoints(text).ToUtf16(trigger, start, end);
        return (span.In(text), [span]);
    }

    private static EventType? Type(GoldFields one, string name)
    {
        string? label = Filled(one.Text(name));
        if (label is null) return null;
        return Spelling.TryParseType(label.ToUpperInvariant(), out EventType type) ? type : throw one.Wrong($"'{label}' is no PLOVER type");
    }

    private static EventStatus Status(GoldFields one)
    {
        string label = Filled(one.Text("status")) ?? "actual";
        return Enum.TryParse(label, ignoreCase: true, out EventStatus status) && Enum.IsDefined(status) && !char.IsDigit(label[0])
            ? status
            : throw one.Wrong($"'{label}' is no status");
    }

    private static ImmutableArray<string> Codes(GoldFields one, string name) =>
        [.. one.Elements(name).Select(element => Code(one, name, element)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>A code, or an object with <c>code</c>.</summary>
    private static string Code(GoldFields one, string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("code", out JsonElement code)) element = code;
        return element.ValueKind == JsonValueKind.String ? element.GetString()! : throw one.Wrong($"'{name}' must be a list of codes");
    }

    private static SpeakerNames Speaker(GoldFields one, string name) =>
        one.Field(name).ValueKind == JsonValueKind.Array ? SpeakerNames.Of(one.Texts(name).Take(1)) : SpeakerNames.Of(one.Text(name));

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
