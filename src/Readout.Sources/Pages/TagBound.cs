namespace Readout.Sources.Pages;

/// <summary>
/// Bounds the number of tags of a page before it is parsed, so that no page built to that end can cost the parser more
/// than about two seconds. Long articles have some ten thousand.
/// </summary>
internal static class TagBound
{
    /// <summary>The most start and end tags read.</summary>
    public const int Limit = 200_000;

    /// <summary>Where the tag beyond the limit begins; the page's length where there is none. O(length).</summary>
    public static int End(string html)
    {
        int tags = 0;
        int position = 0;
        while ((position = html.IndexOf('<', position)) >= 0 && position + 1 < html.Length)
        {
            char next = html[position + 1];
            if ((char.IsAsciiLetter(next) || next is '/' or '!' or '?') && ++tags > Limit) return position;
            position++;
        }

        return html.Length;
    }
}
