namespace Readout.Sources.Formats;

/// <summary>Tells a kind of XML by its first element. Stateless.</summary>
internal static class XmlRoot
{
    /// <summary>The format of a text that begins as XML; null where it does not, or is a page.</summary>
    /// <param name="head">The text's beginning, white space and byte order mark taken off.</param>
    public static InputFormat? Format(string head)
    {
        if (!head.StartsWith('<') || FirstElement(head) is not { } name) return null;
        string local = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return local switch
        {
            "rss" or "RDF" or "feed" => InputFormat.XmlFeed,
            "opml" => InputFormat.Opml,
            "urlset" or "sitemapindex" => InputFormat.Sitemap,
            _ => head.StartsWith("<?xml", StringComparison.Ordinal) && !local.Equals("html", StringComparison.OrdinalIgnoreCase) ? InputFormat.OtherXml : null,
        };
    }

    /// <summary>The name of the first element, after the declaration, comments and the document type.</summary>
    private static string? FirstElement(string head)
    {
        int at = 0;
        while ((at = head.IndexOf('<', at)) >= 0 && at + 1 < head.Length)
        {
            if (char.IsLetter(head[at + 1])) return Name(head, at + 1);
            string end = head.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal) ? "-->" : ">";
            int close = head.IndexOf(end, at, StringComparison.Ordinal);
            if (close < 0) return null;
            at = close + end.Length;
        }

        return null;
    }

    private static string Name(string head, int start)
    {
        int end = start;
        while (end < head.Length && (char.IsLetterOrDigit(head[end]) || head[end] is ':' or '-' or '_')) end++;
        return head[start..end];
    }
}
