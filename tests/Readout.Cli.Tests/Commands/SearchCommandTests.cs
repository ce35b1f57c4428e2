using System.Text.Json;
using Readout.Archive;
using Readout.Archive.Writing;

namespace Readout.Cli.Tests.Commands;

public sealed class SearchCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-search-").FullName;
    private readonly string _archive;

    public SearchCommandTests()
    {
        _archive = Path.Combine(_folder, "a.db");
        using RecordArchive archive = RecordArchive.Open(ArchiveLocation.Parse(_archive), create: true);
        using ArchiveWriter writer = archive.BeginWriting();
        writer.Keep(ExportCommandTests.Kept());
        writer.Commit();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Hits_are_shown_with_marks_events_and_facets()
    {
        CommandLine run = CommandLine.Run("search", "condemn", "--archive", _archive);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(
            """
            1931-06-04 · Tagus · Sardines
              Portugal condemned Peru on Wednesday.
                       ^^^^^^^^^
              ACCUSE disapprove, actual 1931-06-03: Portugal (PRT) -> Peru (PER)  [11111111111111111111111111111111]

            1 sentence
              type     ACCUSE 1
              mode     disapprove 1
              status   actual 1
              country  PER 1, PRT 1
              actor    Peru <state/PER> 1, Portugal <state/PRT> 1
              source   Tagus 1
              year     1931 1

            """,
            run.Output);
    }

    [Fact]
    public void Json_has_the_same()
    {
        CommandLine run = CommandLine.Run("search", "condemned", "--type", "accuse", "--json", "--archive", _archive);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal("events", json.RootElement.GetProperty("of").GetString());
        JsonElement hit = json.RootElement.GetProperty("hits")[0];
        Assert.Equal("Portugal condemned Peru on Wednesday.", hit.GetProperty("text").GetString());
        Assert.Equal(19, hit.GetProperty("marks")[0][0].GetInt32());
        Assert.Equal("PER", hit.GetProperty("events")[0].GetProperty("recipients")[0].GetProperty("code").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("facets").GetProperty("type")[0].GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("nothing is looked for")]
    [InlineData("is no PLOVER type", "--type", "chat")]
    [InlineData("--limit is 1 to 1000", "x", "--limit", "0")]
    public void What_cannot_be_looked_for_is_refused(string message, params string[] arguments)
    {
        CommandLine run = CommandLine.Run(["search", .. arguments, "--archive", _archive]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
