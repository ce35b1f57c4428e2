using System.Text;

namespace Readout.Sources.Formats;

/// <summary>Tells a format by content first, then by media type and the ending of the name. Stateless.</summary>
internal static class FormatSniffer
{
    private const int HeadLength = 4096;

    /// <summary>Endings of the names of files that a folder is searched for.</summary>
    private static readonly HashSet<string> s_endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".markdown", ".jsonl", ".ndjson", ".json", ".eml", ".mbox",
        ".xml", ".rss", ".atom", ".rdf", ".opml", ".warc",
    };

    /// <summary>Whether a folder's file of this name is an input: by its ending, <c>.gz</c> taken off.</summary>
    public static bool IsInput(string path)
    {
        string ending = Path.GetExtension(path);
        if (ending.Equals(".gz", StringComparison.OrdinalIgnoreCase)) ending = Path.GetExtension(Path.GetFileNameWithoutExtension(path));
        return s_endings.Contains(ending);
    }

    /// <summary>The format of an input.</summary>
    public static InputFormat Sniff(RawInput input)
    {
        if (input.Bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return InputFormat.Gzip;
        if (input.Bytes.AsSpan().StartsWith("WARC/"u8)) return InputFormat.Warc;
        if (BinaryMarks.Name(input.Bytes) is not null) return InputFormat.Binary;
        string head = Head(input.Bytes);
        if (XmlRoot.Format(head) is { } list && list != InputFormat.OtherXml) return list;
        if (head.StartsWith('{') && head.Contains("jsonfeed.org/version/", StringComparison.Ordinal)) return InputFormat.JsonFeed;
        InputFormat? named = IsHtmlType(input.MediaType) ? null : OfEnding(Path.GetExtension(input.Name).ToLowerInvariant());
        return named ?? OfContent(head, input);
    }

    private static InputFormat? OfEnding(string ending) => ending switch
    {
        ".md" or ".markdown" => InputFormat.Markdown,
        ".jsonl" or ".ndjson" or ".json" => InputFormat.JsonLines,
        ".eml" => InputFormat.Mail,
        ".mbox" => InputFormat.Mailbox,
        _ => null,
    };

    private static InputFormat OfContent(string head, RawInput input)
    {
        string ending = Path.GetExtension(input.Name).ToLowerInvariant();
        if (LooksLikeHtml(head) || (IsHtmlType(input.MediaType) && head.Contains('<', StringComparison.Ordinal))) return InputFormat.Html;
        if (ending is ".html" or ".htm" or ".xhtml" && head.Contains('<', StringComparison.Ordinal)) return InputFormat.Html;
        if (XmlRoot.Format(head) == InputFormat.OtherXml) return InputFormat.OtherXml;
        if (head.StartsWith('{') && head.Contains("\"text\"", StringComparison.Ordinal)) return InputFormat.JsonLines;
        if (LooksLikeMail(head)) return head.StartsWith("From ", StringComparison.Ordinal) ? InputFormat.Mailbox : InputFormat.Mail;
        return input.MediaType is "text/markdown" || LooksLikeMarkdown(head) ? InputFormat.Markdown : InputFormat.PlainText;
    }

    private static string Head(byte[] bytes)
    {
        ReadOnlySpan<byte> head = bytes.AsSpan(0, Math.Min(HeadLength, bytes.Length));
        bool wide = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        string text = wide ? Charsets.TextDecoder.Decode(head, null, false).Text : Encoding.UTF8.GetString(head);
        return text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }

    private static bool IsHtmlType(string? mediaType) => mediaType is "text/html" or "application/xhtml+xml";

    private static bool LooksLikeHtml(string head)
    {
        if (!head.StartsWith('<')) return false;
        foreach (string mark in new[] { "<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<p ", "<h1", "<!--", "<main", "<section", "<meta", "<title" })
        {
            if (head.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return head.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A heading of the first degree, or front matter between two lines of dashes.</summary>
    private static bool LooksLikeMarkdown(string head) =>
        head.StartsWith("# ", StringComparison.Ordinal)
            || (head.StartsWith("---\n", StringComparison.Ordinal) && head.Contains("\n---\n", StringComparison.Ordinal));

    /// <summary>Mail begins with header lines, of which one tells the sender, the subject or the transport (RFC 5322).</summary>
    private static bool LooksLikeMail(string head)
    {
        int headers = 0;
        bool telling = false;
        foreach (string line in head.ReplaceLineEndings("\n").Split('\n').Take(12))
        {
            if (line.Length == 0) break;
            if (line[0] is ' ' or '\t' || (headers == 0 && line.StartsWith("From ", StringComparison.Ordinal))) continue;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line.AsSpan(0, colon).ContainsAny(' ', '\t')) return false;
            headers++;
            telling |= line[..colon].ToLowerInvariant() is "received" or "return-path" or "message-id" or "mime-version" or "delivered-to";
        }

        return headers >= 2 && telling;
    }
}
