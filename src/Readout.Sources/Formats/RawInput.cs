using System.Security.Cryptography;

namespace Readout.Sources.Formats;

/// <summary>The bytes of one input and what is known of them.</summary>
/// <param name="Bytes">The content, decompressed.</param>
/// <param name="Where">File, address or <c>standard input</c>, for messages.</param>
internal sealed record RawInput(byte[] Bytes, string Where)
{
    /// <summary>File name or path of the address, whose ending tells the format; empty where there is none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Media type of the HTTP header, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>Character set of the HTTP header, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>Address that the input was fetched from, or null.</summary>
    public Uri? Url { get; init; }

    /// <summary>The entry of a list that led to it, or null.</summary>
    public SourceLink? Link { get; init; }

    /// <summary>SHA-256 of the bytes in lower-case hexadecimal.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
