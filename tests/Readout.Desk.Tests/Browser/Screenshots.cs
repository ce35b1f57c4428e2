using Microsoft.Playwright;

namespace Readout.Desk.Tests.Browser;

/// <summary>
/// Pictures of pages at the widths of a phone, a small and a wide window, light and dark: for people to look at. Only where
/// <c>READOUT_SCREENSHOTS</c> names a folder for them; <c>READOUT_PAGES</c> names the addresses, set apart by blanks.
/// </summary>
[Collection(DeskCollection.Name)]
public sealed class Screenshots(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("READOUT_SCREENSHOTS");

    public static bool AreWanted => s_folder is not null;

    [Fact(SkipUnless = nameof(AreWanted), Skip = "READOUT_SCREENSHOTS names no folder", Explicit = true)]
    public async Task Of_pages()
    {
        string pages = Environment.GetEnvironmentVariable("READOUT_PAGES") ?? "/?since=month";
        foreach (string path in pages.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (ColorScheme scheme in Schemes)
            {
                foreach (int width in (int[])[390, 1024, 1600])
                {
                    IPage page = await Open(path, scheme, width);
                    string name = string.Concat(path.Trim('/').Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(s_folder!, $"{(name.Length == 0 ? "today" : name)}-{width}-{scheme}.png"), FullPage = true });
                    await page.Context.CloseAsync();
                }
            }
        }
    }
}
