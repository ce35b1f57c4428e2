using System.Text.Json;

namespace Readout.Cli.Tests.Commands;

public sealed class ActorsCommandTests
{
    [Fact]
    public void Words_are_shown_with_who_they_name_and_why()
    {
        CommandLine run = CommandLine.Run("actors", "the", "American", "secretary", "of", "state", "--date", "1986-10-11");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("the American secretary of state  1986-10-11\n  George Shultz  person · USA · GOV · Secretary of State\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("American: adjective of United States (state/USA)", run.Output, StringComparison.Ordinal);
        Assert.Contains("> 1982-07-16..1989-01-", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_says_what_is_open()
    {
        CommandLine run = CommandLine.Run("actors", "the national guard", "--json");
        using JsonDocument finding = JsonDocument.Parse(run.Output);
        JsonElement actor = finding.RootElement.GetProperty("actor");
        Assert.Equal(("MIL", "whose is not said"), (actor.GetProperty("sector").GetString(), actor.GetProperty("unresolved").GetString()));
        Assert.Equal(JsonValueKind.Null, finding.RootElement.GetProperty("date").ValueKind);
    }

    [Fact]
    public void A_check_prints_what_is_doubtful_and_says_so_by_its_exit_code()
    {
        CommandLine run = CommandLine.Run("actors", "check", "--date", "2099-01-01", "--json");
        Assert.Equal((1, ""), (run.Code, run.Error));
        using JsonDocument check = JsonDocument.Parse(run.Output);
        Assert.Contains(check.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("kind").GetString() == "stale");
    }

    [Theory]
    [InlineData("actors")]
    [InlineData("actors", "Norway", "--date", "yesterday")]
    [InlineData("actors", "Norway", "--data", "no-such-folder")]
    public void What_cannot_be_done_is_a_usage_error(params string[] arguments)
    {
        CommandLine run = CommandLine.Run(arguments);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.NotEmpty(run.Error);
    }
}
