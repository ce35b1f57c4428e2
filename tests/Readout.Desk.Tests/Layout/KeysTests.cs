using Microsoft.Playwright;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Layout;

/// <summary>Keys, the list of them, and the switch between light and dark.</summary>
[Collection(DeskCollection.Name)]
public sealed class KeysTests(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    [Fact]
    public async Task A_question_mark_lists_the_keys()
    {
        IPage page = await Open("/");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await NothingForAxe(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_slash_leads_to_the_search_field_and_its_letters_are_no_keys()
    {
        IPage page = await Open("/");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("gt?");
        await Assertions.Expect(page.Locator("#find")).ToHaveValueAsync("gt?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_chosen_scheme_stays()
    {
        IPage page = await Open("/", ColorScheme.Light);
        string light = await Paper(page);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dark colours" }).ClickAsync();
        string dark = await Paper(page);
        Assert.NotEqual(light, dark);
        await page.ReloadAsync();
        Assert.Equal(dark, await Paper(page));
    }

    private static Task<string> Paper(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
