using Readout.Archive;
using Readout.Archive.Status;

namespace Readout.Desk.Api.Status;

/// <summary>
/// Counts what the archive holds, once a minute at most and beside the requests: counting reads much of a large archive. Only the first who
/// ask wait for it. Safe to call from every thread.
/// </summary>
internal sealed class StatusModels(RecordArchive archive, TimeProvider time)
{
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private StatusModel? _last;
    private Task<StatusModel>? _counting;

    /// <summary>What it holds, or held a little while ago.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public Task<StatusModel> NowAsync()
    {
        lock (_lock)
        {
            if (_last is { } fresh && time.GetUtcNow() - fresh.Counted < s_kept) return Task.FromResult(fresh);
            if (_counting is null or { IsCompleted: true }) _counting = Task.Run(Count);
            return _last is { } last && !_counting.IsFaulted ? Task.FromResult(last) : _counting;
        }
    }

    private StatusModel Count()
    {
        StatusModel status = StatusModel.Of(ArchiveStatus.Of(archive), time.GetUtcNow());
        lock (_lock) _last = status;
        return status;
    }
}
