using Readout.Jobs;
using Readout.Sources;

namespace Readout.Desk.Sources;

/// <summary>A piece of work while it waits, runs and is remembered. Thread-safe.</summary>
/// <param name="number">Its number.</param>
/// <param name="what">What is done, in words.</param>
/// <param name="by">Who asked for it.</param>
/// <param name="run">Does it.</param>
internal sealed class WorkEntry(long number, string what, string by, Func<IJobListener, CancellationToken, Task<JobProgress>> run) : IJobListener
{
    private const int MostRefusals = 20;
    private readonly Lock _lock = new();
    private readonly List<string> _refusals = [];
    private WorkState _state;
    private JobProgress _progress;
    private DateTimeOffset? _begun;
    private DateTimeOffset? _ended;
    private string? _fault;

    /// <summary>Does it, and keeps what became of it.</summary>
    public async Task RunAsync(TimeProvider time, CancellationToken cancellation)
    {
        Change(() => (_state, _begun) = (WorkState.Running, time.GetUtcNow()));
        try
        {
            JobProgress done = await run(this, cancellation).ConfigureAwait(false);
            Change(() => (_state, _progress, _ended) = (cancellation.IsCancellationRequested ? WorkState.Stopped : WorkState.Done, done, time.GetUtcNow()));
        }
        catch (OperationCanceledException)
        {
            Change(() => (_state, _ended) = (WorkState.Stopped, time.GetUtcNow()));
        }
        catch (Archive.ArchiveException exception)
        {
            Change(() => (_state, _ended, _fault) = (WorkState.Failed, time.GetUtcNow(), $"{exception.Message} ({exception.Advice})"));
        }
    }

    /// <summary>It failed for a reason that is the program's own.</summary>
    public void Fail(DateTimeOffset now) => Change(() => (_state, _ended, _fault) = (WorkState.Failed, now, "Something went wrong in Readout; the desk's log says what."));

    /// <summary>It as it is now.</summary>
    public WorkModel Snapshot()
    {
        lock (_lock)
        {
            double? share = _progress.BytesInAll > 0 ? Math.Min(1, (double)_progress.Bytes / _progress.BytesInAll) : null;
            return new WorkModel(
                number, what, by, _state, _begun, _ended, _progress.New, _progress.Revised + _progress.Recoded, _progress.Known, _progress.Refused, share, [.. _refusals], _fault);
        }
    }

    void IJobListener.Refused(Refusal refusal) => Keep(refusal.ToString());

    void IJobListener.Noted(string what) => Keep(what);

    void IJobListener.Advanced(JobProgress progress) => Change(() => _progress = progress);

    private void Keep(string line) => Change(() =>
    {
        if (_refusals.Count < MostRefusals) _refusals.Add(line);
    });

    private void Change(Action change)
    {
        lock (_lock) change();
    }
}
