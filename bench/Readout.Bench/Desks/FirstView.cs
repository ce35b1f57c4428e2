using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Readout.Bench.Desks;

/// <summary>Counts what a browser loads for the first view of a page: the page with its styles, scripts and pictures.</summary>
internal static class FirstView
{
    /// <summary>The bytes of their contents; null where the page does not answer.</summary>
    public static async Task<long?> BytesAsync(HttpClient client, Uri address)
    {
        using HttpResponseMessage response = await client.GetAsync(address).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode) return null;
        byte[] page = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        if (response.Content.Headers.ContentType?.MediaType != "text/html") return page.Length;
        using IHtmlDocument document = new HtmlParser().ParseDocument(new MemoryStream(page));
        string[] parts =
        [
            .. document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(link => link.GetAttribute("href"))
                .Concat(document.QuerySelectorAll("script[src], img[src]").Select(part => part.GetAttribute("src"))).OfType<string>().Where(part => part.StartsWith('/')).Distinct(),
        ];
        long bytes = page.Length;
        foreach (string part in parts) bytes += (await client.GetByteArrayAsync(new Uri(part, UriKind.Relative)).ConfigureAwait(false)).Length;
        return bytes;
    }
}
