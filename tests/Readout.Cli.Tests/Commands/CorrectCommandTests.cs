using System.Text.Json;
using Readout.Archive;
using Readout.Archive.Writing;

namespace Readout.Cli.Tests.Commands;

public sealed class CorrectCommandTests : IDisposable
{
    private const string Key = "11111111111111111111111111111111";
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-correct-").FullName;
    private readonly string _archive;

    public CorrectCommandTests()
    {
        _archive = Path.Combine(_folder, "a.db");
        using RecordArchive archive = RecordArchive.Open(ArchiveLocation.Parse(_archive), create: true);
        using ArchiveWriter writer = archive.BeginWriting();
        writer.Keep(ExportCommandTests.Kept());
        writer.Commit();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_correction_becomes_gold_that_evaluate_reads()
    {
        CommandLine run = CommandLine.Run("correct", Key[..6], "--status", "negated", "--why", "a joke", "--by", "ida", "--archive", _archive);
        Assert.Equal((0, $"applied to {Key}\n"), (run.Code, run.Output));
        Assert.Contains("ida: change 1111", CommandLine.Run("correct", "--list", "--archive", _archive).Output, StringComparison.Ordinal);
        string gold = Path.Combine(_folder, "gold.jsonl");
        Assert.Equal(0, CommandLine.Run("export", "--format", "jsonl", "--corrections", "--out", gold, "--archive", _archive).Code);
        Assert.Contains("\"status\":\"negated\"", File.ReadAllText(gold), StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("agree", gold, gold).Code);
        CommandLine scored = CommandLine.Run("evaluate", "record", gold, "--json");
        Assert.Equal(0, scored.Code);
        Assert.Equal(1, JsonDocument.Parse(scored.Output).RootElement.GetProperty("scored").GetInt32());
    }

    [Fact]
    public void Coding_again_says_what_changed_and_keeps_what_people_said()
    {
        CommandLine.Run("correct", Key, "--reject", "--archive", _archive);
        CommandLine.Run("correct", "--add", "n1", "--trigger", "Portugal", "--type", "AID", "--actors", "PRT", "--archive", _archive);
        CommandLine recoded = CommandLine.Run("recode", "--json", "--archive", _archive);
        Assert.Equal(0, recoded.Code);
        string[] lines = recoded.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("\"articles\":1,\"recoded\":1,\"failed\":0", lines[^1], StringComparison.Ordinal);
        Assert.Contains("\"change\":", lines[0], StringComparison.Ordinal);
        Assert.Contains("AID", CommandLine.Run("search", "--type", "AID", "--archive", _archive).Output, StringComparison.Ordinal);
        Assert.Contains("0 of 1 articles", CommandLine.Run("recode", "--archive", _archive).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name the event")]
    [InlineData("one of the three", "1111")]
    [InlineData("one of the three", "1111", "--accept", "--reject")]
    [InlineData("has no event", "2222", "--accept")]
    [InlineData("is no key", "x", "--accept")]
    [InlineData("no PLOVER type", "1111", "--type", "CHAT")]
    [InlineData("needs --trigger", "--add", "n1", "--type", "AID")]
    [InlineData("has no article", "--add", "n9", "--type", "AID", "--trigger", "x")]
    [InlineData("is not in the article", "--add", "n1", "--type", "AID", "--trigger", "herring")]
    public void What_cannot_be_corrected_is_refused(string message, params string[] arguments)
    {
        CommandLine run = CommandLine.Run(["correct", .. arguments, "--archive", _archive]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
