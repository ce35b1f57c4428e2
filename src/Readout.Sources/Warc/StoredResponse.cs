using System.Globalization;
using System.IO.Compression;

namespace Readout.Sources.Warc;

/// <summary>An HTTP response as an archive stores it: status, the fields that matter, the body decoded.</summary>
internal sealed record StoredResponse
{
    private const int HeadLimit = 65_536;

    /// <summary>Status code; 0 where the message has none.</summary>
    public int Status { get; init; }

    /// <summary>Media type in lower case, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>Character set, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>The body as it stands in the message.</summary>
    public required ReadOnlyMemory<byte> Stored { get; init; }

    private string Encoding { get; init; } = "";

    private bool Chunked { get; init; }

    /// <summary>Reads the head of a message; the body is decoded by <see cref="Body"/>.</summary>
    public static StoredResponse Parse(ReadOnlyMemory<byte> message)
    {
        ReadOnlySpan<byte> head = message.Span[..Math.Min(HeadLimit, message.Length)];
        int end = head.IndexOf("\r\n\r\n"u8);
        int skip = 4;
        if (end < 0 || (head.IndexOf("\n\n"u8) is int bare && bare >= 0 && bare < end))
        {
            end = head.IndexOf("\n\n"u8);
            skip = 2;
        }

        if (end < 0) return new StoredResponse { Stored = default };
        WarcHead fields = WarcHead.Parse(head[..end]);
        (string? media, string? charset) = Type(fields["Content-Type"]);
        return new StoredResponse
        {
            Status = StatusOf(head[..end]),
            MediaType = media,
            Charset = charset,
            Encoding = fields["Content-Encoding"]?.Trim().ToLowerInvariant() ?? "",
            Chunked = fields["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true,
            Stored = message[(end + skip)..],
        };
    }

    /// <summary>The body without its transfer and content encoding; null where it is longer than the limit.</summary>
    /// <exception cref="InvalidDataException">It cannot be decoded.</exception>
    public byte[]? Body(int limit)
    {
        byte[] body = (Chunked ? Unchunked(Stored.Span) : null) ?? Stored.ToArray();
        return Encoding switch
        {
            "gzip" or "x-gzip" when body.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) => Decoded(new GZipStream(new MemoryStream(body), CompressionMode.Decompress), limit),
            "deflate" when body is [0x78, ..] => Decoded(new ZLibStream(new MemoryStream(body), CompressionMode.Decompress), limit),
            "br" => Decoded(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress), limit),
            "" or "identity" or "none" or "gzip" or "x-gzip" or "deflate" => body.Length > limit ? null : body,
            _ => throw new InvalidDataException($"the content encoding {Encoding} is not known"),
        };
    }

    private static byte[]? Decoded(Stream decoder, int limit)
    {
        using (decoder)
        {
            using MemoryStream copy = new();
            byte[] piece = new byte[81_920];
            int count;
            while ((count = decoder.Read(piece)) > 0)
            {
                copy.Write(piece, 0, count);
                if (copy.Length > limit) return null;
            }

            return copy.ToArray();
        }
    }

    /// <summary>The chunks joined (RFC 9112, 7.1); null where the body is not in chunks, which some archives store it without.</summary>
    private static byte[]? Unchunked(ReadOnlySpan<byte> body)
    {
        using MemoryStream joined = new(body.Length);
        while (true)
        {
            int line = body.IndexOf("\n"u8);
            if (line < 0) return null;
            string size = System.Text.Encoding.ASCII.GetString(body[..line]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0) return null;
            body = body[(line + 1)..];
            if (length == 0) return joined.ToArray();
            if (length > body.Length) return null;
            joined.Write(body[..length]);
            body = body[length..].TrimStart("\r\n"u8);
        }
    }

    private static int StatusOf(ReadOnlySpan<byte> head)
    {
        string[] parts = System.Text.Encoding.ASCII.GetString(head[..Math.Min(64, head.Length)]).Split([' ', '\r', '\n'], 3);
        bool valid = parts.Length >= 2 && parts[0].StartsWith("HTTP/", StringComparison.Ordinal);
        return valid && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : 0;
    }

    private static (string? Media, string? Charset) Type(string? field)
    {
        if (string.IsNullOrWhiteSpace(field)) return (null, null);
        string[] parts = field.Split(';');
        string? charset = parts.Skip(1).Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return (parts[0].Trim().ToLowerInvariant(), charset?["charset=".Length..].Trim('"', '\''));
    }
}
