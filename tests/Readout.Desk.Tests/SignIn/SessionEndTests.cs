using Microsoft.Playwright;
using Readout.Desk.Security;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.SignIn;

/// <summary>A desk of its own, whose clock is moved on.</summary>
public sealed class SessionEndTests(ClosedDesk desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address), IClassFixture<ClosedDesk>
{
    [Fact]
    public async Task A_session_ends_when_nobody_comes_and_too_many_attempts_must_wait()
    {
        IPage page = await Open("/sign-in");
        await SignIn(page, ClosedDesk.AnnasPassword);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Today" })).ToBeVisibleAsync();
        desk.Time.Advance(DeskSessions.Idle - TimeSpan.FromMinutes(1));
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Today" })).ToBeVisibleAsync();
        desk.Time.Advance(DeskSessions.Idle + TimeSpan.FromMinutes(1));
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Sign in" })).ToBeVisibleAsync();
        for (int attempt = 0; attempt < 5; attempt++)
        {
            await SignIn(page, "not her password");
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }

        await SignIn(page, ClosedDesk.AnnasPassword);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Too many attempts" })).ToBeVisibleAsync();
        desk.Time.Advance(SignInAttempts.Window);
        await page.GotoAsync("/sign-in");
        await SignIn(page, ClosedDesk.AnnasPassword);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Today" })).ToBeVisibleAsync();
    }

    private static async Task SignIn(IPage page, string password)
    {
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("anna");
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
    }
}
