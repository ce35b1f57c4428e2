using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Readout.Cli.Inputs;

namespace Readout.Cli.Tests.Mcp;

/// <summary>The program itself, answering the protocol's own client over an archive of news written for these tests.</summary>
public sealed class McpProcess : IAsyncLifetime
{
    // A quarrel of 1987 that never was.
    private const string News = """
        {"id": "m1", "title": "Norway and Chile sign fishing accord", "date": "1987-03-02", "text": "Norway and Chile signed a fishing agreement in Oslo on Monday.\n\nNorwegian Prime Minister Gro Harlem Brundtland said the accord would help both fleets.", "source": "Harbour Gazette", "url": "https://harbour-gazette.example/1987/m1"}
        {"id": "m2", "title": "Chile seizes trawler", "date": "1987-03-24", "text": "The Chilean navy seized a Norwegian trawler near Punta Arenas on Monday.\n\nNorway condemned the seizure and demanded that Chile release the crew.", "source": "Coast Courier", "url": "https://coast-courier.example/1987/m2"}
        {"id": "m3", "title": "Foreign ministers to meet in Lima", "date": "1987-05-20", "text": "The foreign ministers of Norway and Chile will meet in Lima on June 12, both governments announced on Wednesday.", "source": "Pacific Post", "url": "https://pacific-post.example/1987/m3"}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("readout-mcp-").FullName;
    private McpClient? _client;

    public McpClient Client => _client!;

    /// <summary>What the process wrote to standard error.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>The archive.</summary>
    public string Archive => Path.Combine(_folder, "a.db");

    /// <summary>The program, beside the pack that it needs.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "readout.exe" : "readout");

    public async ValueTask InitializeAsync()
    {
        string news = Path.Combine(_folder, "news.jsonl");
        await File.WriteAllTextAsync(news, News);
        CommandLine ingest = CommandLine.Run("ingest", news, "--archive", Archive);
        Assert.Equal(0, ingest.Code);
        File.Copy(ReaderFiles.Pack, Path.Combine(AppContext.BaseDirectory, "readout.pack"), overwrite: true);
        _client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = Program,
            Arguments = ["mcp", "--archive", Archive, "--desk", "http://127.0.0.1:5280"],
            StandardErrorLines = line =>
            {
                lock (Errors) Errors.Add(line);
            },
        }));
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null) await _client.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Calls a tool that answers; its answer as JSON.</summary>
    public async Task<JsonElement> Call(string tool, object arguments)
    {
        CallToolResult result = await Ask(tool, arguments);
        Assert.False(result.IsError ?? false, Text(result));
        return Assert.NotNull(result.StructuredContent);
    }

    /// <summary>Calls a tool that refuses; the words of the refusal.</summary>
    public async Task<string> Refused(string tool, object arguments)
    {
        CallToolResult result = await Ask(tool, arguments);
        Assert.True(result.IsError, Text(result));
        return Text(result);
    }

    private async Task<CallToolResult> Ask(string tool, object arguments)
    {
        Dictionary<string, object?> named = JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(part => part.Name, part => (object?)part.Value);
        return await Client.CallToolAsync(tool, named, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
