using Readout.Sources.Formats;

namespace Readout.Sources.Fetching;

/// <summary>What a server gave for an address. Immutable; <see cref="SourceReader.OpenAsync(FetchedPage, SourceLink?, CancellationToken)"/> opens it.</summary>
public sealed class FetchedPage
{
    internal FetchedPage(RawInput content) => Content = content;

    /// <summary>The address that gave it, after redirects.</summary>
    public Uri Address => Content.Url!;

    /// <summary>Its size in bytes, decompressed.</summary>
    public int Size => Content.Bytes.Length;

    internal RawInput Content { get; }
}
