using Microsoft.Playwright;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Relation;

[Collection(DeskCollection.Name)]
public sealed class RelationPageTests(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private const string Page_ = "/relation/NOR/CHL";

    [Fact]
    public async Task Axe_finds_nothing()
    {
        await NothingForAxe(Page_);
        await NothingForAxe("/relation/NOR/JPN");
        await NothingForAxe("/relations");
        await NothingForAxe("/relation/NOR/CHL/embed");
    }

    [Fact]
    public async Task It_fits_a_phone()
    {
        await FitsAPhone(Page_);
        await FitsAPhone("/relations");
        await FitsAPhone("/relation/NOR/CHL/embed");
    }

    [Fact]
    public async Task From_the_list_to_a_relation_to_its_sentence()
    {
        IPage page = await Open("/relations");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Chile and Norway" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Chile and Norway");
        string? address = await page.Locator(".event .type").First.GetAttributeAsync("href");
        Assert.Matches("^/article/[0-9]+#e[0-9]+$", address);
    }

    [Fact]
    public async Task Names_in_the_form_lead_to_the_relation()
    {
        IPage page = await Open("/relations");
        await page.GetByLabel("One side").FillAsync("Norway");
        await page.GetByLabel("Other side").FillAsync("chile");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show relation" }).ClickAsync();
        await page.WaitForURLAsync("**" + Page_);
    }

    [Fact]
    public async Task Keys_move_the_chart_and_come_closer()
    {
        IPage page = await Open(Page_);
        string? all = await Shown(page);
        await page.Locator(".plot").FocusAsync();
        await page.Keyboard.PressAsync("+");
        await page.WaitForURLAsync("**from=**");
        string? closer = await Shown(page);
        Assert.NotEqual(all, closer);
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".plot")).Not.ToHaveAttributeAsync("data-from", closer!);
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page.Locator(".plot")).ToHaveAttributeAsync("data-from", all!);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".plot")).Not.ToHaveAttributeAsync("data-from", all!);
    }

    [Fact]
    public async Task The_mouse_chooses_days_and_the_table_follows()
    {
        IPage page = await Open(Page_);
        LocatorBoundingBoxResult box = (await page.Locator("svg.chart.wide").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width * 0.5f, box.Y + 60);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width * 0.8f, box.Y + 60, new MouseMoveOptions { Steps = 4 });
        await Assertions.Expect(page.Locator("svg.chart.wide .selection")).ToBeVisibleAsync();
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync("**from=1987-04**");
        await page.GetByText("The same as a table").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Norway and Chile by" })).Not.ToContainTextAsync("1987-03-");
    }

    [Fact]
    public async Task Touch_moves_the_days()
    {
        IPage page = await Open(Page_ + "?from=1987-04-01&to=1987-04-30", width: 390);
        string? before = await Shown(page);
        await page.EvaluateAsync("""
            () => {
              const plot = document.querySelector(".plot");
              const box = plot.getBoundingClientRect();
              plot.setPointerCapture = () => {};
              const send = (kind, x) => plot.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 7, pointerType: "touch", button: 0, clientX: box.left + x, clientY: box.top + 40 }));
              send("pointerdown", 100); send("pointermove", 200); send("pointerup", 250);
            }
            """);
        await Assertions.Expect(page.Locator(".plot")).Not.ToHaveAttributeAsync("data-from", before!);
    }

    [Fact]
    public async Task Without_scripts_the_form_and_the_links_do_the_same()
    {
        IPage page = await Open(Page_, scripts: false);
        await page.GetByLabel("From").FillAsync("1987-04-01");
        await page.GetByLabel("To", new PageGetByLabelOptions { Exact = true }).FillAsync("1987-04-30");
        await page.GetByLabel("By", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("day");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show" }).ClickAsync();
        Assert.Contains("by=day", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("svg.chart.wide path.cooperation").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Later" }).ClickAsync();
        Assert.Contains("from=1987-04-1", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_accounts_of_the_call_are_side_by_side()
    {
        IPage page = await Open(Page_, width: 1600);
        ILocator ours = page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Norway’s account" }).First;
        ILocator theirs = page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Chile’s account" }).First;
        LocatorBoundingBoxResult left = (await ours.BoundingBoxAsync())!;
        LocatorBoundingBoxResult right = (await theirs.BoundingBoxAsync())!;
        Assert.True(right.X >= left.X + left.Width - 1 && Math.Abs(left.Y - right.Y) < 2);
    }

    private static Task<string?> Shown(IPage page) => page.Locator(".plot").GetAttributeAsync("data-from");
}
