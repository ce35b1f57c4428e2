using System.Collections.Immutable;
using System.Globalization;
using Readout.Analysis.Phrasing;
using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Desk.Articles;

/// <summary>Evidence in words for people. Pure.</summary>
internal sealed class EventWords(ArticleRecord record, Codebook? codebook)
{
    private const string RankerFrame = "ranker";
    private const string PersonFrame = "person";

    /// <summary>Why an event was coded so, a sentence each.</summary>
    public ImmutableArray<string> Why(CodedEvent coded)
    {
        List<string> why = [Frame(coded)];
        if (coded.Action is { } action) why.Add($"It is about a deed of the type {action.Spelt()}.");
        if (coded.Status != EventStatus.Actual) why.Add(Status(coded));
        if (coded.Why is { Length: > 0 } path) why.AddRange(Path(path));
        return [.. why];
    }

    /// <summary>How the date of an event was found.</summary>
    public string DateOf(EventDate? date)
    {
        if (date is null) return "No day is known.";
        if (date.Unresolved is { } reason) return $"Unresolved: {reason}.";
        if (record.Dates.FirstOrDefault(expression => expression.Id == date.Reference) is { } expression) return Resolved(expression);
        return record.Article.Published is { } day && date.From == day ? "No words of time stand with it: it is the day of publication." : "A person gave it.";
    }

    /// <summary>How words of time were resolved.</summary>
    public string Resolved(DateExpression date)
    {
        string words = $"“{Plain(date.Span)}”";
        if (date.Unresolved is { } reason) return $"{words} is unresolved: {reason}.";
        string from = record.Article.Published is { } day ? $", read in an article of {day.ToString("dddd", CultureInfo.InvariantCulture)}, {Wording.Day(day)}" : "";
        string days = date.From is null && date.To is null ? "no day of the calendar" : Wording.Days(date.From, date.To);
        return $"{words}{from}, is {days}{(date.Granularity is { } grain ? $" ({grain})" : "")}.";
    }

    /// <summary>Whose account an event is.</summary>
    public string Account(Attribution entry)
    {
        string speaker = entry.Speaker is int index ? record.Mentions[index].Actor.Name : "a source that is not named";
        string body = entry.For is int mention ? $", for {record.Mentions[mention].Actor.Name}" : "";
        string cue = entry.Cue is { } span ? $", “{Plain(span)}”" : "";
        return speaker + body + cue + (entry.Stance is { } stance ? $" ({stance})" : "");
    }

    /// <summary>A place in words.</summary>
    public static string PlaceOf(EventPlace place) => place.Name + (place.Unresolved is { } reason ? $" (unresolved: {reason})" : "");

    /// <summary>The words of several ranges.</summary>
    public string Slices(IEnumerable<TextSpan> spans) => string.Join(" … ", spans.Select(Plain));

    private string Frame(CodedEvent coded)
    {
        string trigger = $"“{Plain(coded.Trigger)}”";
        if (coded.Frame == PersonFrame) return $"A person coded {trigger} as {coded.Type.Spelt()}.";
        if (coded.Frame == RankerFrame) return $"No frame of the codebook decided on {trigger}; ranked by its words and its place in the sentence, {coded.Type.Spelt()} was likeliest.";
        Frame? frame = codebook?.Frames.FirstOrDefault(known => known.Name == coded.Frame);
        string where = frame is null ? "" : FormattableString.Invariant($" ({frame.Path}, line {frame.Line})");
        string note = frame?.Note is { Length: > 0 } words ? $" {words.TrimEnd('.')}." : "";
        return $"The sentence fits the frame {coded.Frame}{where} at {trigger}, which tells of {coded.Type.Spelt()}.{note}";
    }

    private string Status(CodedEvent coded)
    {
        string words = coded.StatusEvidence.IsEmpty ? "The clause" : $"“{Slices(coded.StatusEvidence)}”";
        return coded.Status switch
        {
            EventStatus.Future => $"{words} puts it into the future.",
            EventStatus.Historical => $"{words} makes it old background.",
            EventStatus.Hypothetical => $"{words} leaves open whether it happens.",
            _ => $"{words} says that it did not happen, or denies it.",
        };
    }

    // "subj=Norway with=Chile; before agree.sign (12)": what was found in the frame's places, and what else held.
    private static IEnumerable<string> Path(string explanation)
    {
        string[] parts = explanation.Split("; before ", 2, StringSplitOptions.None);
        int at = parts[0].IndexOf(": ", StringComparison.Ordinal);
        string path = at < 0 ? parts[0] : parts[0][(at + 2)..];
        if (path.Length > 0) yield return $"Found in the sentence: {path}.";
        if (parts.Length == 2) yield return $"It was preferred to {parts[1]}.";
    }

    private string Plain(TextSpan span) => string.Join(' ', span.In(record.Article.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
