using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Readout.Desk.Hosting;
using Readout.Jobs;

namespace Readout.Desk.Sources;

/// <summary>
/// What the desk does in the background, one piece after another, for an archive has one writer. What is under way when the desk
/// stops is committed as far as it came. Safe to call from every thread.
/// </summary>
internal sealed partial class DeskWork : IAsyncDisposable
{
    private const int MostWaiting = 50;
    private const int MostRemembered = 10;
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(20);

    private readonly Channel<WorkEntry> _waiting = Channel.CreateBounded<WorkEntry>(MostWaiting);
    private readonly ConcurrentQueue<WorkEntry> _entries = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _time;
    private readonly ILogger<DeskWork> _log;
    private readonly Task _loop;
    private CancellationTokenSource? _current;
    private long _number;

    public DeskWork(TimeProvider time, ILogger<DeskWork> log)
    {
        _time = time;
        _log = log;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>The pieces of work, the newest first.</summary>
    public ImmutableArray<WorkModel> All => [.. _entries.Reverse().Select(entry => entry.Snapshot())];

    /// <summary>Puts a piece of work at the end of what waits.</summary>
    /// <exception cref="DeskFaultException">Too much waits already.</exception>
    public void Begin(string what, string by, Func<IJobListener, CancellationToken, Task<JobProgress>> run)
    {
        WorkEntry entry = new(Interlocked.Increment(ref _number), what, by, run);
        if (!_waiting.Writer.TryWrite(entry)) throw new DeskFaultException(StatusCodes.Status503ServiceUnavailable, "Too much waits already", "Try again when some of it is done.");
        _entries.Enqueue(entry);
        while (_entries.Count > MostRemembered + MostWaiting && _entries.TryDequeue(out _))
        {
        }
    }

    /// <summary>Stops what is being done; what was read is kept.</summary>
    public void Stop() => Volatile.Read(ref _current)?.Cancel();

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(_loop, Task.Delay(s_farewell)).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        await foreach (WorkEntry entry in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (_stop.IsCancellationRequested) return;
            using CancellationTokenSource current = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            Volatile.Write(ref _current, current);
            try
            {
                await entry.RunAsync(_time, current.Token).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever goes wrong in one piece of work, the next is done.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Failed(exception);
                entry.Fail(_time.GetUtcNow());
            }

            Volatile.Write(ref _current, null);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "a piece of work failed")]
    private partial void Failed(Exception exception);
}
