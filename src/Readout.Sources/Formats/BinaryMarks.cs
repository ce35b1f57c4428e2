namespace Readout.Sources.Formats;

/// <summary>Tells what holds no text of an article by its first bytes. Stateless.</summary>
internal static class BinaryMarks
{
    private const int HeadLength = 4096;

    private static readonly (byte[] Mark, string Name)[] s_binary =
    [
        ("%PDF"u8.ToArray(), "a PDF document"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"), ("RIFF"u8.ToArray(), "an image or a recording"), ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or an office document"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office document"), ("BM"u8.ToArray(), "a bitmap image"), ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
        ("II*\0"u8.ToArray(), "a TIFF image"), ("MM\0*"u8.ToArray(), "a TIFF image"), ("ID3"u8.ToArray(), "a recording"), ("OggS"u8.ToArray(), "a recording"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), ("MZ"u8.ToArray(), "a program"), ("{\\rtf"u8.ToArray(), "an RTF document"), ("SQLite format"u8.ToArray(), "a database"),
    ];

    /// <summary>What the bytes are, in words; null for text.</summary>
    public static string? Name(ReadOnlySpan<byte> bytes)
    {
        foreach ((byte[] mark, string name) in s_binary)
        {
            if (bytes.StartsWith(mark) && (mark.Length > 2 || IsBinary(bytes))) return name;
        }

        return IsBinary(bytes) ? "binary data" : null;
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
}
