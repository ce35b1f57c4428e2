using System.Text.Json;
using Readout.Sources.Fetching;
using Readout.Tests;

namespace Readout.Sources.Tests.Fetching;

/// <summary>The rules of RFC 9309 against <c>tests/specs/robots/cases.json</c>.</summary>
public class RobotsFileTests
{
    private static readonly Dictionary<string, JsonElement> s_cases = Load();

    public static TheoryData<string> Cases() => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_file_permits_and_forbids(string name)
    {
        JsonElement expected = s_cases[name];
        RobotsFile file = RobotsFile.Parse(string.Join('\n', Strings(expected, "robots")), "Readout");
        Assert.All(Strings(expected, "allowed"), path => Assert.True(file.Allows(path), path));
        Assert.All(Strings(expected, "forbidden"), path => Assert.False(file.Allows(path), path));
        Assert.Equal(expected.TryGetProperty("delay", out JsonElement delay) ? delay.GetDouble() : null, file.Delay?.TotalSeconds);
    }

    [Fact]
    public void A_hostile_file_is_judged_in_time()
    {
        string file = "User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /*a*a*a*a*a*b\n", 20_000));
        RobotsFile rules = RobotsFile.Parse(file, "Readout");
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.True(rules.Allows("/" + new string('a', 500)));
        Assert.InRange(watch.ElapsedMilliseconds, 0, 10_000);
    }

    private static IEnumerable<string> Strings(JsonElement item, string name) => item.GetProperty(name).EnumerateArray().Select(value => value.GetString()!);

    private static Dictionary<string, JsonElement> Load()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "specs", "robots", "cases.json")));
        return document.RootElement.Clone().EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!, StringComparer.Ordinal);
    }
}
