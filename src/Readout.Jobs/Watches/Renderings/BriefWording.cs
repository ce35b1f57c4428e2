using System.Collections.Immutable;
using Readout.Analysis.Phrasing;
using Readout.Analysis.Watches;

namespace Readout.Jobs.Watches.Renderings;

/// <summary>The words that all renderings of a brief share.</summary>
public static class BriefWording
{
    /// <summary>The head of a brief: <c>Strait: 3 happenings</c>, or that there is nothing new.</summary>
    public static string Head(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        if (!brief.HasNews) return $"{brief.Name}: nothing new";
        List<string> parts = [];
        int happenings = brief.Lines.Count() + brief.Unshown;
        if (happenings > 0) parts.Add(Wording.Count(happenings, "happening"));
        int moved = brief.Index.Count(one => !one.Moves.IsEmpty);
        if (moved > 0) parts.Add(moved == 1 ? "the index moved" : Wording.Count(moved, "index", "indexes") + " moved");
        int meetings = brief.Meetings.Count(meeting => meeting.IsNews);
        if (meetings > 0) parts.Add($"news of {Wording.Count(meetings, "meeting")}");
        if (parts.Count == 0) parts.Add("news");
        return $"{brief.Name}: {string.Join(", ", parts)}";
    }

    /// <summary>The period of a brief.</summary>
    public static string Period(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return $"{Wording.Minute(brief.From)} to {Wording.Minute(brief.To)} UTC";
    }

    /// <summary>Who does what to whom: <c>Russia → United States: ACCUSE (disapprove)</c>.</summary>
    public static string Deed(BriefLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string type = line.Action is null ? line.Type : $"{line.Type} of {line.Action}";
        string deed = line.Mode is null ? type : $"{type} ({line.Mode})";
        string sides = line.Whom.IsEmpty ? string.Join(", ", line.Who) : $"{(line.Who.IsEmpty ? "somebody" : string.Join(", ", line.Who))} → {string.Join(", ", line.Whom)}";
        return sides.Length == 0 ? deed : $"{sides}: {deed}";
    }

    /// <summary>How a happening stands, where that is not simply that it happened; else empty.</summary>
    public static string Standing(BriefLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string now = Status(line.Status);
        return line.Was is null ? now : $"{(now.Length == 0 ? "reported as done" : now)}, before {(Status(line.Was) is { Length: > 0 } was ? was : "reported as done")}";
    }

    /// <summary>A status in words; empty for actual.</summary>
    public static string Status(string status) => status switch
    {
        "negated" => "denied",
        "future" => "announced",
        "hypothetical" => "only talked of",
        "historical" => "background",
        _ => "",
    };

    /// <summary>What stands beside a line: day, standing, voices.</summary>
    public static string Facts(BriefLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string[] facts = [line.Day is { } day ? Wording.Day(day) : "no day", Standing(line), line.Voices > 1 ? Wording.Count(line.Voices, "source") : "one source"];
        return string.Join(" · ", facts.Where(fact => fact.Length > 0));
    }

    /// <summary>Publisher and day.</summary>
    public static string Told(BriefSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return string.Join(", ", new[] { source.Publisher ?? "no publisher named", source.Published is { } day ? Wording.Day(day) : null }.OfType<string>());
    }

    /// <summary>How an index stands: <c>+1.2 (+0.3 to +2.1), warmer than usual</c>; or why there is none.</summary>
    public static string Index(IndexReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Value is null
            ? $"no index: {reading.Unresolved}"
            : $"{IndexMove.Signed(reading.Value)} ({IndexMove.Signed(reading.Low)} to {IndexMove.Signed(reading.High)}), {IndexMove.Told(reading.Temperature)}";
    }

    /// <summary>What became of an index since the last brief.</summary>
    public static string Moves(BriefIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (index.Now.Value is null) return "";
        if (index.Before is null) return "first look; later briefs say what moved";
        return index.Moves.IsEmpty ? "not moved" : "moved: " + string.Join("; ", index.Moves.Select(move => move.Text));
    }

    /// <summary>A meeting in a line.</summary>
    public static string Meeting(BriefMeeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        string[] parts = [Wording.Days(meeting.From, meeting.To), string.Join(", ", meeting.Parties), meeting.Place ?? "", meeting.Level is { } level ? $"{level} level" : "", meeting.State, meeting.IsNews ? "news" : ""];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    /// <summary>Who said something.</summary>
    public static string Speaker(BriefStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ImmutableArray<string> parts = [.. new[] { statement.Speaker, statement.Office, statement.For is { } body ? $"for {body}" : null }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        return string.Join(", ", parts);
    }

    /// <summary>What is left out, in sentences; empty where nothing is.</summary>
    public static IEnumerable<string> Remarks(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        if (brief.Unshown > 0) yield return $"{Wording.Count(brief.Unshown, "lighter happening is", "lighter happenings are")} not shown.";
        if (brief.EarlierCount > brief.Earlier.Length) yield return $"{Wording.Count(brief.EarlierCount - brief.Earlier.Length, "more happening", "more happenings")} of earlier days came to be known.";
        if (brief.ToldAgain > 0) yield return $"{Wording.Count(brief.ToldAgain, "happening")} told before {(brief.ToldAgain == 1 ? "was" : "were")} reported again.";
        if (brief.IsCut) yield return "More reports came in than a brief looks at: a narrower question would see all of them.";
        yield return brief.ArticlesRead == 0 ? "No article was read in this time." : $"{Wording.Count(brief.ArticlesRead, "article")} read in this time.";
    }
}
