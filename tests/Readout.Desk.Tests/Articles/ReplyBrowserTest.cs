using Microsoft.Playwright;
using Readout.Desk.Tests.Browser;
using Readout.Desk.Tests.SignIn;

namespace Readout.Desk.Tests.Articles;

/// <summary>What tests of replies do in a browser.</summary>
public abstract class ReplyBrowserTest(ClosedDesk desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    protected ClosedDesk Desk { get; } = desk;

    protected static async Task Reply(IPage page, string name, string email, string body)
    {
        ILocator form = page.Locator(".reply-form");
        await form.Locator("[name=name]").FillAsync(name);
        await form.Locator("[name=email]").FillAsync(email);
        await form.Locator("[name=body]").FillAsync(body);
        await form.GetByRole(AriaRole.Button).ClickAsync();
    }

    protected async Task<IPage> SignedIn(string path, string name, string password)
    {
        IPage page = await Open(path);
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync("**" + path);
        return page;
    }
}
