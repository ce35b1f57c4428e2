using System.Net;
using System.Text.Json;

namespace Readout.Desk.Tests.Exports;

/// <summary>What pages offer as files, the API gives too.</summary>
[Collection(DeskCollection.Name)]
public sealed class ExportsTests(DeskFixture desk)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_leads_to_files_that_are_there()
    {
        using JsonDocument list = JsonDocument.Parse(await Text("/api/exports", "application/json"));
        List<JsonElement> exports = [.. list.RootElement.GetProperty("exports").EnumerateArray()];
        Assert.Equal(5, exports.Count);
        foreach (JsonElement export in exports)
        {
            string address = export.GetProperty("address").GetString()!.Replace("{a}", "NOR", StringComparison.Ordinal).Replace("{b}", "CHL", StringComparison.Ordinal);
            address = address.Replace("{day}", "", StringComparison.Ordinal).Replace("{status}", "", StringComparison.Ordinal).Replace("{unit}", "", StringComparison.Ordinal).Replace("{layout}", "", StringComparison.Ordinal)
                .Replace("{step}", "", StringComparison.Ordinal).Replace("{code}", "", StringComparison.Ordinal);
            Assert.NotEmpty(await Text(address, export.GetProperty("mediaType").GetString()!));
        }
    }

    [Fact]
    public async Task Events_come_as_rows_of_the_days_and_statuses_asked_for()
    {
        string[] all = Lines(await Text("/api/exports/events?format=jsonl", "application/jsonl"));
        string[] some = Lines(await Text("/api/exports/events?format=jsonl&status=actual&from=1987-03-01&to=1987-03-31", "application/jsonl"));
        Assert.InRange(some.Length, 1, all.Length - 1);
        foreach (string line in all) JsonDocument.Parse(line).Dispose();
        string[] rows = Lines(await Text("/api/exports/events", "text/csv"));
        Assert.True(rows.Length > all.Length, "a heading, and a line or more for each event");
        Assert.Contains("article", rows[0], StringComparison.Ordinal);
        Assert.NotEmpty(await Text("/api/exports/events?layout=icews&unit=happening", "text/tab-separated-values"));
    }

    [Fact]
    public async Task The_files_of_pages_are_those_of_the_api()
    {
        Assert.Equal(await Text("/relation/NOR/CHL/series.csv", "text/csv"), await Text("/api/exports/relations/NOR/CHL/series.csv", "text/csv"));
        Assert.Equal(await Text("/relation/NOR/CHL/chart.svg", "image/svg+xml"), await Text("/api/exports/relations/NOR/CHL/chart.svg", "image/svg+xml"));
        Assert.Equal(await Text("/calendar.ics?party=NOR", "text/calendar"), await Text("/api/exports/meetings.ics?party=NOR", "text/calendar"));
    }

    [Theory]
    [InlineData("/api/exports/events?layout=gold", HttpStatusCode.BadRequest)]
    [InlineData("/api/exports/events?status=perhaps", HttpStatusCode.BadRequest)]
    [InlineData("/api/exports/events?since=1987-03-01", HttpStatusCode.BadRequest)]
    [InlineData("/api/exports/meetings.ics?party=N%20R", HttpStatusCode.BadRequest)]
    [InlineData("/api/exports/relations/NOR/TUV/series.csv", HttpStatusCode.NotFound)]
    public async Task What_there_is_not_is_a_problem_document(string path, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> Text(string path, string type)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
