using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Readout.Desk.Tests.Browser.ChromiumFixture))]

namespace Readout.Desk.Tests.Browser;

/// <summary>The system's Chromium, started once for all tests. <c>READOUT_CHROMIUM</c> names another.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>How long a page may take, in milliseconds: for a machine that is busy, not a measure of anything.</summary>
    public const float Patience = 60_000;

    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("There is no Chromium: ./test installs it, or name one in READOUT_CHROMIUM.");

    public async ValueTask InitializeAsync()
    {
        string? program = Environment.GetEnvironmentVariable("READOUT_CHROMIUM") ?? s_places.FirstOrDefault(File.Exists);
        if (program is null) return;
        Assertions.SetDefaultExpectTimeout(Patience / 2);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            // Chromium's own sandbox does not run as root.
            Args = Environment.UserName == "root" ? ["--no-sandbox"] : [],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
