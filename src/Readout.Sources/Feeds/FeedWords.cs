using System.Net;
using Readout.Sources.Pages;

namespace Readout.Sources.Feeds;

/// <summary>Reads the short texts of feeds, which may be plain or marked up, once too often encoded or not. Stateless.</summary>
internal static class FeedWords
{
    private const int Tail = 400;

    private static readonly string[] s_cuts =
    [
        "…", "...", "[…]", "[...]", "[&#8230;]", "read more", "continue reading", "full story", "full article", "read the rest", "more »", "more >",
    ];

    /// <summary>A title or a name as plain text, on one line; null where it is empty.</summary>
    public static string? Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        string plain = IsMarkup(text) ? PageParser.Parse(text).Body?.TextContent ?? "" : WebUtility.HtmlDecode(text);
        string folded = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return folded.Length == 0 ? null : folded;
    }

    /// <summary>The name of a person of whom RSS may give <c>mail@example.org (Name)</c>; null where there is none.</summary>
    public static string? Person(string? name, string? mail)
    {
        if (Plain(name) is { } given) return given;
        int open = mail?.IndexOf('(', StringComparison.Ordinal) ?? -1;
        return open >= 0 ? Plain(mail![(open + 1)..].TrimEnd(')', ' ')) : null;
    }

    /// <summary>Whether a text holds a tag.</summary>
    public static bool IsMarkup(string text)
    {
        int at = text.IndexOf('<', StringComparison.Ordinal);
        while (at >= 0 && at + 1 < text.Length)
        {
            if (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/') return text.IndexOf('>', at) > 0;
            at = text.IndexOf('<', at + 1);
        }

        return false;
    }

    /// <summary>An address of the web, absolute; null for whatever else.</summary>
    public static Uri? Address(string? address, Uri? place)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        string trimmed = address.Trim();
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out Uri? absolute) || absolute.Scheme is not ("http" or "https"))
        {
            bool other = absolute is not null && absolute.Scheme != Uri.UriSchemeFile;
            if (other || place is null || !Uri.TryCreate(place, trimmed, out absolute)) return null;
        }

        return absolute.Scheme is "http" or "https" ? absolute : null;
    }

    /// <summary>Whether the words end as those of a teaser do: with three points, or a call to read on.</summary>
    public static bool IsCut(FeedText text)
    {
        string tail = text.Value.Length > Tail ? text.Value[^Tail..] : text.Value;
        string plain = WebUtility.HtmlDecode(text.IsMarkup ? WithoutTags(tail) : tail).TrimEnd(' ', '\n', '\r', '\t', '\u00A0', '→', '»');
        return s_cuts.Any(cut => plain.EndsWith(cut, StringComparison.OrdinalIgnoreCase));
    }

    private static string WithoutTags(string html)
    {
        System.Text.StringBuilder words = new(html.Length);
        int start = html.IndexOf('>', StringComparison.Ordinal) is int close && close >= 0 && close < (html.IndexOf('<', StringComparison.Ordinal) is int open && open >= 0 ? open : int.MaxValue) ? close + 1 : 0;
        bool inside = false;
        foreach (char c in html.AsSpan(start))
        {
            if (c == '<') inside = true;
            else if (c == '>' && inside) inside = false;
            else if (!inside) words.Append(c);
        }

        return words.ToString();
    }
}
