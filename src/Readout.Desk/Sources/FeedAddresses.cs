using System.Collections.Immutable;
using Readout.Desk.Hosting;
using Readout.Sources;

namespace Readout.Desk.Sources;

/// <summary>Addresses of feeds as readers give them: one a line, or in a list of feeds (OPML).</summary>
internal static class FeedAddresses
{
    /// <summary>Most feeds of one sending.</summary>
    public const int Most = 1000;

    /// <summary>The addresses of a text, each once.</summary>
    /// <exception cref="DeskFaultException">One is no address of the web.</exception>
    public static ImmutableArray<Uri> OfText(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(One).Distinct().Take(Most)];

    /// <summary>The feeds that a list names.</summary>
    /// <exception cref="DeskFaultException">It is no such list, or names none.</exception>
    public static async Task<ImmutableArray<Uri>> OfListAsync(IFormFile file, CancellationToken cancellation)
    {
        using SourceReader sources = new();
        using Stream stream = file.OpenReadStream();
        List<Uri> feeds = [];
        await foreach (SourceItem item in sources.OpenAsync(stream, "feeds.opml", cancellation).ConfigureAwait(false))
        {
            if (item.Link is { Kind: LinkKind.Feed } link && feeds.Count < Most) feeds.Add(link.Address);
        }

        return feeds.Count > 0 ? [.. feeds.Where(IsWeb).Distinct()] : throw DeskFaultException.Bad("The file names no feed: a list of feeds is OPML, whose outlines have an xmlUrl.");
    }

    /// <summary>An address of the web.</summary>
    /// <exception cref="DeskFaultException">It is none.</exception>
    public static Uri One(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? address) && IsWeb(address)
            ? address
            : throw DeskFaultException.Bad($"'{(text.Length <= 80 ? text : text[..80] + "…")}' is no address; write it as https://example.org/feed.");

    private static bool IsWeb(Uri address) => address.Scheme is "http" or "https" && address.UserInfo.Length == 0;
}
