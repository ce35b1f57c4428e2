using System.Collections.Immutable;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Readout.Archive;
using Readout.Coding.Reading;
using Readout.Desk.Security;

namespace Readout.Desk.Hosting;

/// <summary>A desk that listens: the web pages and the API over an archive. Safe to call from every thread.</summary>
public sealed class DeskHost : IAsyncDisposable
{
    // Pages read the archive on the thread that answers them: with as few threads as processors one that comes in beside an ingest would wait for half a second until the pool grows.
    private const int ReadyThreads = 32;

    private readonly WebApplication _application;
    private readonly Task<Reader> _reader;
    private bool _isStopped;

    private DeskHost(WebApplication application, RecordArchive archive, Task<Reader> reader)
    {
        _application = application;
        _reader = reader;
        Archive = archive;
    }

    /// <summary>The archive that it shows.</summary>
    public RecordArchive Archive { get; }

    /// <summary>The addresses at which it answers, with the ports that were free.</summary>
    public ImmutableArray<Uri> Addresses =>
        [.. _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address))];

    /// <summary>What it is made of, for tests.</summary>
    internal IServiceProvider Services => _application.Services;

    /// <summary>Opens the archive and begins to listen.</summary>
    /// <param name="options">What, where and to whom.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="DeskUsageException">It cannot be started like this: an address that is none or is taken, no password beyond loopback.</exception>
    /// <exception cref="ArchiveException">The archive cannot be opened.</exception>
    public static async Task<DeskHost> StartAsync(DeskOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<DeskAddress> addresses = [.. options.Urls.Select(DeskAddress.Parse)];
        ThreadPool.GetMinThreads(out int threads, out int ports);
        ThreadPool.SetMinThreads(Math.Max(threads, ReadyThreads), ports);
        RecordArchive archive = RecordArchive.Open(options.Archive, create: true, options.OnForward);
        try
        {
            DeskDoor door = DeskDoor.Of(options, addresses, archive);
            Task<Reader> reader = Task.Run(options.LoadReader, CancellationToken.None);
            WebApplication application = DeskPipeline.Build(options, addresses, archive, new DeskKnowledge(reader), door);
            DeskHost host = new(application, archive, reader);
            await application.StartAsync(cancellation).ConfigureAwait(false);
            return host;
        }
        catch (IOException exception)
        {
            archive.Dispose();
            throw new DeskUsageException($"the desk cannot listen at {string.Join(", ", options.Urls)}: {exception.GetBaseException().Message}", exception);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Waits until it is told to stop, and until those who are being answered have their answer.</summary>
    /// <param name="cancellation">Tells it to stop.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellation.Register(stopped.SetResult)) await stopped.Task.ConfigureAwait(false);
        await StopAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        Archive.Dispose();
        (await _reader.ConfigureAwait(false)).Dispose();
    }

    // Once: what runs in the background is told to end, and waited for, before what it works on is gone.
    private Task StopAsync() => Interlocked.Exchange(ref _isStopped, true) ? Task.CompletedTask : _application.StopAsync(CancellationToken.None);
}
