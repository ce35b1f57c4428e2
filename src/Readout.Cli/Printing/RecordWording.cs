using System.Globalization;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Cli.Printing;

/// <summary>The parts of a record in words for people.</summary>
internal static class RecordWording
{
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Days(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "open",
        ({ } only, { } same) when only == same => Day(only),
        ({ } first, { } last) => $"{Day(first)} to {Day(last)}",
        ({ } first, null) => $"from {Day(first)}",
        (null, { } last) => $"until {Day(last)}",
    };

    public static string Actor(ActorReference actor)
    {
        string name = MarkedSentence.Plain(actor.Name);
        string role = string.Join(", ", new[] { actor.Office, actor.Code ?? actor.Country }.OfType<string>());
        string known = role.Length > 0 && role != name ? $"{name} ({role})" : name;
        if (actor.VariantOf is { } spelling) known += $" [variant spelling of {spelling}]";
        if (actor.Unresolved is not { } reason) return known;
        string nearest = actor.Candidates.IsEmpty ? "" : $"; nearest: {string.Join(", ", actor.Candidates)}";
        return $"{known} [unresolved: {reason}{nearest}]";
    }

    public static string Actors(ArticleRecord record, IEnumerable<int> mentions) =>
        string.Join("; ", mentions.Select(index => Actor(record.Mentions[index].Actor)).Distinct());

    public static string Date(EventDate? date, ArticleRecord record)
    {
        if (date is null) return "";
        if (date.Unresolved is { } reason) return $"unresolved: {reason}";
        string words = record.Dates.FirstOrDefault(expression => expression.Id == date.Reference) is { } given
            ? $" (\"{Slice(record, given.Span)}\")"
            : "";
        return Days(date.From, date.To) + words;
    }

    public static string Place(EventPlace? place)
    {
        if (place is null) return "";
        string name = place.Country is null ? place.Name : $"{place.Name} ({place.Country})";
        return place.Unresolved is null ? name : $"{name} [unresolved: {place.Unresolved}]";
    }

    public static string Source(ArticleRecord record, Attribution entry)
    {
        string speaker = entry.Speaker is int index ? Actor(record.Mentions[index].Actor) : "a source in no mention";
        if (entry.For is int body) speaker += $" for {Actor(record.Mentions[body].Actor)}";
        string cue = entry.Cue is { } span ? $", \"{Slice(record, span)}\"" : "";
        string stance = entry.Stance is null ? "" : $", {entry.Stance}";
        return speaker + cue + stance;
    }

    public static string Speaker(ArticleRecord record, Quote quote)
    {
        string speaker = quote.Speaker is int index ? Actor(record.Mentions[index].Actor) : Slices(record, quote.Source);
        return quote.For is int body ? $"{speaker} for {Actor(record.Mentions[body].Actor)}" : speaker;
    }

    public static string Meeting(Meeting meeting)
    {
        string level = meeting.Level is null ? "" : $", {meeting.Level} level";
        string days = meeting.From is null && meeting.To is null ? "no date" : Days(meeting.From, meeting.To);
        string place = meeting.Place is null ? "" : $", {Place(meeting.Place)}";
        return $"{meeting.State.Spelt()}{level}: {days}{place}";
    }

    public static string Slices(ArticleRecord record, IEnumerable<TextSpan> spans) =>
        string.Join(" … ", spans.Select(span => Slice(record, span)));

    public static string Slice(ArticleRecord record, TextSpan span) => MarkedSentence.Plain(span.In(record.Article.Text));
}
