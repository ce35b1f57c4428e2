using System.Net;
using Microsoft.Playwright;
using Readout.Archive.Corrections;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Tests.Browser;
using Readout.Desk.Tests.News;

namespace Readout.Desk.Tests.Articles;

/// <summary>A desk of its own, on which an editor corrects, notes and reads.</summary>
public sealed class ArticleWorkTests(ArticleWorkTests.OwnDesk desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address), IClassFixture<ArticleWorkTests.OwnDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_is_changed_in_place_and_the_log_says_who_when_and_why()
    {
        (long id, CodedEvent coded) = Find("Peru and Ecuador open talks on border river");
        IPage page = await Open($"/article/{id}");
        await page.Locator($"#{coded.Id}").GetByText("Change or note").ClickAsync();
        ILocator form = page.Locator($"#{coded.Id} form.correction");
        await Assertions.Expect(form).ToBeVisibleAsync();
        Assert.DoesNotContain("open=", page.Url, StringComparison.Ordinal);
        await NothingForAxe(page);
        await form.GetByLabel("Status").SelectOptionAsync("hypothetical");
        await form.GetByLabel("First day").FillAsync("1987-04-05");
        await form.GetByLabel("Why").FillAsync("the talks <b>may</b> not have begun");
        await form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Change", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("The event is changed.")).ToBeVisibleAsync();
        CodedEvent changed = Record(id).Events.First(one => one.Key == coded.Key);
        Assert.Equal((EventStatus.Hypothetical, new DateOnly(1987, 4, 5), 1.0), (changed.Status, changed.Date!.From!.Value, changed.Confidence));
        Assert.Equal(coded.Type, changed.Type);
        await Assertions.Expect(page.Locator($"#{changed.Id} .verdicts")).ToContainTextAsync("local changed");
        await Assertions.Expect(page.Locator($"#{changed.Id} .verdicts")).ToContainTextAsync("on 1 Jun 1987: the talks <b>may</b> not have begun");
        Correction entry = CorrectionLog.Entries(desk.Archive, id).Single(pair => pair.Correction.Key == coded.Key).Correction;
        Assert.Equal(("local", TestNews.Now), (entry.By, entry.At));
        Assert.Equal(["from", "status"], entry.Fields.Keys);
    }

    [Fact]
    public async Task An_event_is_rejected_without_a_script()
    {
        (long id, CodedEvent coded) = Find("Protesters march in Oslo against Chile");
        IPage page = await Open($"/article/{id}", scripts: false);
        await page.Locator($"#{coded.Id}").GetByText("Reject").ClickAsync();
        await Assertions.Expect(page.Locator("#log + ul")).ToContainTextAsync("local rejected");
        Assert.DoesNotContain(Record(id).Events, one => one.Key == coded.Key);
    }

    [Fact]
    public async Task An_event_is_added_at_words_that_were_marked_in_the_text()
    {
        (long id, _) = Find("Nothing happened in Tromso");
        IPage page = await Open($"/article/{id}");
        await page.GetByText("Add an event that was not found").ClickAsync();
        await page.EvaluateAsync(
            """
            () => {
              const node = [...document.querySelectorAll("#text p[data-at]")].map((block) => document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()).find((text) => text.data.includes("choir"));
              getSelection().setBaseAndExtent(node, node.data.indexOf("sang"), node, node.data.indexOf("sang") + 4);
            }
            """);
        await Assertions.Expect(page.Locator("#add-words")).ToHaveValueAsync("sang");
        await page.Locator("#add").GetByLabel("Who acts").FillAsync("NOR");
        await page.Locator("#add").GetByLabel("Type").SelectOptionAsync("PROTEST");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the event" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The event is added.")).ToBeVisibleAsync();
        CodedEvent added = Record(id).Events.Single(one => one.Frame == "person");
        Assert.Equal(("sang", EventType.Protest), (added.Trigger.In(Record(id).Article.Text), added.Type));
        await Assertions.Expect(page.Locator($"#{added.Id}")).ToContainTextAsync("A person coded “sang” as PROTEST.");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_is_changed()
    {
        (long id, CodedEvent coded) = Find("Norway lifts embargo on Chilean fish");
        using HttpClient client = desk.Client();
        (string Field, string Value)[] wrong = [("mode", "visit-the-moon"), ("type", "DANCE"), ("from", "yesterday"), ("status", "<script>"), ("actors", "=words")];
        foreach ((string field, string value) in wrong)
        {
            using HttpResponseMessage answer = await client.SendAsync($"/article/{id}", $"/article/{id}/correct", Fields(("key", coded.Key), ("do", "change"), (field, value)), Cancellation);
            Assert.Equal((field, HttpStatusCode.BadRequest), (field, answer.StatusCode));
        }

        using HttpResponseMessage gone = await client.SendAsync($"/article/{id}", $"/article/{id}/correct", Fields(("key", "deadbeefdeadbeef"), ("do", "reject")), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, gone.StatusCode);
        Assert.Contains("The archive has no event", await gone.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(CorrectionLog.Entries(desk.Archive, id));
    }

    [Fact]
    public async Task A_note_is_kept_beside_its_mark_and_can_be_removed()
    {
        (long id, CodedEvent coded) = Find("Norway threatens sanctions against Chile");
        IPage page = await Open($"/article/{id}?open={coded.Id}", scripts: false);
        await page.GetByLabel("A note of your own").FillAsync("Ask Oslo. <img src=x onerror=alert(1)>");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Keep the note" }).ClickAsync();
        await Assertions.Expect(page.Locator($"#{coded.Id} .note")).ToContainTextAsync("Ask Oslo. <img src=x onerror=alert(1)>");
        await page.Locator($"#{coded.Id} .note").GetByText("Remove").ClickAsync();
        await Assertions.Expect(page.GetByText("Your note is removed.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_pasted_text_is_read_and_kept_only_where_that_is_asked()
    {
        long before = desk.Archive.Articles.All().Last().Id;
        IPage page = await Open("/article/read");
        await NothingForAxe(page);
        await page.GetByLabel("Headline").FillAsync("Talks in Lima <svg onload=alert(1)>");
        await page.GetByLabel("Day of publication").FillAsync("1987-05-12");
        await page.GetByLabel("Text").FillAsync("Peru criticized Ecuador on Monday.\n\nEcuador will meet Peru in Lima next week.");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Talks in Lima <svg onload=alert(1)>");
        await Assertions.Expect(page.Locator(".event-card").Filter(new LocatorFilterOptions { HasText = "ACCUSE" })).ToContainTextAsync("11 May 1987");
        await NothingForAxe(page);
        Assert.Equal(before, desk.Archive.Articles.All().Last().Id);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Keep it in the archive" }).ClickAsync();
        await page.WaitForURLAsync($"**/article/{before + 1}");
        Assert.Equal("Talks in Lima <svg onload=alert(1)>", desk.Archive.Articles.Find(before + 1)!.Title);
    }

    [Fact]
    public async Task Too_much_is_refused_in_plain_words()
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage text = await client.SendAsync("/article/read", "/article/read", Fields(("text", new string('a', 150_000))), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, text.StatusCode);
        Assert.Contains("150,000 characters", await text.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        (string, string)[] reply = [("name", "Ida"), ("email", "ida@example.org")];
        using HttpResponseMessage large = await client.SendAsync("/article/1", "/article/1/replies", Fields([.. reply, ("body", new string('b', 40_000))]), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, large.StatusCode);
        Assert.Contains("4000 are taken", await large.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        HttpStatusCode huge;
        try
        {
            using HttpResponseMessage answer = await client.SendAsync("/article/1", "/article/1/replies", Fields([.. reply, ("body", new string('c', 10_000_000))]), Cancellation);
            huge = answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The desk answers and hangs up before all of it was sent.
            huge = HttpStatusCode.RequestEntityTooLarge;
        }

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge);
    }

    [Fact]
    public async Task An_article_that_is_gone_meanwhile_takes_nothing()
    {
        using HttpClient client = desk.Client();
        (string, (string, string)[])[] forms =
        [
            ("/replies", [("name", "Ida"), ("email", "ida@example.org"), ("body", "Hello.")]), ("/notes", [("mark", "event"), ("start", "0"), ("end", "4"), ("body", "Hm.")]),
            ("/events", [("words", "met"), ("type", "CONSULT")]),
        ];
        foreach ((string action, (string, string)[] fields) in forms)
        {
            using HttpResponseMessage answer = await client.SendAsync("/article/1", "/article/987654" + action, Fields(fields), Cancellation);
            Assert.Equal((action, HttpStatusCode.NotFound), (action, answer.StatusCode));
        }
    }

    private (long Id, CodedEvent Event) Find(string title)
    {
        KeptArticle kept = desk.Archive.Articles.All().First(article => article.Title == title);
        return (kept.Id, desk.Archive.Articles.Record(kept.Revision)!.Events.FirstOrDefault()!);
    }

    private ArticleRecord Record(long id) => desk.Archive.Articles.Record(desk.Archive.Articles.Find(id)!.Revision)!;

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);

    /// <summary>Its desk.</summary>
    public sealed class OwnDesk(TestReader knowledge) : DeskFixture(knowledge);
}
