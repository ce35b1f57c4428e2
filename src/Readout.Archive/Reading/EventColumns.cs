using System.Data.Common;
using Readout.Archive.Store;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Reading;

/// <summary>The columns of an event's row, in the order in which <see cref="EventRows"/> selects them.</summary>
internal static class EventColumns
{
    public static KeptEvent Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Key = row.GetString(1),
        Number = row.GetInt32(2),
        Article = Article(row),
        Pack = new PackIdentity(row.GetString(14), row.GetString(15)),
        SentenceNumber = row.GetInt32(16),
        SentenceSpan = new TextSpan(row.GetInt32(17), row.GetInt32(18)),
        Sentence = row.GetString(19),
        Span = new TextSpan(row.GetInt32(20), row.GetInt32(21)),
        Trigger = new TextSpan(row.GetInt32(22), row.GetInt32(23)),
        TriggerText = row.GetString(24),
        Type = Type(row.GetString(25)),
        Mode = row.TextOrNull(26),
        Contexts = [.. row.GetString(27).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Action = row.TextOrNull(28) is { } action ? Type(action) : null,
        Cameo = row.TextOrNull(29),
        Goldstein = row.ScoreOrNull(30),
        PloverScore = row.GetDouble(31),
        Status = Status(row.GetString(32)),
        StatusEvidence = Spans.Parse(row.GetString(33)),
        Day = row.NumberOrNull(34) is long day ? DateOnly.FromDayNumber((int)day) : null,
        Date = Date(row),
        Place = Place(row),
        Frame = row.GetString(47),
        Confidence = row.GetDouble(48),
        Happening = row.NumberOrNull(49),
        Copies = row.GetInt32(50),
    };

    private static KeptArticle Article(DbDataReader row) => new()
    {
        Id = row.GetInt64(3),
        Identity = row.GetString(4),
        GivenId = row.GetString(5),
        Revision = row.GetInt64(6),
        RevisionNumber = row.GetInt32(7),
        Url = row.TextOrNull(8),
        Source = row.TextOrNull(9),
        Title = row.TextOrNull(10),
        Published = Days.Parse(row.TextOrNull(11)),
        CopyGroup = row.GetInt64(12),
        Story = row.NumberOrNull(13),
    };

    private static EventDate? Date(DbDataReader row)
    {
        EventDate date = new(Days.Parse(row.TextOrNull(35)), Days.Parse(row.TextOrNull(36)), row.TextOrNull(37), row.TextOrNull(39), row.TextOrNull(38));
        return date == new EventDate(null, null, null, null, null) ? null : date;
    }

    private static EventPlace? Place(DbDataReader row) => row.IsDBNull(40) ? null : new EventPlace(
        row.GetString(40), row.TextOrNull(41), row.ScoreOrNull(42), row.ScoreOrNull(43), new TextSpan(row.GetInt32(44), row.GetInt32(45)), row.TextOrNull(46));

    private static EventType Type(string label) =>
        Spelling.TryParseType(label, out EventType type) ? type : throw new InvalidDataException($"'{label}' is no event type.");

    private static EventStatus Status(string label)
    {
        foreach (EventStatus status in Enum.GetValues<EventStatus>())
        {
            if (status.Spelt() == label) return status;
        }

        throw new InvalidDataException($"'{label}' is no status.");
    }
}
