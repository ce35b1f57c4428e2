using Readout.Sources.Pages;

namespace Readout.Sources.Metadata;

/// <summary>Chooses an article's headline among what a page calls its title.</summary>
internal static class Headline
{
    private const int Shortest = 8;
    private static readonly string[] s_joints = [" | ", " — ", " – ", " - ", " :: ", " » ", " · ", " • "];

    /// <summary>
    /// JSON-LD before Open Graph, the printed heading and the page's title; the printed heading where it says the same
    /// at greater length. The publisher's name after a stroke or a dash is taken off.
    /// </summary>
    public static Found? Choose(string? linked, string? printed, string? open, string? title, string? site)
    {
        if (Whole(linked, printed) is { } both) return new Found(both, "json-ld");
        if (Usable(linked)) return printed is not null && Continues(printed, linked!) ? new Found(printed, "h1") : new Found(Strip(Fold(linked!), site, printed), "json-ld");
        if (Usable(open)) return new Found(Strip(Fold(open!), site, printed), "og:title");
        if (Usable(printed)) return new Found(Fold(printed!), "h1");
        return Usable(title) ? new Found(Strip(Fold(title!), site, printed), "title") : null;
    }

    private static string? Whole(string? linked, string? printed) =>
        linked is not null && printed is not null && TitleBlock.Fold(linked) == TitleBlock.Fold(printed) ? Fold(printed) : null;

    private static bool Continues(string printed, string linked)
    {
        string folded = TitleBlock.Fold(linked);
        return folded.Length >= Shortest && TitleBlock.Fold(printed).StartsWith(folded, StringComparison.Ordinal);
    }

    private static bool Usable(string? text) => text is not null && TitleBlock.Fold(text).Length >= 2;

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The title without the publisher after it or the section before it.</summary>
    private static string Strip(string title, string? site, string? printed)
    {
        if (printed is not null && After(title, printed)) return Fold(printed);
        foreach (string joint in s_joints)
        {
            int at = title.LastIndexOf(joint, StringComparison.Ordinal);
            if (at < Shortest) continue;
            string head = title[..at].Trim();
            string tail = title[(at + joint.Length)..].Trim();
            bool publisher = site is not null && (Same(tail, site) || TitleBlock.Fold(tail).Contains(TitleBlock.Fold(site), StringComparison.Ordinal));
            bool heading = printed is not null && Same(head, printed);
            bool stroke = joint == " | " && tail.Count(char.IsWhiteSpace) < 4 && head.Count(char.IsWhiteSpace) >= 3;
            if (publisher || heading || stroke) return Strip(head, site, printed);
        }

        return title;
    }

    /// <summary>Whether the printed heading is what follows the first stroke or dash of a title.</summary>
    private static bool After(string title, string printed)
    {
        foreach (string joint in s_joints)
        {
            int at = title.IndexOf(joint, StringComparison.Ordinal);
            if (at > 0 && TitleBlock.Fold(printed).Length >= Shortest && Same(title[(at + joint.Length)..], printed)) return true;
        }

        return false;
    }

    private static bool Same(string left, string right) => TitleBlock.Fold(left) == TitleBlock.Fold(right);
}
