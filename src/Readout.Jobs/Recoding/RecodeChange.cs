using Readout.Coding.Record;

namespace Readout.Jobs.Recoding;

/// <summary>What became of an event when its article was coded again.</summary>
public enum RecodeKind
{
    /// <summary>It is there, and something of it is different.</summary>
    Changed,

    /// <summary>It is not there any more.</summary>
    Gone,

    /// <summary>It was not there before.</summary>
    Come,
}

/// <summary>A difference between two codings of an article. Immutable.</summary>
/// <param name="Article">Identity of the article.</param>
/// <param name="Key">Key of the event.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Trigger">The words that name the deed.</param>
/// <param name="Before">The event as it was coded, or null.</param>
/// <param name="After">The event as it is coded, or null.</param>
public sealed record RecodeChange(string Article, string Key, RecodeKind Kind, string Trigger, string? Before, string? After)
{
    /// <summary>The differences between two codings of one text, in the order of the text.</summary>
    /// <param name="article">Identity of the article.</param>
    /// <param name="before">The old coding.</param>
    /// <param name="after">The new coding.</param>
    public static IEnumerable<RecodeChange> Between(string article, ArticleRecord before, ArticleRecord after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Dictionary<string, CodedEvent> now = after.Events.ToDictionary(coded => coded.Key, StringComparer.Ordinal);
        List<(Text.TextSpan Place, RecodeChange Change)> changes = [];
        foreach (CodedEvent old in before.Events)
        {
            string was = Shown(before, old);
            string words = before.Article.Text[old.Trigger.Start..old.Trigger.End];
            if (!now.Remove(old.Key, out CodedEvent? coded)) changes.Add((old.Trigger, new RecodeChange(article, old.Key, RecodeKind.Gone, words, was, null)));
            else if (Shown(after, coded) is { } becomes && becomes != was) changes.Add((old.Trigger, new RecodeChange(article, old.Key, RecodeKind.Changed, words, was, becomes)));
        }

        foreach (CodedEvent coded in now.Values)
        {
            changes.Add((coded.Trigger, new RecodeChange(article, coded.Key, RecodeKind.Come, after.Article.Text[coded.Trigger.Start..coded.Trigger.End], null, Shown(after, coded))));
        }

        return changes.OrderBy(change => change.Place).ThenBy(change => change.Change.Key, StringComparer.Ordinal).Select(change => change.Change);
    }

    /// <summary>The coding of an event in one line: what queries and exports go by.</summary>
    public static string Shown(ArticleRecord record, CodedEvent coded)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(coded);
        List<string> parts = [coded.Type.Spelt()];
        if (coded.Mode is not null) parts.Add(coded.Mode);
        if (coded.Action is { } action) parts.Add($"of {action.Spelt()}");
        parts.Add($"{Codes(record, coded.Actors)}>{Codes(record, coded.Recipients)}");
        parts.Add(coded.Status.Spelt());
        if (coded.Date is { } date && (date.From ?? date.To) is not null) parts.Add(FormattableString.Invariant($"{date.From:yyyy-MM-dd}..{date.To:yyyy-MM-dd}"));
        if (coded.Place?.Country is { } country) parts.Add($"in {country}");
        if (!coded.Contexts.IsEmpty) parts.Add($"({string.Join(' ', coded.Contexts)})");
        return string.Join(' ', parts);
    }

    private static string Codes(ArticleRecord record, IEnumerable<int> mentions) =>
        string.Join(',', mentions.Select(index => record.Mentions[index].Actor.Code ?? record.Mentions[index].Actor.Name).Distinct(StringComparer.Ordinal));
}

/// <summary>What coding an archive again came to. Immutable.</summary>
/// <param name="Articles">Articles looked at.</param>
/// <param name="Recoded">Articles that another pack had coded.</param>
/// <param name="Failed">Articles that could not be read again; they keep their old coding.</param>
/// <param name="Same">Events that are the same as before.</param>
/// <param name="Changed">Events that changed.</param>
/// <param name="Gone">Events that are not there any more.</param>
/// <param name="Come">Events that were not there before.</param>
public readonly record struct RecodeSummary(long Articles, long Recoded, long Failed, long Same, long Changed, long Gone, long Come);
