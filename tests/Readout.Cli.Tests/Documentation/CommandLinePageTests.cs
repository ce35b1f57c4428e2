using System.CommandLine;
using Readout.Tests;

namespace Readout.Cli.Tests.Documentation;

/// <summary>
/// <c>docs/command-line.md</c> shows every command with all its options, as <c>--help</c> prints them. Run with
/// <c>READOUT_ACCEPT=1</c> to bring the page up to date.
/// </summary>
public class CommandLinePageTests
{
    private static readonly string Page = Repository.Path("docs", "command-line.md");

    [Fact]
    public void The_page_shows_the_help_of_every_command()
    {
        string[] commands = [.. Visible(Program.Commands(Silent()), "readout")];
        if (Environment.GetEnvironmentVariable("READOUT_ACCEPT") == "1") File.WriteAllText(Page, UpToDate(File.ReadAllText(Page), commands));
        string page = File.ReadAllText(Page);
        string[] lacking = [.. commands.Where(command => !page.Contains(Section(command), StringComparison.Ordinal))];
        Assert.True(lacking.Length == 0, $"docs/command-line.md does not show what these print: {string.Join(", ", lacking)}. "
            + "Bring it up to date: READOUT_ACCEPT=1 dotnet run --project tests/Readout.Cli.Tests -- -class " + GetType().FullName);
        string[] gone = [.. Headings(page).Except(commands)];
        Assert.True(gone.Length == 0, $"docs/command-line.md shows commands that are no more: {string.Join(", ", gone)}");
    }

    [Fact]
    public void Every_argument_and_option_says_what_it_is_for() => Assert.Empty(Undescribed(Program.Commands(Silent())));

    [Fact]
    public void The_readme_names_every_command()
    {
        string readme = File.ReadAllText(Repository.Path("README.md"));
        Assert.DoesNotContain(Program.Commands(Silent()).Subcommands.Where(command => !command.Hidden),
            command => !readme.Contains($"readout {command.Name}", StringComparison.Ordinal));
    }

    private static Terminal Silent() => new(Stream.Null, Stream.Null, TextWriter.Null);

    private static IEnumerable<string> Visible(Command command, string path) =>
        command.Subcommands.Where(inner => !inner.Hidden).SelectMany(inner => Visible(inner, $"{path} {inner.Name}")).Prepend(path);

    private static IEnumerable<string> Undescribed(Command command) =>
        command.Options.Cast<Symbol>().Concat(command.Arguments).Where(symbol => !symbol.Hidden && string.IsNullOrWhiteSpace(symbol.Description))
            .Select(symbol => $"{command.Name} {symbol.Name}").Concat(command.Subcommands.SelectMany(Undescribed));

    private static string Section(string command)
    {
        string help = CommandLine.Run([.. command.Split(' ').Skip(1), "--help"]).Output.ReplaceLineEndings("\n");
        string[] lines = [.. help.Replace(RootCommand.ExecutableName, "readout", StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd())];
        return $"## {command}\n\n```\n{string.Join('\n', lines).Trim('\n')}\n```\n";
    }

    private static IEnumerable<string> Headings(string page) => page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]);

    private static string UpToDate(string page, string[] commands)
    {
        int sections = page.IndexOf("\n## ", StringComparison.Ordinal);
        string head = sections < 0 ? page.TrimEnd('\n') + "\n\n" : page[..(sections + 1)];
        return head + string.Join('\n', commands.Select(Section));
    }
}
