using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Accounts;
using Readout.Archive.Watches;
using Readout.Desk.Hosting;
using Readout.Desk.Security;
using Readout.Desk.Tests.Browser;
using Readout.Desk.Tests.News;
using Readout.Desk.Watches;
using Readout.Jobs.Tests.Watches;
using Readout.Jobs.Watches.Mail;

namespace Readout.Desk.Tests.Watches;

/// <summary>A desk at which one signs in, with a mail server.</summary>
public sealed class MailingDesk(TestReader knowledge) : DeskFixture(knowledge)
{
    public const string Password = "twelve red herrings";

    internal SmtpReceiver Server { get; } = new();

    protected override DeskOptions Change(DeskOptions options)
    {
        using RecordArchive archive = RecordArchive.Open(options.Archive, create: true);
        new AccountBook(archive).Put(new Account("anna", "reader", Passwords.Hash(Password), TestNews.Now, TestNews.Now));
        return options with
        {
            Mail = MailSettings.Parse(string.Create(CultureInfo.InvariantCulture, $"smtp+plain://127.0.0.1:{Server.Port}"), "Desk <desk@readout.example>", "https://desk.example/"),
        };
    }
}

/// <summary>A reader asks for the briefs of a watch by mail, and confirms it from the address.</summary>
public sealed class AskForMailTests(MailingDesk desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address), IClassFixture<MailingDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_asks_confirms_by_the_link_of_a_mail_and_is_not_let_ask_without_end()
    {
        long watch = new WatchStore(desk.Archive).Add(new WatchDraft("Trawlers", new WatchQuestion { Relations = [RelationPair.Of("CHL", "NOR")] }, new WatchRhythm(WatchPace.Daily)), "editor", desk.Time.GetUtcNow()).Id;
        IPage page = await Open($"/watches/{watch}");
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("anna");
        await page.GetByLabel("Password").FillAsync(MailingDesk.Password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        await Ask(page, "anna@example.org");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("A mail is on its way");
        await NothingForAxe(page);
        Assert.Empty(new MailStore(desk.Archive).Subscribers(watch));

        await desk.Services.GetRequiredService<WatchRunner>().RunDueAsync(Cancellation);
        MimeMessage mail = Assert.Single(desk.Server.Mails).Message;
        Assert.Equal("Please confirm: briefs of “Trawlers”", mail.Subject);
        string link = mail.TextBody!.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("https://desk.example/watches/confirm/", StringComparison.Ordinal));
        // Whoever has the mail need not sign in; to look is not to confirm.
        IPage confirm = await Open(new Uri(link).PathAndQuery);
        await NothingForAxe(confirm);
        Assert.Empty(new MailStore(desk.Archive).Subscribers(watch));
        await confirm.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Mail them to me" }).ClickAsync();
        await Assertions.Expect(confirm.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("You get these briefs");
        Assert.Equal("anna@example.org", Assert.Single(new MailStore(desk.Archive).Subscribers(watch)).Address);

        for (int i = 1; i < RequestStore.MostOfReader; i++) await Ask(page, $"friend{i}@example.org");
        await Ask(page, "one.more@example.org");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Too many requests for mail");
        IResponse? nothing = await page.GotoAsync("/watches/confirm/0123456789abcdef");
        Assert.Equal((int)HttpStatusCode.NotFound, nothing!.Status);
    }

    private static async Task Ask(IPage page, string address)
    {
        await page.GetByLabel("Mail the briefs to me").FillAsync(address);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ask for them" }).ClickAsync();
    }
}
