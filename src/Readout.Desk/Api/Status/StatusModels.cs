using Readout.Archive;
using Readout.Archive.Status;

namespace Readout.Desk.Api.Status;

/// <summary>Counts what the archive holds, at most once a minute: counting reads much of a large archive. Safe to call from every thread.</summary>
internal sealed class StatusModels(RecordArchive archive, TimeProvider time)
{
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(1);
    private readonly Lock _counting = new();
    private volatile StatusModel? _last;

    /// <summary>What it holds.</summary>
    public StatusModel Now()
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_last is { } last && now - last.Counted < s_kept) return last;
        lock (_counting)
        {
            if (_last is { } counted && now - counted.Counted < s_kept) return counted;
            StatusModel status = StatusModel.Of(ArchiveStatus.Of(archive), now);
            _last = status;
            return status;
        }
    }
}
