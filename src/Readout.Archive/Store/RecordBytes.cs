using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Readout.Coding.Record;

namespace Readout.Archive.Store;

/// <summary>A record as the archive keeps it: its JSON, compressed. The first byte names the compression: 1 is Brotli.</summary>
internal static class RecordBytes
{
    private const byte Brotli = 1;
    private const int Longest = 512 * 1024 * 1024;

    /// <summary>The kept bytes of a record and the SHA-256 of its JSON in lower-case hexadecimal.</summary>
    public static (byte[] Bytes, string Hash) Pack(ArticleRecord record)
    {
        byte[] json = RecordJson.ToUtf8(record);
        byte[] packed = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length) + 1];
        packed[0] = Brotli;
        // Quality 3 of 11: the knee between time and size on records.
        if (!BrotliEncoder.TryCompress(json, packed.AsSpan(1), out int length, quality: 3, window: 20))
        {
            throw new InvalidOperationException("The compressed record is longer than its bound.");
        }

        return (packed[..(length + 1)], Hash(json));
    }

    /// <summary>The JSON of kept bytes.</summary>
    /// <exception cref="InvalidDataException">They are damaged.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        if (packed.Length < 2 || packed[0] != Brotli) throw new InvalidDataException("The kept record begins with no known compression.");
        using BrotliDecoder decoder = new();
        ReadOnlySpan<byte> left = packed.AsSpan(1);
        byte[] json = new byte[packed.Length * 8];
        for (int length = 0; ;)
        {
            OperationStatus status = decoder.Decompress(left, json.AsSpan(length), out int taken, out int given);
            left = left[taken..];
            length += given;
            if (status == OperationStatus.Done) return json[..length];
            if (status != OperationStatus.DestinationTooSmall) throw new InvalidDataException("The kept record is damaged.");
            if (json.Length == Longest) throw new InvalidDataException("The kept record is longer than any record.");
            Array.Resize(ref json, (int)Math.Min(json.Length * 2L, Longest));
        }
    }

    /// <summary>SHA-256 of a record's JSON in lower-case hexadecimal.</summary>
    public static string Hash(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));
}
