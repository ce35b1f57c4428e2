using Readout.Archive;
using Readout.Coding.Reading;
using Readout.Desk.Hosting;
using Readout.Desk.Tests.News;

namespace Readout.Desk.Tests;

/// <summary>
/// A desk over the news of these tests, listening on a free port. A collection that changes what the desk keeps gets a fixture of
/// its own: derive from this class and name it in a collection definition.
/// </summary>
public class DeskFixture(TestReader knowledge) : IAsyncLifetime
{
    private readonly TestArchive _files = new();
    private readonly FixedTime _time = new(TestNews.Now);
    private DeskHost? _host;

    /// <summary>Address of the desk, ending in a slash.</summary>
    public Uri Address => _host!.Addresses[0];

    /// <summary>The archive that it shows.</summary>
    public RecordArchive Archive => _host!.Archive;

    /// <summary>What the desk is made of: models, options.</summary>
    internal IServiceProvider Services => _host!.Services;

    /// <summary>The desk's clock.</summary>
    internal FixedTime Time => _time;

    /// <summary>Inputs that are kept before the desk starts.</summary>
    protected virtual string[] Inputs => [TestNews.File];

    /// <summary>How the desk is started.</summary>
    protected virtual DeskOptions Change(DeskOptions options) => options;

    /// <summary>A file of that name in the fixture's folder.</summary>
    public string File(string name) => _files.File(name);

    public async ValueTask InitializeAsync()
    {
        if (Inputs.Length > 0)
        {
            using Reader reader = knowledge.Load();
            await _files.KeepAsync(reader, Inputs);
        }

        _host = await DeskHost.StartAsync(Change(new DeskOptions
        {
            Archive = _files.Location,
            LoadReader = knowledge.Load,
            Urls = ["http://127.0.0.1:0"],
            Time = _time,
        }));
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        _files.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A client that follows no redirects and keeps cookies.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address };
}
