using System.Text.Json;
using Readout.Tests;

namespace Readout.Cli.Tests.Commands;

public sealed class CodebookCommandTests
{
    [Fact]
    public void The_reference_in_the_documentation_is_the_one_that_the_codebook_gives()
    {
        CommandLine run = CommandLine.Run("codebook", "reference");
        Assert.Equal(0, run.Code);
        Assert.True(run.Output == File.ReadAllText(Repository.Path("docs", "codebook.md")), "docs/codebook.md is stale: ./readout codebook reference > docs/codebook.md");
    }

    [Fact]
    public void A_type_is_shown_with_its_modes_and_frames()
    {
        CommandLine run = CommandLine.Run("codebook", "show", "consult");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("CONSULT  verbal-cooperation", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nconsult.meet  codebook/consult.txt:", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  example: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_it_says_the_same()
    {
        using JsonDocument page = JsonDocument.Parse(CommandLine.Run("codebook", "show", "CONSULT", "--json").Output);
        Assert.Contains(page.RootElement.GetProperty("modes").EnumerateArray(), mode => mode.GetProperty("mode").GetString() == "phone");
        Assert.All(page.RootElement.GetProperty("frames").EnumerateArray(), frame => Assert.NotEmpty(frame.GetProperty("text").GetString()!));
    }

    [Fact]
    public void What_is_no_type_is_refused_with_those_that_are()
    {
        CommandLine run = CommandLine.Run("codebook", "show", "parley");
        Assert.Equal(2, run.Code);
        Assert.Contains("AGREE, CONSULT", run.Error, StringComparison.Ordinal);
    }
}
