namespace Readout.Sources.Formats;

/// <summary>Parts a mailbox file (RFC 4155, mboxrd) into its messages, in constant memory.</summary>
internal static class Mailbox
{
    private const int Piece = 65_536;

    /// <summary>
    /// The bytes of each message, without the line that parts it from the one before; null for one that is larger than the
    /// limit. A message begins at a line <c>From …</c> at the start or after an empty line; <c>&gt;From</c> loses its mark.
    /// </summary>
    public static IEnumerable<byte[]?> Messages(Stream stream, int limit)
    {
        MemoryStream message = new();
        bool begun = false;
        bool emptyBefore = true;
        bool over = false;
        foreach (ReadOnlyMemory<byte> line in Lines(stream))
        {
            bool parts = emptyBefore && line.Span.StartsWith("From "u8);
            if (parts && (begun || message.Length > 0)) yield return over ? null : message.ToArray();
            if (parts)
            {
                message.SetLength(0);
                over = false;
            }
            else if (!over)
            {
                message.Write(Unmarked(line.Span));
            }

            begun |= parts;
            if (message.Length > limit)
            {
                over = true;
                message.SetLength(0);
            }

            emptyBefore = line.Length <= 2 && line.Span.Trim("\r\n"u8).IsEmpty;
        }

        if (over || message.Length > 0) yield return over ? null : message.ToArray();
    }

    private static ReadOnlySpan<byte> Unmarked(ReadOnlySpan<byte> line) =>
        line.StartsWith(">"u8) && line.TrimStart((byte)'>').StartsWith("From "u8) ? line[1..] : line;

    /// <summary>The lines with their ends; one longer than a piece comes in parts.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream stream)
    {
        byte[] bytes = new byte[Piece];
        int held = 0;
        int read;
        while ((read = stream.Read(bytes, held, Piece - held)) > 0)
        {
            held += read;
            int at = 0;
            int end;
            while ((end = bytes.AsSpan(at, held - at).IndexOf((byte)'\n')) >= 0)
            {
                yield return bytes.AsMemory(at, end + 1);
                at += end + 1;
            }

            if (at == 0 && held == Piece)
            {
                yield return bytes.AsMemory(0, held);
                at = held;
            }

            bytes.AsSpan(at, held - at).CopyTo(bytes);
            held -= at;
        }

        if (held > 0) yield return bytes.AsMemory(0, held);
    }
}
