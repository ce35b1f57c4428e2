using System.Text;
using UtfUnknown;

namespace Readout.Sources.Charsets;

/// <summary>A decoded input.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Charset">Name of the character set used.</param>
/// <param name="Warning">What was wrong with the bytes, or null.</param>
internal readonly record struct DecodedText(string Text, string Charset, string? Warning);

/// <summary>
/// Decodes bytes by their byte order mark, the declared set, UTF-8 where they are valid, and detection by frequency
/// (UTF.Unknown, a port of Mozilla's detector) at last. Never throws. Stateless and thread-safe.
/// </summary>
internal static class TextDecoder
{
    private const int HeadLength = 2048;
    private const float LeastConfidence = 0.5f;
    private static readonly UTF8Encoding s_strict = new(false, true);

    /// <summary>Decodes.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="declared">The set that the HTTP or mail header names, or null.</param>
    /// <param name="markup">Whether a declaration may stand in the text itself: <c>meta charset</c>, an XML declaration.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared, bool markup)
    {
        if (OfMark(bytes) is { } marked) return With(marked.Encoding, bytes[marked.Length..]);
        string? name = declared ?? (markup ? DeclaredInside(bytes) : null);
        if (Named(name) is { } encoding && encoding.CodePage != Encoding.UTF8.CodePage) return With(encoding, bytes);
        if (Strict(bytes) is { } text) return new DecodedText(text, "utf-8", null);
        if (name is null && Detected(bytes) is { } guess) return With(guess, bytes) with { Warning = $"no character set is declared; {guess.WebName} was detected" };
        return With(Encoding.UTF8, bytes);
    }

    private static DecodedText With(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        string text = encoding.GetString(bytes);
        int broken = text.AsSpan().Count('\uFFFD');
        string? warning = broken == 0 ? null : $"{broken} byte sequences are not valid {encoding.WebName} and stand as U+FFFD in the text";
        return new DecodedText(text, encoding.WebName, warning);
    }

    private static string? Strict(ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        return s_strict.GetString(bytes);
    }

    private static (Encoding Encoding, int Length)? OfMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (Encoding.UTF8, 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return (Encoding.UTF32, 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode, 2);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Encoding.BigEndianUnicode, 2) : null;
    }

    /// <summary>The set named in the first 2,048 bytes (HTML Living Standard, prescan), or null.</summary>
    private static string? DeclaredInside(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(HeadLength, bytes.Length)]);
        int at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        int length = "charset".Length;
        if (at < 0 && head.StartsWith("<?xml", StringComparison.Ordinal))
        {
            at = head.IndexOf("encoding", StringComparison.Ordinal);
            length = "encoding".Length;
        }

        if (at < 0) return null;
        int start = at + length;
        while (start < head.Length && head[start] is '=' or ' ' or '"' or '\'') start++;
        int end = start;
        while (end < head.Length && (char.IsAsciiLetterOrDigit(head[end]) || head[end] is '-' or '_' or ':' or '.')) end++;
        return end > start ? head[start..end] : null;
    }

    /// <summary>The encoding of a name; Latin-1 reads as Windows-1252 (WHATWG Encoding Standard).</summary>
    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        string lower = name.Trim().Trim('"', '\'').ToLowerInvariant();
        if (lower is "utf8" or "utf-8" or "unicode-1-1-utf-8") return Encoding.UTF8;
        if (lower is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "iso8859-1") lower = "windows-1252";
        if (lower is "utf-16" or "utf-16le" or "utf-32") return null;
        return Lookup(lower);
    }

    private static Encoding? Lookup(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The set that the bytes look like; null where they look like UTF-8 with a few broken sequences.</summary>
    private static Encoding? Detected(ReadOnlySpan<byte> bytes)
    {
        if (MostlyUtf8(bytes)) return null;
        if (HighBytes(bytes) * 20L < bytes.Length) return Lookup("windows-1252");
        DetectionDetail? detail = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, 200_000)].ToArray()).Detected;
        if (detail is null || detail.Confidence < LeastConfidence) return Lookup("windows-1252");
        return Lookup(detail.EncodingName.ToLowerInvariant()) ?? Lookup("windows-1252");
    }

    /// <summary>Few of them are the quotation marks and accents of a Western text, too few for frequencies to tell.</summary>
    private static int HighBytes(ReadOnlySpan<byte> bytes)
    {
        int high = 0;
        foreach (byte value in bytes)
        {
            if (value >= 0x80) high++;
        }

        return high;
    }

    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        int broken = 0;
        int whole = 0;
        foreach (char c in text)
        {
            if (c == '\uFFFD') broken++;
            else if (c >= '\u0080') whole++;
        }

        return whole > 2 * broken;
    }
}
