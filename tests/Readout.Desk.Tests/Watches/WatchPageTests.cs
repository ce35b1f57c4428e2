using System.Globalization;
using Microsoft.Playwright;
using MimeKit;
using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive.Watches;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Watches;

/// <summary>Watches in a browser: make one, look, have a brief made, read it elsewhere, get it by mail and leave.</summary>
[Collection(WatchesCollection.Name)]
public sealed class WatchPageTests(WatchesFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watch_is_made_looked_at_changed_and_deleted_without_scripts()
    {
        IPage page = await Open("/watches", scripts: false);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "New watch" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Trawlers <b>&</b> accords");
        await page.GetByLabel("Relations").FillAsync("Norway-Chile");
        await page.GetByText("every week", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Trawlers <b>&</b> accords");
        await Assertions.Expect(page.GetByText("Chile and Norway", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("every Monday at 06:00 UTC")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Look now" }).ClickAsync();
        await page.GetByLabel("First day").FillAsync("1987-03-01");
        await page.GetByLabel("Last day").FillAsync("1987-03-31");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Look" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Norway and Chile signed a trade agreement in Oslo on Monday.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("mark").First).ToBeVisibleAsync();

        await page.GoBackAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Change" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Relations")).ToHaveValueAsync("CHL-NOR");
        await page.GetByLabel("ACCUSE").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Chile and Norway; types ACCUSE")).ToBeVisibleAsync();
        await page.GetByText("Delete…").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete the watch" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(desk.Address, "watches").AbsoluteUri);
        await Assertions.Expect(page.GetByText("Trawlers")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_form_that_cannot_be_understood_keeps_what_was_written()
    {
        IPage page = await Open("/watches/new?relation=Ruritania-Chile&words=grain");
        await page.GetByLabel("Name").FillAsync("Strait");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("'Ruritania'");
        await Assertions.Expect(page.GetByLabel("Relations")).ToHaveValueAsync("Ruritania-Chile");
        await Assertions.Expect(page.GetByLabel("Words of the sentence")).ToHaveValueAsync("grain");
        await NothingForAxe(page);
    }

    [Fact]
    public async Task A_brief_is_made_by_a_button_mailed_and_left_with_one_click()
    {
        Watch watch = Watch("Trawler by mail", new WatchRhythm(WatchPace.Daily));
        IPage page = await Open($"/watches/{watch.Id}");
        await page.GetByLabel("Mail the briefs to").FillAsync("anna@example.org");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("anna@example.org")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Make a brief now" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/watches/[0-9]+/briefs/[0-9]+$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync("Trawler by mail: ");
        await desk.RunWatches();
        MimeMessage mail = desk.Server.Mails.Select(received => received.Message).Single(message => message.Subject!.StartsWith("Trawler by mail", StringComparison.Ordinal));
        Uri leave = new(mail.Headers["List-Unsubscribe"]!.Trim('<', '>'));
        using HttpClient program = desk.Client();
        using HttpResponseMessage asked = await program.GetAsync(new Uri(leave.PathAndQuery, UriKind.Relative), Cancellation);
        Assert.Contains("No more mails?", await asked.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Single(new MailStore(desk.Archive).Subscribers(watch.Id));
        using FormUrlEncodedContent click = new([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using HttpResponseMessage left = await program.PostAsync(new Uri(leave.PathAndQuery, UriKind.Relative), click, Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.OK, left.StatusCode);
        Assert.Contains("You get no more of these mails", await left.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(new MailStore(desk.Archive).Subscribers(watch.Id));
        IPage leaving = await Open(leave.PathAndQuery);
        await NothingForAxe(leaving);
        await leaving.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send me no more" }).ClickAsync();
        await Assertions.Expect(leaving.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("You get no more of these mails");
        new WatchStore(desk.Archive).Remove(watch.Id);
    }

    [Fact]
    public async Task Axe_finds_nothing_and_all_fits_a_phone()
    {
        Watch watch = Watch("Trawler", new WatchRhythm(WatchPace.OnMove));
        new MailStore(desk.Archive).Subscribe(watch.Id, "somebody.with.a.rather.long.name@department-of-fisheries.example.org", desk.Time.GetUtcNow());
        foreach (string path in (string[])["/watches", "/watches/new", $"/watches/{watch.Id}", $"/watches/{watch.Id}/edit", $"/watches/{watch.Id}/preview?from=1987-03-01&to=1987-05-31"])
        {
            await NothingForAxe(path);
            await FitsAPhone(path);
            await Shoot(path);
        }

        new WatchStore(desk.Archive).Remove(watch.Id);
        await NothingForAxe("/watches");
    }

    private async Task Shoot(string path)
    {
        if (Environment.GetEnvironmentVariable("READOUT_SHOTS") is not { Length: > 0 } folder) return;
        foreach (int width in (int[])[390, 1024, 1600])
        {
            foreach (ColorScheme scheme in Schemes)
            {
                IPage page = await Open(path, scheme, width);
                string name = string.Create(CultureInfo.InvariantCulture, $"{path.Split('?')[0].Replace('/', '_')}-{width}-{scheme}.png");
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
            }
        }
    }

    private Watch Watch(string name, WatchRhythm rhythm) =>
        new WatchStore(desk.Archive).Add(new WatchDraft(name, new WatchQuestion { Relations = [RelationPair.Of("CHL", "NOR")] }, rhythm), "local", desk.Time.GetUtcNow());
}
