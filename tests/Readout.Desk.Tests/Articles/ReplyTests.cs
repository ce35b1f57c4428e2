using System.Net;
using Microsoft.Playwright;
using Readout.Desk.Tests.Browser;
using Readout.Desk.Tests.SignIn;

namespace Readout.Desk.Tests.Articles;

/// <summary>A reader replies, an editor decides, others see it.</summary>
public sealed class ReplyTests(ClosedDesk desk, ChromiumFixture chromium) : ReplyBrowserTest(desk, chromium), IClassFixture<ClosedDesk>
{
    [Fact]
    public async Task A_reply_of_a_reader_waits_until_an_editor_approves_it_and_never_shows_the_address()
    {
        IPage anna = await SignedIn("/article/3", "anna", ClosedDesk.AnnasPassword);
        await Reply(anna, "Anna <script>alert(1)</script>", "anna.private@example.org", "I was there.\n<img src=x onerror=alert(2)>");
        await Assertions.Expect(anna.GetByText("An editor looks at it before others see it.").First).ToBeVisibleAsync();
        await Assertions.Expect(anna.Locator(".reply")).ToHaveCountAsync(0);
        IPage editor = await SignedIn("/review/replies", "editor", ClosedDesk.EditorsPassword);
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("<img src=x onerror=alert(2)>");
        Assert.DoesNotContain("anna.private", await editor.ContentAsync(), StringComparison.Ordinal);
        await NothingForAxe(editor);
        await editor.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Approve the reply of Anna" }).ClickAsync();
        await Assertions.Expect(editor.GetByText("No reply waits")).ToBeVisibleAsync();
        await anna.GotoAsync("/article/3");
        await Assertions.Expect(anna.Locator(".reply")).ToContainTextAsync("Anna <script>alert(1)</script>");
        Assert.DoesNotContain("anna.private", await anna.ContentAsync(), StringComparison.Ordinal);
        await NothingForAxe(anna);
    }

    [Fact]
    public async Task A_reply_without_name_or_address_comes_back_with_what_was_written()
    {
        IPage anna = await SignedIn("/article/4", "anna", ClosedDesk.AnnasPassword);
        await anna.Locator(".reply-form").EvaluateAsync("form => form.noValidate = true");
        await Reply(anna, "Anna", "nowhere", "My long reply.");
        await Assertions.Expect(anna.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Give a mail address.");
        await Assertions.Expect(anna.GetByLabel("Reply", new PageGetByLabelOptions { Exact = false }).Last).ToHaveValueAsync("My long reply.");
        await NothingForAxe(anna);
    }

    [Fact]
    public async Task A_reader_corrects_nothing_and_approves_nothing()
    {
        IPage anna = await SignedIn("/article/4", "anna", ClosedDesk.AnnasPassword);
        await Assertions.Expect(anna.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Accept" })).ToHaveCountAsync(0);
        await Assertions.Expect(anna.GetByText("Add an event that was not found")).ToHaveCountAsync(0);
        IResponse? approvals = await anna.GotoAsync("/review/replies");
        Assert.Equal((int)HttpStatusCode.Forbidden, approvals!.Status);
        await anna.GotoAsync("/article/4");
        string token = (await anna.Locator("input[name=token]").First.GetAttributeAsync("value"))!;
        IAPIResponse correct = await anna.APIRequest.PostAsync("/article/4/correct", new APIRequestContextOptions { Form = Form(anna, token, ("key", "0000"), ("do", "accept")) });
        Assert.Equal((int)HttpStatusCode.Forbidden, correct.Status);
        IAPIResponse decide = await anna.APIRequest.PostAsync("/review/replies/1", new APIRequestContextOptions { Form = Form(anna, token, ("do", "approve")) });
        Assert.Equal((int)HttpStatusCode.Forbidden, decide.Status);
    }

    private static IFormData Form(IPage page, string token, params (string Name, string Value)[] fields)
    {
        IFormData form = page.APIRequest.CreateFormData();
        form.Set("token", token);
        foreach ((string name, string value) in fields) form.Set(name, value);
        return form;
    }
}
