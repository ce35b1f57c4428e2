using System.Text.Json;

namespace Readout.Cli.Tests.Commands;

public sealed class EvaluateCommandTests : IDisposable
{
    private const string Dated = """{"id": "a", "dct": "1911-03-05", "text": "The fleets met on 3 March 1911.", "timex": [{"start": 18, "end": 30, "value": "1911-03-03"}]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readout-evaluate-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Scores_are_printed_with_the_counts_behind_them_and_the_predictions_score_the_same()
    {
        string gold = Put("gold.jsonl", Dated);
        string predictions = Path.Combine(_folder.FullName, "predictions.jsonl");
        CommandLine run = CommandLine.Run("evaluate", "dates", gold, "--predictions", predictions);
        Assert.Equal((0, ""), (run.Code, run.Error));
        string line = Assert.Single(run.Output.Split('\n'), row => row.StartsWith("value F1 ", StringComparison.Ordinal));
        Assert.EndsWith(" 1.0000  correct 1, predicted 1, gold 1", line, StringComparison.Ordinal);
        using JsonDocument prediction = JsonDocument.Parse(File.ReadAllText(predictions));
        Assert.Equal("a", prediction.RootElement.GetProperty("id").GetString());
        Assert.Equal(run, CommandLine.Run("evaluate", "dates", gold, "--from", predictions));
    }

    [Fact]
    public void Json_has_the_scores()
    {
        CommandLine run = CommandLine.Run("evaluate", "dates", Put("gold.jsonl", Dated), "--json");
        using JsonDocument report = JsonDocument.Parse(run.Output);
        Assert.Equal(1, report.RootElement.GetProperty("scored").GetInt32());
        Assert.Contains(report.RootElement.GetProperty("scores").EnumerateArray(), score => score.GetProperty("name").GetString() == "value F1");
    }

    [Fact]
    public void Without_gold_fields_it_only_predicts_and_says_so()
    {
        string predictions = Path.Combine(_folder.FullName, "predictions.jsonl");
        CommandLine run = CommandLine.Run("evaluate", "dates", Put("gold.jsonl", """{"id": "a", "text": "Nothing is dated."}"""), "--predictions", predictions);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("note: the input has no gold fields: predicted only", run.Output, StringComparison.Ordinal);
        Assert.Equal("{\"id\":\"a\",\"timex\":[]}\n", File.ReadAllText(predictions));
    }

    [Fact]
    public void Stories_are_told_apart()
    {
        string gold = Put("gold.jsonl", """
            {"id": "a", "topic": 1, "subtopic": "a", "sentences": [{"tokens": ["The", "ferry", "Aurora", "sank", "off", "Tromsø", "."]}]}
            {"id": "b", "topic": 1, "subtopic": "a", "sentences": [{"tokens": ["Divers", "found", "the", "ferry", "Aurora", "near", "Tromsø", "."]}]}
            {"id": "c", "topic": 2, "subtopic": "a", "sentences": [{"tokens": ["Wheat", "prices", "fell", "in", "Rosario", "."]}]}
            """);
        CommandLine run = CommandLine.Run("evaluate", "stories", gold);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("stories 2", run.Output.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_line_is_named_by_file_and_number()
    {
        string gold = Put("gold.jsonl", Dated + "\n{\"id\": ");
        CommandLine run = CommandLine.Run("evaluate", "dates", gold);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.StartsWith($"readout evaluate: {gold}:2: ", Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "evaluate", "weather", "GOLD")]
    [InlineData(2, "evaluate", "dates", "GOLD", "--limit", "0")]
    [InlineData(2, "evaluate", "dates", "GOLD", "--from", "x", "--predictions", "y")]
    [InlineData(2, "evaluate", "dates", "GOLD", "--raw")]
    [InlineData(1, "evaluate", "dates", "absent.jsonl")]
    [InlineData(1, "evaluate", "extraction", "absent")]
    [InlineData(1, "agree", "absent.jsonl", "GOLD")]
    public void What_cannot_be_done_is_said_with_its_exit_code(int code, params string[] arguments)
    {
        string gold = Put("gold.jsonl", Dated);
        CommandLine run = CommandLine.Run([.. arguments.Select(argument => argument == "GOLD" ? gold : argument)]);
        Assert.Equal((code, ""), (run.Code, run.Output));
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void Two_codings_of_one_text_agree_where_they_are_the_same()
    {
        const string Coding = """{"id": "a", "text": "Rome warned Gaul.", "events": [{"trigger": "warned", "type": "THREATEN", "actors": ["ITA"], "recipients": ["FRA"]}]}""";
        CommandLine run = CommandLine.Run("agree", Put("a.jsonl", Coding), Put("b.jsonl", Coding));
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("type and dyad F1", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("0.0000", run.Output, StringComparison.Ordinal);
    }

    private string Put(string name, string content)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content + "\n");
        return path;
    }
}
