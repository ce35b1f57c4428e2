using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Readout.Desk.Layout;

namespace Readout.Desk.Tests.Layout;

[Collection(DeskCollection.Name)]
public sealed partial class WhoToWhomTests(DeskFixture desk)
{
    [Theory]
    [InlineData("Norway", "Chile", "Norway → to Chile")]
    [InlineData("Norway, Chile", "", "Norway, Chile")]
    [InlineData("", "Norway", "somebody → to Norway")]
    [InlineData("", "", "")]
    public async Task An_arrow_always_has_two_ends(string actors, string recipients, string shown)
    {
        await using HtmlRenderer renderer = new(desk.Services, NullLoggerFactory.Instance);
        string html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<WhoToWhom>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["Actors"] = Names(actors),
            ["Recipients"] = Names(recipients),
        }))).ToHtmlString());
        Assert.Equal(shown, Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Replace(" ,", ",", StringComparison.Ordinal).Trim());
    }

    private static ActorName[] Names(string names) => [.. names.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(name => new ActorName(null, name, null, null))];

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
