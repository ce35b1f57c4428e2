using System.Text.Json;
using Readout.Text;
using static Readout.Coding.Record.RecordReader;

namespace Readout.Coding.Record;

/// <summary>Reads one event of a record.</summary>
internal static class EventReader
{
    public static CodedEvent Read(JsonElement item, Article article) => new()
    {
        Id = Required(item, "id"),
        Key = Required(item, "key"),
        Sentence = Number(item, "sentence"),
        Span = Span(item, article),
        Type = ReadType(item),
        Mode = TextOrNull(item, "mode"),
        Contexts = List(item, "contexts", RecordReader.Text),
        Action = TextOrNull(item, "action") is string action ? Spelling.Type(action) : null,
        Cameo = TextOrNull(item, "cameo"),
        Goldstein = ScoreOrNull(item, "goldstein"),
        PloverScore = ScoreOrNull(item, "ploverScore") ?? throw new FormatException("'ploverScore' is null."),
        Actors = Indexes(item, "actors"),
        Recipients = Indexes(item, "recipients"),
        Status = Spelling.Status(Required(item, "status")),
        StatusEvidence = Spans(item, "statusEvidence", article),
        Date = ReadDate(item),
        Place = Place(item, article),
        Size = ReadSize(Get(item, "size"), article),
        Attribution = List(item, "attribution", value => ReadAttribution(value, article)),
        Trigger = Slice(Get(item, "trigger"), article),
        Frame = Required(item, "frame"),
        Confidence = ScoreOrNull(item, "confidence") ?? throw new FormatException("'confidence' is null."),
        Why = TextOrNull(item, "why"),
    };

    private static EventType ReadType(JsonElement item)
    {
        EventType type = Spelling.Type(Required(item, "type"));
        string quad = Required(item, "quad");
        return quad == type.Quad().Spelt() ? type : throw new FormatException($"{type.Spelt()} is not {quad}.");
    }

    private static EventDate? ReadDate(JsonElement item)
    {
        if (Kept(item, "date") is not JsonElement date) return null;
        return new EventDate(
            Day(date, "from"), Day(date, "to"), TextOrNull(date, "granularity"), TextOrNull(date, "ref"), TextOrNull(date, "unresolved"));
    }

    private static EventSize ReadSize(JsonElement item, Article article) => new(
        ReadCount(item, "dead", article),
        ReadCount(item, "injured", article),
        ReadCount(item, "detained", article),
        ReadCount(item, "participants", article));

    private static PeopleCount? ReadCount(JsonElement item, string name, Article article)
    {
        if (Kept(item, name) is not JsonElement count) return null;
        return new PeopleCount(IndexOrNull(count, "min"), IndexOrNull(count, "max"), Span(count, article));
    }

    private static Attribution ReadAttribution(JsonElement item, Article article) => new(
        IndexOrNull(item, "speaker"),
        IndexOrNull(item, "for"),
        TextOrNull(item, "quote"),
        Kept(item, "cue") is JsonElement cue ? Span(cue, article) : null,
        TextOrNull(item, "stance"));
}
