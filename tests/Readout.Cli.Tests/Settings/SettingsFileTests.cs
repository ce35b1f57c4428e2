using System.Text.RegularExpressions;
using Readout.Cli.Settings;
using Readout.Tests;

namespace Readout.Cli.Tests.Settings;

public partial class SettingsFileTests
{
    private const string Whole = """
        archive = "postgres://desk@localhost/news"   # kept by the house
        data = "knowledge"

        [desk]
        urls = ["http://127.0.0.1:5280", "http://[::1]:5280"]
        password-file = "/run/secrets/desk"

        [mail]
        from = "Readout <readout@example.org>"
        """;

    [Fact]
    public void A_file_says_what_the_environment_would()
    {
        Dictionary<string, string> settings = SettingsFile.Read(Whole, "/etc/readout/readout.toml").ToDictionary(pair => pair.Setting.Variable, pair => pair.Value);
        Assert.Equal("postgres://desk@localhost/news", settings["READOUT_ARCHIVE"]);
        Assert.Equal("/etc/readout/knowledge", settings["READOUT_DATA"]);
        Assert.Equal("http://127.0.0.1:5280 http://[::1]:5280", settings["READOUT_DESK_URLS"]);
        Assert.Equal("/run/secrets/desk", settings["READOUT_DESK_PASSWORD_FILE"]);
        Assert.Equal("Readout <readout@example.org>", settings["READOUT_MAIL_FROM"]);
        Assert.Equal(5, settings.Count);
    }

    [Theory]
    [InlineData("[desk]\nport = 5280", "there is no setting 'desk.port'")]
    [InlineData("archive = 3", "'archive' is written in quotation marks")]
    [InlineData("[desk]\nurls = [1]", "'desk.urls' is a list of words")]
    [InlineData("archive = \"a\"\narchive = \"b\"", "readout.toml")]
    [InlineData("archive = ", "readout.toml")]
    public void What_is_wrong_is_one_line(string text, string said)
    {
        string message = Assert.Throws<UsageException>(() => SettingsFile.Read(text, "readout.toml")).Message;
        Assert.Contains(said, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Every_setting_and_every_variable_is_documented()
    {
        string page = File.ReadAllText(Repository.Path("docs", "configuration.md"));
        Assert.All(Setting.All, setting => Assert.Matches($@"(?m)^\| `{Regex.Escape(setting.Key)}` \| `{setting.Variable}` \| \S", page));
        string[] used = [.. Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories).SelectMany(file => Variable().Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct()];
        Assert.All(used, variable => Assert.Contains($"`{variable}`", page, StringComparison.Ordinal));
        Assert.All(Variable().Matches(page).Select(match => match.Value), variable => Assert.Contains(variable, used));
    }

    [GeneratedRegex("READOUT_[A-Z_]+[A-Z]")]
    private static partial Regex Variable();
}
