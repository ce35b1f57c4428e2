using System.Net;
using Microsoft.Playwright;
using Readout.Desk.Hosting;
using Readout.Desk.Sources;
using Readout.Desk.Tests.Browser;
using Readout.Desk.Tests.News;
using Readout.Tests;

namespace Readout.Desk.Tests.Sources;

/// <summary>A desk over an empty archive: it offers the samples, an address, files; and it shows what becomes of them.</summary>
public sealed class SourcesTests(SourcesTests.EmptyDesk desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address), IClassFixture<SourcesTests.EmptyDesk>
{
    [Fact]
    public async Task An_empty_archive_begins_with_the_samples_an_address_or_a_file()
    {
        await NothingForAxe("/");
        await FitsAPhone("/");
        IPage page = await Open("/");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read the samples" }).ClickAsync();
        ILocator samples = page.Locator("li", new PageLocatorOptions { HasText = "the samples" });
        await Assertions.Expect(samples.GetByText("done")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        await Assertions.Expect(samples.GetByText("1 new, 0 changed, 0 known, 0 refused")).ToBeVisibleAsync();
        await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload { Name = "../note <b>.txt", MimeType = "text/plain", Buffer = "Oslo, 3 June 1987\n\nNorway thanked Chile for the herrings on Tuesday. The ministers of both countries will meet in Bergen next week.\n"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("note--b-.txt")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-busy]")).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 60_000 });
        Assert.Equal(2, desk.Archive.Articles.All().Count());
        await NothingForAxe("/sources");
        await FitsAPhone("/sources");
    }

    [Fact]
    public async Task An_address_that_cannot_be_had_is_one_line()
    {
        IPage page = await Open("/sources");
        await page.GetByLabel("A feed or a page").FillAsync("http://127.0.0.1:9/feed.xml");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();
        ILocator line = page.Locator("li", new PageLocatorOptions { HasText = "http://127.0.0.1:9/feed.xml" }).First;
        await Assertions.Expect(line.GetByText("1 refused")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        await line.GetByText("Why some gave no article").ClickAsync();
        await Assertions.Expect(line.GetByText("private")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\news\\day one.txt", "day-one.txt")]
    [InlineData("...", "file")]
    [InlineData("", "file")]
    public void A_file_keeps_only_its_name(string given, string name) => Assert.Equal(name, SourcesFeature.NameOf(given));

    [Fact]
    public async Task What_is_no_address_and_no_file_is_a_clear_page()
    {
        IPage page = await Open("/sources");
        string token = await page.Locator("input[name=token]").First.InputValueAsync();
        IAPIResponse answer = await page.APIRequest.PostAsync("/sources/address", new APIRequestContextOptions { Form = page.APIRequest.CreateFormData().Set("address", "javascript:alert(1)").Set("token", token) });
        Assert.Equal((int)HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("An address begins with http:// or https://.", await answer.TextAsync(), StringComparison.Ordinal);
    }

    public sealed class EmptyDesk(TestReader knowledge) : DeskFixture(knowledge)
    {
        protected override string[] Inputs => [];

        protected override DeskOptions Change(DeskOptions options)
        {
            Directory.CreateDirectory(File("samples"));
            System.IO.File.Copy(Repository.Path("samples", "news", "cod-war.html"), Path.Combine(File("samples"), "cod-war.html"));
            return options with { Samples = File("samples") };
        }
    }
}
