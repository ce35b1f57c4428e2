using System.Text;

namespace Readout.Sources.Formats;

/// <summary>Tells a format by content first, then by media type and the ending of the name. Stateless.</summary>
internal static class FormatSniffer
{
    private const int HeadLength = 4096;

    private static readonly (byte[] Mark, string Name)[] s_binary =
    [
        ("%PDF"u8.ToArray(), "a PDF document"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"), ("RIFF"u8.ToArray(), "an image or a recording"), ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or an office document"),
        ([0x1F, 0x8B], "a gzip archive"), ([0xD0, 0xCF, 0x11, 0xE0], "an office document"), ("BM"u8.ToArray(), "a bitmap image"),
        ("II*\0"u8.ToArray(), "a TIFF image"), ("MM\0*"u8.ToArray(), "a TIFF image"), ("ID3"u8.ToArray(), "a recording"), ("OggS"u8.ToArray(), "a recording"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), ("MZ"u8.ToArray(), "a program"), ("{\\rtf"u8.ToArray(), "an RTF document"), ("SQLite format"u8.ToArray(), "a database"),
    ];

    /// <summary>Endings of the names of files that a folder is searched for.</summary>
    public static IReadOnlySet<string> Endings { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        ".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".markdown", ".jsonl", ".ndjson", ".json", ".eml", ".mbox",
    };

    /// <summary>The format of an input.</summary>
    public static InputFormat Sniff(RawInput input)
    {
        if (BinaryName(input) is not null) return InputFormat.Binary;
        string ending = Path.GetExtension(input.Name).ToLowerInvariant();
        switch (ending)
        {
            case ".md" or ".markdown":
                return InputFormat.Markdown;
            case ".jsonl" or ".ndjson" or ".json":
                return InputFormat.JsonLines;
            case ".eml":
                return InputFormat.Mail;
            case ".mbox":
                return InputFormat.Mailbox;
        }

        string head = Head(input.Bytes);
        if (LooksLikeHtml(head) || (IsHtmlType(input.MediaType) && head.Contains('<', StringComparison.Ordinal))) return InputFormat.Html;
        if (ending is ".html" or ".htm" or ".xhtml" && head.Contains('<', StringComparison.Ordinal)) return InputFormat.Html;
        if (head.StartsWith('{') && head.Contains("\"text\"", StringComparison.Ordinal)) return InputFormat.JsonLines;
        if (LooksLikeMail(head)) return head.StartsWith("From ", StringComparison.Ordinal) ? InputFormat.Mailbox : InputFormat.Mail;
        return input.MediaType is "text/markdown" || LooksLikeMarkdown(head) ? InputFormat.Markdown : InputFormat.PlainText;
    }

    /// <summary>What an input is that holds no text of an article, in words; null for text.</summary>
    public static string? BinaryName(RawInput input)
    {
        ReadOnlySpan<byte> bytes = input.Bytes;
        foreach ((byte[] mark, string name) in s_binary)
        {
            if (bytes.StartsWith(mark) && (mark.Length > 2 || IsBinary(bytes))) return name;
        }

        return IsBinary(bytes) ? "binary data" : ListName(bytes);
    }

    /// <summary>What an XML list of articles is, in words; null for whatever else. It names articles and is none.</summary>
    private static string? ListName(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.UTF8.GetString(bytes[..Math.Min(HeadLength, bytes.Length)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        bool declared = head.StartsWith("<?xml", StringComparison.Ordinal);
        bool Has(string root) => head.StartsWith(root, StringComparison.Ordinal) || (declared && head.Contains(root, StringComparison.Ordinal));
        if (Has("<html")) return null;
        return Has("<rss") || Has("<feed") || Has("<rdf:RDF") ? "a feed" : Has("<urlset") || Has("<sitemapindex") ? "a sitemap" : null;
    }

    /// <summary>Text holds no NUL, unless a byte order mark says that its units are wider than a byte.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return false;
        ReadOnlySpan<byte> head = bytes[..Math.Min(HeadLength, bytes.Length)];
        int control = 0;
        foreach (byte value in head)
        {
            if (value == 0) return true;
            if (value < 0x20 && value is not (9 or 10 or 12 or 13 or 27)) control++;
        }

        return control * 20 > head.Length;
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
