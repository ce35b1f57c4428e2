using System.Text.Json;
using Readout.Archive.Identity;
using Readout.Tests;

namespace Readout.Archive.Tests.Identity;

public class CanonicalUrlTests
{
    public static TheoryData<string, string?> Cases()
    {
        TheoryData<string, string?> cases = [];
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "specs", "archive", "addresses.json")));
        foreach (JsonElement item in file.RootElement.EnumerateArray()) cases.Add(item.GetProperty("url").GetString()!, item.GetProperty("canonical").GetString());
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_address_has_one_spelling(string url, string? canonical)
    {
        Assert.Equal(canonical, CanonicalUrl.Of(url));
        if (canonical is not null) Assert.Equal(canonical, CanonicalUrl.Of(canonical));
    }
}
