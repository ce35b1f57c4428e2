using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Readout.Desk.Security;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.SignIn;

public sealed partial class SignInTests(ClosedDesk desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address), IClassFixture<ClosedDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_signs_in_and_out_and_comes_to_the_page_that_was_asked_for()
    {
        IPage page = await Open("/?since=month");
        await NothingForAxe(page);
        await SignIn(page, "editor", ClosedDesk.EditorsPassword);
        Assert.EndsWith("/?since=month", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Today" })).ToBeVisibleAsync();
        BrowserContextCookiesResult cookie = Assert.Single(await page.Context.CookiesAsync(), cookie => cookie.Name == "readout-session");
        Assert.True(cookie.HttpOnly);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Sign in" })).ToBeVisibleAsync();
        // The cookie of before opens nothing any more.
        using HttpClient client = desk.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"readout-session={cookie.Value}");
        using HttpResponseMessage answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_says_no_more_than_that()
    {
        IPage page = await Open("/");
        await SignIn(page, "nobody", "a password of somebody");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The name or the password is wrong.");
        await NothingForAxe(page);
    }

    [Fact]
    public async Task The_account_page_makes_and_revokes_tokens_that_open_the_api_as_far_as_they_may()
    {
        IPage page = await Open("/account");
        await SignIn(page, "anna", ClosedDesk.AnnasPassword);
        await page.GetByLabel("What the new token is for").FillAsync("notebook");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Make a token" }).ClickAsync();
        string secret = await page.Locator("code").InnerTextAsync();
        await NothingForAxe(page);
        using HttpClient client = desk.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        Assert.Equal(HttpStatusCode.OK, await StatusOf(client.GetAsync(new Uri("/api/today", UriKind.Relative), Cancellation)));
        // The token is of the API alone, and the page that it would open stays closed.
        Assert.Equal(HttpStatusCode.SeeOther, await StatusOf(client.GetAsync(new Uri("/", UriKind.Relative), Cancellation)));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Revoke notebook" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You have made none.")).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(client.GetAsync(new Uri("/api/today", UriKind.Relative), Cancellation)));
    }

    [Fact]
    public void A_token_that_only_reads_is_no_editors()
    {
        ApiTokens tokens = desk.Services.GetRequiredService<ApiTokens>();
        DeskReader editor = new("editor", DeskRole.Editor);
        DeskReader reads = tokens.Find(tokens.Make(editor, "reads", ["read"], TimeSpan.FromDays(1)))!;
        DeskReader writes = tokens.Find(tokens.Make(editor, "writes", ApiTokens.Scopes, TimeSpan.FromDays(1)))!;
        Assert.Equal((DeskRole.Reader, false, DeskRole.Editor, true), (reads.Role, reads.MayWrite, writes.Role, writes.MayWrite));
        Assert.Null(tokens.Find(tokens.Make(editor, "over", ["read"], TimeSpan.FromDays(-1))));
        Assert.Null(tokens.Find("rdt_" + new string('x', 43)));
    }

    [Theory]
    [InlineData("/api/today", HttpStatusCode.Unauthorized)]
    [InlineData("/search?q=fish", HttpStatusCode.SeeOther)]
    [InlineData("/no/such/page", HttpStatusCode.SeeOther)]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/health", HttpStatusCode.OK)]
    [InlineData("/assets/desk.css", HttpStatusCode.OK)]
    public async Task Who_is_not_signed_in_gets_no_further_than_the_door(string path, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        Assert.Equal(status, await StatusOf(client.GetAsync(new Uri(path, UriKind.Relative), Cancellation)));
    }

    [Fact]
    public async Task A_reader_may_say_what_they_have_seen_and_no_form_is_taken_without_its_token()
    {
        using HttpClient client = await SignedIn("anna", ClosedDesk.AnnasPassword);
        Assert.Equal(HttpStatusCode.BadRequest, await StatusOf(client.PostAsync(new Uri("/today/seen", UriKind.Relative), Form(("revision", "1")), Cancellation)));
        string token = TokenIn(await client.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusOf(client.PostAsync(new Uri("/today/seen", UriKind.Relative), Form(("revision", "1"), ("token", token)), Cancellation)));
    }

    [Theory]
    [InlineData("/article/3?x=1", "/article/3?x=1")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/sign-out", "/")]
    [InlineData(null, "/")]
    public void Nobody_is_led_to_another_host(string? given, string path) => Assert.Equal(path, Readout.Desk.SignIn.SignInFeature.LocalPath(given));

    private async Task<HttpClient> SignedIn(string name, string password)
    {
        HttpClient client = desk.Client();
        string token = TokenIn(await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), Cancellation));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusOf(client.PostAsync(new Uri("/sign-in", UriKind.Relative), Form(("name", name), ("password", password), ("token", token)), Cancellation)));
        return client;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static async Task<HttpStatusCode> StatusOf(Task<HttpResponseMessage> asked)
    {
        using HttpResponseMessage response = await asked;
        return response.StatusCode;
    }

    private static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    private static async Task SignIn(IPage page, string name, string password)
    {
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
