using System.Collections.Immutable;
using System.Text.Json;

namespace Readout.Bench.Desks;

/// <summary>Finds pages far down in lists, as readers come to them: page after page by the cursors of the API.</summary>
internal static class DeepPages
{
    private const int Deep = 25;
    private static readonly string[] s_lists = ["/api/search?q=said", "/api/search?q=trade+talks", "/api/search?country=JPN", "/api/events?actor=USA", "/api/review"];

    /// <summary>The kinds of page with those that are deep; the search page takes the cursors of the search's API.</summary>
    public static async Task<ImmutableArray<DeskPage>> AddAsync(HttpClient client, ImmutableArray<DeskPage> pages)
    {
        foreach (string list in s_lists)
        {
            if (await AddressAsync(client, list).ConfigureAwait(false) is not { } deep) continue;
            string route = list.Split('?')[0];
            pages = [.. pages.Select(page => page.Name == route ? With(page, deep) : page.Name is "/search" or "/review" && "/api" + page.Name == route ? With(page, deep["/api".Length..]) : page)];
        }

        return pages;
    }

    private static DeskPage With(DeskPage page, string path) => page with { Paths = page.Paths.Add(path) };

    private static async Task<string?> AddressAsync(HttpClient client, string list)
    {
        string address = list;
        for (int i = 0; i < Deep; i++)
        {
            using HttpResponseMessage response = await client.GetAsync(new Uri(address, UriKind.Relative)).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) return null;
            using JsonDocument page = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
            if (!page.RootElement.TryGetProperty("next", out JsonElement next) || next.GetString() is not { } cursor) break;
            address = $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={cursor}";
        }

        return address == list ? null : address;
    }
}
