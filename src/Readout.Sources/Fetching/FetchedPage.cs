using Readout.Sources.Formats;

namespace Readout.Sources.Fetching;

/// <summary>What an address holds.</summary>
public enum PageContent
{
    /// <summary>An article, or whatever else is no list.</summary>
    Page,

    /// <summary>A feed.</summary>
    Feed,

    /// <summary>A sitemap, or a list of feeds.</summary>
    List,
}

/// <summary>What a server gave for an address. Immutable; <see cref="SourceReader.OpenAsync(FetchedPage, SourceLink?, CancellationToken)"/> opens it.</summary>
public sealed class FetchedPage
{
    internal FetchedPage(RawInput content) => Content = content;

    /// <summary>The address that gave it, after redirects.</summary>
    public Uri Address => Content.Url!;

    /// <summary>Its size in bytes, decompressed.</summary>
    public int Size => Content.Bytes.Length;

    /// <summary>What it holds, told by its content.</summary>
    public PageContent Holds => FormatSniffer.Sniff(Content) switch
    {
        InputFormat.XmlFeed or InputFormat.JsonFeed => PageContent.Feed,
        InputFormat.Opml or InputFormat.Sitemap => PageContent.List,
        _ => PageContent.Page,
    };

    internal RawInput Content { get; }
}
