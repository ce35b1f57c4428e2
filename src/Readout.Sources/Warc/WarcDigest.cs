using System.Security.Cryptography;

namespace Readout.Sources.Warc;

/// <summary>Checks a record's block against its labelled digest (ISO 28500, 5.8).</summary>
internal static class WarcDigest
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Whether the block has the digest; true where there is none, or of a kind that is not known.</summary>
    public static bool Fits(string? labelled, ReadOnlySpan<byte> block)
    {
        int colon = labelled?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0) return true;
        string value = labelled![(colon + 1)..].Trim();
        return Hash(labelled[..colon].Trim().ToLowerInvariant(), block) is not { } hash
            || value.Length != hash.Length * 2 && value.TrimEnd('=').Length != ((hash.Length * 8) + 4) / 5
            || value.Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase)
            || value.TrimEnd('=').Equals(ToBase32(hash), StringComparison.OrdinalIgnoreCase);
    }

    private static byte[]? Hash(string algorithm, ReadOnlySpan<byte> block) => algorithm switch
    {
#pragma warning disable CA5350, CA5351 // The archive chose the function, and it tells damage, not forgery.
        "sha1" or "sha-1" => SHA1.HashData(block),
        "md5" => MD5.HashData(block),
#pragma warning restore CA5350, CA5351
        "sha256" or "sha-256" => SHA256.HashData(block),
        _ => null,
    };

    private static string ToBase32(byte[] bytes)
    {
        char[] text = new char[((bytes.Length * 8) + 4) / 5];
        int bits = 0;
        int held = 0;
        int next = 0;
        foreach (byte value in bytes)
        {
            bits = ((bits << 8) | value) & 0xFFFF;
            held += 8;
            while (held >= 5)
            {
                held -= 5;
                text[next++] = Base32[(bits >> held) & 31];
            }
        }

        if (held > 0) text[next] = Base32[(bits << (5 - held)) & 31];
        return new string(text);
    }
}
