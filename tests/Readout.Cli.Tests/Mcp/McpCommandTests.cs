using System.Diagnostics;
using System.Text.Json;
using ModelContextProtocol.Client;

namespace Readout.Cli.Tests.Mcp;

/// <summary><c>readout mcp</c> as a client of the protocol sees it.</summary>
public sealed class McpCommandTests(McpProcess mcp) : IClassFixture<McpProcess>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_offers_tools_that_only_read_and_say_what_they_take_and_give()
    {
        IList<McpClientTool> tools = await mcp.Client.ListToolsAsync(cancellationToken: Cancellation);
        Assert.Equal(["actor", "meetings_ahead", "read_article", "relation_series", "search_events"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.Equal("readout", mcp.Client.ServerInfo!.Name);
        Assert.NotEmpty(mcp.Client.ServerInstructions!);
        Assert.All(tools, tool =>
        {
            Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint);
            Assert.NotEmpty(tool.Description);
            Assert.All(tool.JsonSchema.GetProperty("properties").EnumerateObject(), parameter => Assert.NotEmpty(parameter.Value.GetProperty("description").GetString()!));
            Assert.Equal("object", tool.ReturnJsonSchema!.Value.GetProperty("type").GetString());
        });
    }

    [Fact]
    public async Task Events_are_found_by_who_and_what_with_sentence_and_links()
    {
        JsonElement found = await mcp.Call("search_events", new { actors = new[] { "Norway" }, types = new[] { "ACCUSE" } });
        JsonElement one = Assert.Single(found.GetProperty("events").EnumerateArray());
        Assert.Equal("Norway condemned the seizure and demanded that Chile release the crew.", one.GetProperty("sentence").GetString());
        Assert.Equal("condemned", one.GetProperty("trigger").GetString());
        Assert.StartsWith($"http://127.0.0.1:5280/article/{one.GetProperty("article").GetInt64()}#e", one.GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://coast-courier.example/1987/m2", one.GetProperty("url").GetString());
    }

    [Fact]
    public async Task Pages_join_to_the_whole()
    {
        JsonElement whole = await mcp.Call("search_events", new { between = new[] { "NOR", "CHL" } });
        string[] all = [.. whole.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("link").GetString()!)];
        Assert.True(all.Length >= 4, $"{all.Length} events");
        List<string> joined = [];
        string? after = null;
        do
        {
            JsonElement page = await mcp.Call("search_events", new { between = new[] { "NOR", "CHL" }, limit = 1, after });
            joined.AddRange(page.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("link").GetString()!));
            after = page.TryGetProperty("next", out JsonElement next) ? next.GetString() : null;
        }
        while (after is not null && joined.Count <= all.Length);
        Assert.Equal(all, joined);
    }

    [Fact]
    public async Task Events_are_found_by_words()
    {
        JsonElement found = await mcp.Call("search_events", new { words = "trawler" });
        Assert.Contains(found.GetProperty("events").EnumerateArray(), one => one.GetProperty("sentence").GetString()!.Contains("seized a Norwegian trawler", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_article_is_read_by_its_number_and_by_its_address()
    {
        JsonElement read = await mcp.Call("read_article", new { article = "https://harbour-gazette.example/1987/m1" });
        Assert.StartsWith("Norway and Chile sign fishing accord\n\nNorway and Chile signed", read.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(read.GetProperty("quotes").EnumerateArray(), quote => quote.GetProperty("speaker").GetString()!.Contains("Brundtland", StringComparison.Ordinal));
        Assert.Empty(read.GetProperty("leftOut").EnumerateArray());
        JsonElement again = await mcp.Call("read_article", new { article = read.GetProperty("article").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal(read.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task A_relation_has_its_periods()
    {
        JsonElement relation = await mcp.Call("relation_series", new { one = "Norway", other = "CHL", from = "1987-03-01", to = "1987-05-31" });
        Assert.Equal("Chile (CHL)", relation.GetProperty("first").GetString());
        Assert.Equal(["1987-03-01", "1987-04-01", "1987-05-01"], relation.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("from").GetString()));
        JsonElement march = relation.GetProperty("points")[0];
        Assert.True(march.GetProperty("cooperation").GetInt32() > 0 && march.GetProperty("conflict").GetInt32() > 0, march.GetRawText());
        Assert.Equal("http://127.0.0.1:5280/relation/CHL/NOR", relation.GetProperty("link").GetString());
    }

    [Fact]
    public async Task Meetings_ahead_have_the_sentence_that_tells_of_them()
    {
        JsonElement ahead = await mcp.Call("meetings_ahead", new { parties = new[] { "NOR", "Chile" }, from = "1987-06-01" });
        JsonElement meeting = Assert.Single(ahead.GetProperty("meetings").EnumerateArray());
        Assert.Equal("1987-06-12", meeting.GetProperty("from").GetString());
        Assert.Contains("will meet in Lima on June 12", meeting.GetProperty("told").GetProperty("sentence").GetString(), StringComparison.Ordinal);
        JsonElement none = await mcp.Call("meetings_ahead", new { from = "1987-06-13" });
        Assert.Empty(none.GetProperty("meetings").EnumerateArray());
    }

    [Fact]
    public async Task An_actor_is_known_by_office_and_day()
    {
        JsonElement actor = await mcp.Call("actor", new { words = "Norwegian Prime Minister Gro Harlem Brundtland", date = "1987-03-02" });
        Assert.Equal("NOR", actor.GetProperty("code").GetString());
        Assert.Equal("person", actor.GetProperty("kind").GetString());
        JsonElement state = await mcp.Call("actor", new { words = "CHL", events = 2 });
        Assert.Equal("Chile", state.GetProperty("name").GetString());
        Assert.Equal(2, state.GetProperty("events").GetArrayLength());
    }

    [Theory]
    [InlineData("search_events", """{"limit": 51}""", "limit 51 is not between 1 and 50")]
    [InlineData("search_events", """{"types": ["MEET"]}""", "types 'MEET' is none of AGREE, CONSULT")]
    [InlineData("search_events", """{"from": "March"}""", "from 'March' is no day; write it as 2010-05-31")]
    [InlineData("search_events", """{"between": ["NOR"]}""", "between needs exactly two sides")]
    [InlineData("search_events", """{"actors": ["Ruritania"]}""", "actors 'Ruritania'")]
    [InlineData("search_events", """{"words": "-trawler"}""", "a search needs a word to look for")]
    [InlineData("search_events", """{"after": "elsewhere"}""", "begin again without it")]
    [InlineData("read_article", """{"article": "4711"}""", "there is no article '4711'")]
    [InlineData("relation_series", """{"one": "NOR", "other": "Norway"}""", "both sides are NOR")]
    [InlineData("relation_series", """{"one": "NOR", "other": "CHL", "by": "decade"}""", "by 'decade' is none of day, week, month")]
    [InlineData("actor", """{"words": " "}""", "words is empty")]
    [InlineData("actor", """{}""", "")]
    public async Task What_cannot_be_understood_is_refused_in_words(string tool, string arguments, string words)
    {
        string refusal = await mcp.Refused(tool, JsonDocument.Parse(arguments).RootElement);
        Assert.Contains(words, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_output_carries_the_protocol_alone_and_the_end_of_input_ends_it()
    {
        using Process process = Process.Start(new ProcessStartInfo(McpProcess.Program, ["mcp", "--archive", mcp.Archive])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""");
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"actor","arguments":{"words":"Chile","events":0}}}""");
        await process.StandardInput.WriteLineAsync("this is no message");
        await process.StandardInput.FlushAsync(Cancellation);
        List<string> lines = [];
        while (lines.Count(line => line.Contains("\"result\"", StringComparison.Ordinal)) < 2 && await process.StandardOutput.ReadLineAsync(Cancellation) is { } line) lines.Add(line);
        process.StandardInput.Close();
        lines.AddRange((await process.StandardOutput.ReadToEndAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
        Assert.All(lines, line => Assert.Equal("2.0", JsonDocument.Parse(line).RootElement.GetProperty("jsonrpc").GetString()));
        Assert.Contains(lines, line => line.Contains("Chile", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_an_archive_it_says_so_and_does_not_begin()
    {
        CommandLine run = CommandLine.Run("mcp", "--archive", mcp.Archive + ".none");
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains("readout ingest", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_none_is_refused()
    {
        CommandLine run = CommandLine.Run("mcp", "--archive", mcp.Archive, "--desk", "desk");
        Assert.Equal((2, "readout: 'desk' is no address of a desk\n"), (run.Code, run.Error));
    }
}
