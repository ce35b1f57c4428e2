using Microsoft.Playwright;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Sources;

/// <summary>A desk over an empty archive offers the samples, files and an address on its first page.</summary>
public sealed class EmptyDeskTests(SourcesFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address), IClassFixture<SourcesFixture>
{
    [Fact]
    public async Task An_empty_archive_begins_with_a_file()
    {
        await NothingForAxe("/");
        await FitsAPhone("/");
        IPage page = await Open("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read the samples" })).ToBeVisibleAsync();
        await page.GetByLabel("Files, or drop them here").SetInputFilesAsync(new FilePayload
        {
            Name = "../note <b>.txt",
            MimeType = "text/plain",
            Buffer = "Oslo, 3 June 1987\n\nNorway thanked Chile for the herrings on Tuesday. The ministers of both countries will meet in Bergen next week.\n"u8.ToArray(),
        });
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("../note <b>.txt")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Done: 1 article, 1 new.")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        Assert.Single(desk.Archive.Articles.All());
    }
}
