using Microsoft.Playwright;
using Readout.Archive.Replies;
using Readout.Desk.Tests.Browser;
using Readout.Desk.Tests.SignIn;

namespace Readout.Desk.Tests.Articles;

/// <summary>How many replies one reader may send: at a desk of its own, whose count no other test raises.</summary>
public sealed class ReplyLimitTests(ClosedDesk desk, ChromiumFixture chromium) : ReplyBrowserTest(desk, chromium), IClassFixture<ClosedDesk>
{
    [Fact]
    public async Task Too_many_replies_must_wait()
    {
        IPage anna = await SignedIn("/article/5", "anna", ClosedDesk.AnnasPassword);
        for (int i = 0; i < 6; i++)
        {
            await anna.GotoAsync("/article/5");
            await Reply(anna, "Anna", "anna@example.org", "Again and again.");
            if (anna.Url.EndsWith("/replies", StringComparison.Ordinal)) break;
        }

        await Assertions.Expect(anna.GetByRole(AriaRole.Alert)).ToContainTextAsync("several replies in the last minutes");
        Assert.InRange(new ReplyBook(Desk.Archive).Waiting(20).Count(reply => reply.Article == 5), 1, 5);
    }
}
