using System.Collections.Concurrent;
using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Readout.Desk.Tests.Browser;

/// <summary>A test in a real browser. At its end no request has left for another host, no policy was broken and no script failed.</summary>
/// <param name="chromium">The browser.</param>
/// <param name="address">Address of the desk.</param>
public abstract class BrowserTest(ChromiumFixture chromium, Uri address) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly List<IBrowserContext> _contexts = [];

    /// <summary>Schemes in which every page is checked.</summary>
    protected static ColorScheme[] Schemes { get; } = [ColorScheme.Light, ColorScheme.Dark];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (IBrowserContext context in _contexts) await context.CloseAsync();
        GC.SuppressFinalize(this);
        Assert.Empty(_faults);
    }

    /// <summary>A new page in a context of its own, not yet anywhere; its addresses are relative to the desk.</summary>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="scripts">Whether scripts run.</param>
    protected async Task<IPage> Page(ColorScheme scheme = ColorScheme.Light, int width = 1024, bool scripts = true)
    {
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.AbsoluteUri,
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(ChromiumFixture.Patience);
        _contexts.Add(context);
        IPage page = await context.NewPageAsync();
        page.Request += (_, request) =>
        {
            Uri asked = new(request.Url);
            if (asked.Scheme is "http" or "https" or "ws" or "wss" && asked.Authority != address.Authority) _faults.Enqueue($"a request left for {asked}");
        };
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) _faults.Enqueue(message.Text);
        };
        return page;
    }

    /// <summary>Opens an address in a new page.</summary>
    protected async Task<IPage> Open(string path, ColorScheme scheme = ColorScheme.Light, int width = 1024, bool scripts = true)
    {
        IPage page = await Page(scheme, width, scripts);
        IResponse? response = await page.GotoAsync(path);
        Assert.NotNull(response);
        return page;
    }

    /// <summary>axe-core finds nothing against WCAG 2.2 AA on the page, as it is now.</summary>
    protected static async Task NothingForAxe(IPage page)
    {
        AxeResult found = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        StringBuilder told = new();
        foreach (AxeResultItem item in found.Violations)
        {
            told.Append(item.Id).Append(": ").AppendLine(item.Help);
            foreach (AxeResultNode node in item.Nodes) told.Append("  ").AppendLine(node.Html);
        }

        Assert.True(told.Length == 0, told.ToString());
    }

    /// <summary>axe-core finds nothing on the page of that address, in light and in dark, and at the width of a phone.</summary>
    protected async Task NothingForAxe(string path)
    {
        foreach (ColorScheme scheme in Schemes) await NothingForAxe(await Open(path, scheme));
        await NothingForAxe(await Open(path, width: 390));
    }

    /// <summary>Nothing of the page reaches beyond the window at the width of a phone.</summary>
    protected async Task FitsAPhone(string path)
    {
        IPage page = await Open(path, width: 390);
        int width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 390, $"{path} is {width} pixels wide on a phone of 390");
    }
}
