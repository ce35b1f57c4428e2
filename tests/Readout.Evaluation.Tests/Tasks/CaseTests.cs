using System.Text.Json;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;
using Readout.Tests;

namespace Readout.Evaluation.Tests.Tasks;

/// <summary>The cases of <c>tests/specs/evaluation</c>, counted by hand: gold, predictions, scores or the error.</summary>
public sealed class CaseTests
{
    public static TheoryData<string, int> Cases()
    {
        TheoryData<string, int> cases = [];
        foreach (string file in Directory.GetFiles(Repository.Path("tests", "specs", "evaluation"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            for (int i = 0; i < document.RootElement.GetArrayLength(); i++) cases.Add(Path.GetFileName(file), i);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scores_as_counted_by_hand(string file, int index)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "specs", "evaluation", file)));
        JsonElement one = document.RootElement[index];
        string task = Path.GetFileNameWithoutExtension(file);
        string name = one.GetProperty("name").GetString()!;
        using TaskRunner runner = new();
        string predictions = runner.Write("predictions.jsonl", TaskRunner.Lines(one.GetProperty("predictions")));
        string gold = Gold(runner, task, one.GetProperty("gold"));
        if (one.TryGetProperty("error", out JsonElement error))
        {
            GoldFormatException thrown = Assert.Throws<GoldFormatException>(() => TaskRunner.Rescore(task, gold, predictions));
            Assert.Equal(error.GetString(), thrown.Message.Replace(runner.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
            return;
        }

        Check(name, one, TaskRunner.Rescore(task, gold, predictions), runner.Folder + Path.DirectorySeparatorChar);
    }

    private static string Gold(TaskRunner runner, string task, JsonElement gold)
    {
        if (task != "extraction") return runner.Write("gold.jsonl", TaskRunner.Lines(gold));
        runner.Write("ground-truth.json", gold.GetRawText());
        foreach (JsonProperty page in gold.EnumerateObject()) runner.Write($"html/{page.Name}.html", "<p>A page.</p>");
        return runner.Folder;
    }

    private static void Check(string name, JsonElement one, ScoreReport report, string folder)
    {
        foreach (JsonProperty score in one.GetProperty("scores").EnumerateObject())
        {
            double? value = report[score.Name];
            if (score.Value.ValueKind == JsonValueKind.Null) Assert.True(value is null, $"{name}: {score.Name} is {value}, not null");
            else Assert.True(value is not null && Math.Abs(value.Value - score.Value.GetDouble()) < 0.00006, $"{name}: {score.Name} is {value}, not {score.Value}");
        }

        if (one.TryGetProperty("counts", out JsonElement counts))
        {
            foreach (JsonProperty score in counts.EnumerateObject())
            {
                foreach (JsonProperty count in score.Value.EnumerateObject())
                {
                    Assert.Equal(count.Value.GetInt64(), report.Find(score.Name).Counts.Single(found => found.Name == count.Name).Value);
                }
            }
        }

        string[] notes = one.TryGetProperty("notes", out JsonElement expected) ? [.. expected.EnumerateArray().Select(note => note.GetString()!)] : [];
        Assert.Equal(notes, report.Notes.Select(note => note.Replace(folder, "", StringComparison.Ordinal)));
    }
}
