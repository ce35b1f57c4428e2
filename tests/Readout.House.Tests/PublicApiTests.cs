using System.Reflection;
using System.Text;
using PublicApiGenerator;
using Readout.Tests;

namespace Readout.House.Tests;

/// <summary>
/// The public surface of the packages equals the kept one in <c>tests/Readout.House.Tests/PublicApi</c>, so that it
/// changes only on purpose. Run with <c>READOUT_ACCEPT=1</c> to keep the present surface.
/// </summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("Readout.Text")]
    [InlineData("Readout.Coding")]
    public void The_public_surface_is_the_kept_one(string assembly)
    {
        ApiGeneratorOptions options = new() { IncludeAssemblyAttributes = false };
        string present = Normal(Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")).GeneratePublicApi(options));
        string file = Repository.Path("tests", "Readout.House.Tests", "PublicApi", assembly + ".txt");
        if (Environment.GetEnvironmentVariable("READOUT_ACCEPT") == "1") File.WriteAllText(file, present);
        string kept = File.Exists(file) ? Normal(File.ReadAllText(file)) : "";
        Assert.True(kept == present, $"The public surface of {assembly} differs from {file}:\n{Difference(kept, present)}"
            + "If the change is meant: READOUT_ACCEPT=1 dotnet run --project tests/Readout.House.Tests, and commit the file.");
    }

    [Fact]
    public void A_difference_shows_what_went_and_what_came() =>
        Assert.Equal("  line 2\n- b\n+ x\n  line 4\n+ d\n", Difference("a\nb\nc\n", "a\nx\nc\nd\n"));

    private static string Normal(string text) => text.ReplaceLineEndings("\n").Trim('\n') + "\n";

    /// <summary>The lines that differ, by the longest common subsequence of the two texts.</summary>
    private static string Difference(string kept, string present)
    {
        string[] before = kept.TrimEnd('\n').Split('\n');
        string[] after = present.TrimEnd('\n').Split('\n');
        int[,] common = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return Walk(before, after, common);
    }

    private static string Walk(string[] before, string[] after, int[,] common)
    {
        StringBuilder text = new();
        bool differing = false;
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                differing = false;
                i++;
                j++;
                continue;
            }

            if (!differing) text.Append("  line ").Append(j + 1).Append('\n');
            differing = true;
            bool gone = j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]);
            text.Append(gone ? "- " + before[i++] : "+ " + after[j++]).Append('\n');
        }

        return text.ToString();
    }
}
