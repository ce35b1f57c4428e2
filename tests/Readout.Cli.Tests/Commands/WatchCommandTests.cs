using System.Text.Json;
using Readout.Archive;

namespace Readout.Cli.Tests.Commands;

public sealed class WatchCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-watch-").FullName;

    private string Archive => Path.Combine(_folder, "a.db");

    public WatchCommandTests(ProgramFolder program)
    {
        Assert.NotNull(program);
        RecordArchive.Open(ArchiveLocation.Parse(Archive), create: true).Dispose();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_watch_is_added_by_names_listed_previewed_run_and_removed()
    {
        CommandLine added = Run("add", "Grain in the strait", "--relation", "Chile-Peru", "--country", "Norway", "--type", "accuse", "--words", "grain OR wheat", "--every", "weekly", "--at", "7", "--on", "fri",
            "--mail", "anna@example.org", "--by", "anna");
        Assert.Equal((0, ""), (added.Code, added.Error));
        Assert.StartsWith("   1  Grain in the strait\n      Chile and Peru, or Norway; types ACCUSE; words grain OR wheat\n      every Friday at 07:00 UTC, next ", added.Output, StringComparison.Ordinal);
        Assert.EndsWith("      mailed to anna@example.org\n", added.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(Run("list", "--json").Output);
        Assert.Equal("CHL-PER", json.RootElement.GetProperty("question").GetProperty("relations")[0].GetString());
        Assert.Equal("weekly friday 7", json.RootElement.GetProperty("rhythm").GetString());
        Assert.Contains("Nothing new: no article was read in this time", Run("preview", "1").Output, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", Run("preview", "1", "--format", "html", "--to", "1987-03-04").Output, StringComparison.Ordinal);
        CommandLine run = Run("run", "1");
        Assert.Equal((0, "watch 1, brief 1: Grain in the strait: nothing new\n"), (run.Code, run.Output));
        Assert.Contains("no mail server is named", run.Error, StringComparison.Ordinal);
        Assert.Contains("Grain in the strait", Run("show", "1").Output, StringComparison.Ordinal);
        Assert.Contains("<feed xmlns=\"http://www.w3.org/2005/Atom\">", Run("show", "1", "--format", "atom").Output, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR", Run("show", "1", "--format", "ics").Output, StringComparison.Ordinal);
        Assert.EndsWith("UTC  nothing new\n", Run("show", "1", "--all").Output, StringComparison.Ordinal);
        Assert.Equal((0, "readout: watch 1, Grain in the strait, is gone\n"), (Run("remove", "1") is var removed ? removed.Code : 9, removed.Error));
        Assert.Equal("", Run("list").Output);
    }

    [Theory]
    [InlineData("nobody is known as 'Ruritania'", "--relation", "Ruritania-Peru")]
    [InlineData("write it as USA-RUS", "--relation", "Peru")]
    [InlineData("both PER", "--relation", "Peru-Lima")]
    [InlineData("'gossip' is no PLOVER type", "--type", "gossip")]
    [InlineData("'hourly' is no rhythm", "--words", "grain", "--every", "hourly")]
    [InlineData("names a relation", "--words", "grain", "--every", "move")]
    [InlineData("'anna' is no mail address", "--words", "grain", "--mail", "anna")]
    [InlineData("a watch asks for something")]
    public void What_cannot_be_watched_is_said_in_a_line(string why, params string[] options)
    {
        CommandLine run = Run(["add", "Strait", .. options]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
        Assert.Contains("there is no watch 9", Run("show", "9").Error, StringComparison.Ordinal);
    }

    private CommandLine Run(params string[] args) => CommandLine.Run(["watch", .. args, "--archive", Archive]);
}
