using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Readout.Archive;
using Readout.Coding.Reading;
using Readout.Desk.Hosting;
using Readout.Desk.Tests.News;

namespace Readout.Desk.Tests.Health;

/// <summary>What the desk tells those who watch over it, at its start and when its archive goes.</summary>
public sealed class HealthTests(TestReader knowledge) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-health-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_desk_lives_before_it_is_ready_and_is_not_ready_without_its_archive()
    {
        ArchiveLocation place = ArchiveLocation.Parse(Path.Combine(_folder, "a.db"));
        TaskCompletionSource loaded = new();
        await using DeskHost host = await DeskHost.StartAsync(new DeskOptions { Archive = place, LoadReader = () => Load(loaded.Task), Urls = ["http://127.0.0.1:0"] }, Cancellation);
        using HttpClient client = new() { BaseAddress = host.Addresses[0] };
        Assert.Equal(HttpStatusCode.OK, await Status(client, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status(client, "/health/ready"));
        Assert.Equal("loading", (await client.GetFromJsonAsync<JsonElement>("/health", Cancellation)).GetProperty("reader").GetString());
        loaded.SetResult();
        while (await Status(client, "/health/ready") != HttpStatusCode.OK) await Task.Delay(50, Cancellation);
        await using (SqliteConnection other = new($"Data Source={Path.Combine(_folder, "a.db")};Pooling=False"))
        {
            await other.OpenAsync(Cancellation);
            using SqliteCommand damage = other.CreateCommand();
            damage.CommandText = "ALTER TABLE articles RENAME TO elsewhere";
            await damage.ExecuteNonQueryAsync(Cancellation);
        }

        foreach (string path in (string[])["/health/ready", "/health", "/api/status"]) await AssertUnavailable(client, path);
        Assert.Equal(HttpStatusCode.OK, await Status(client, "/health/live"));
    }

    private static async Task AssertUnavailable(HttpClient client, string path)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path}: {response.StatusCode}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private Reader Load(Task loaded)
    {
        loaded.Wait(Cancellation);
        return knowledge.Load();
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string path)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return response.StatusCode;
    }
}
