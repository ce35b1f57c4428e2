using System.Text;

namespace Readout.Sources.Pages;

/// <summary>
/// Bounds the nesting of a page before it is parsed: a tree of any depth would overflow the stack of whoever walks it and
/// cost the parser quadratic time. Browsers bound it too (512 in Blink).
/// </summary>
internal static class DepthBound
{
    /// <summary>The deepest nesting kept.</summary>
    public const int Limit = 200;

    /// <summary>The page itself where it is not nested too deep; else a copy without the start tags beyond the limit.</summary>
    public static string Apply(string html)
    {
        StringBuilder? copy = null;
        int kept = 0;
        int depth = 0;
        int position = 0;
        while ((position = html.IndexOf('<', position)) >= 0 && position + 1 < html.Length)
        {
            bool closing = html[position + 1] == '/';
            int nameStart = closing ? position + 2 : position + 1;
            int nameEnd = nameStart;
            while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] == '-')) nameEnd++;
            ReadOnlySpan<char> name = html.AsSpan(nameStart, nameEnd - nameStart);
            if (name.IsEmpty || !char.IsAsciiLetter(name[0]) || !Nests(name))
            {
                position = nameEnd > position ? Math.Max(nameEnd, position + 1) : position + 1;
                continue;
            }

            int end = html.IndexOf('>', nameEnd);
            if (end < 0) break;
            if (closing)
            {
                if (depth > 0) depth--;
            }
            else if (html[end - 1] != '/' && ++depth > Limit)
            {
                copy ??= new StringBuilder(html.Length);
                copy.Append(html, kept, position - kept);
                kept = end + 1;
            }

            position = IsRaw(name) && !closing ? AfterRaw(html, end + 1, name) : end + 1;
        }

        return copy is null ? html : copy.Append(html, kept, html.Length - kept).ToString();
    }

    /// <summary>Whether start tags of this name can pile up: not void, and not closed by the next of its kind.</summary>
    private static bool Nests(ReadOnlySpan<char> name) => !(Is(name, "br") || Is(name, "img") || Is(name, "meta") || Is(name, "link")
        || Is(name, "input") || Is(name, "hr") || Is(name, "wbr") || Is(name, "source") || Is(name, "p") || Is(name, "li") || Is(name, "option")
        || Is(name, "area") || Is(name, "base") || Is(name, "col") || Is(name, "embed") || Is(name, "param") || Is(name, "track")
        || Is(name, "td") || Is(name, "th") || Is(name, "tr") || Is(name, "dd") || Is(name, "dt") || Is(name, "a"));

    private static bool IsRaw(ReadOnlySpan<char> name) => Is(name, "script") || Is(name, "style") || Is(name, "textarea");

    /// <summary>Where the contents of a raw element end: at its end tag, which is then read as one.</summary>
    private static int AfterRaw(string html, int start, ReadOnlySpan<char> name)
    {
        int position = start;
        while ((position = html.IndexOf("</", position, StringComparison.Ordinal)) >= 0)
        {
            if (html.AsSpan(position + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return position;
            position += 2;
        }

        return html.Length;
    }

    private static bool Is(ReadOnlySpan<char> name, string tag) => name.Equals(tag, StringComparison.OrdinalIgnoreCase);
}
