using System.Globalization;
using Readout.Analysis.Phrasing;
using Readout.Archive.Ingests;
using Readout.Jobs;
using Readout.Sources;

namespace Readout.Desk.Sources;

/// <summary>Hears an ingest and keeps how it stands. Safe to read from every thread.</summary>
internal sealed class IngestRecord(long id, string what, TimeProvider time) : IJobListener, IDisposable
{
    private const int MostLines = 100;
    private readonly Lock _lock = new();
    private readonly Queue<string> _refusals = new();
    private readonly Queue<string> _notes = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private JobProgress _progress;
    private string _state = "starting";
    private string? _problem;
    private DateTimeOffset? _endedAt;

    /// <summary>Ends the ingest; what was read is kept.</summary>
    public CancellationToken Stopping => _stop.Token;

    public void Stop()
    {
        lock (_lock)
        {
            if (_endedAt is not null) return;
            _state = "stopping";
        }

        // What ends the job runs on threads of its own, not on that of whoever stops it.
        _ = _stop.CancelAsync();
    }

    public void Started()
    {
        lock (_lock)
        {
            if (_state == "starting") _state = "running";
        }
    }

    public void Refused(Refusal refusal)
    {
        lock (_lock) Add(_refusals, refusal.ToString());
    }

    public void Noted(string what)
    {
        lock (_lock) Add(_notes, what);
    }

    public void Advanced(JobProgress progress)
    {
        lock (_lock) _progress = progress;
    }

    /// <summary>It is over.</summary>
    /// <param name="progress">What was done, or null where it failed.</param>
    /// <param name="problem">What was wrong, or null.</param>
    public void Ended(JobProgress? progress, string? problem)
    {
        lock (_lock)
        {
            _progress = progress ?? _progress;
            _problem = problem;
            _state = problem is not null ? "failed" : _stop.IsCancellationRequested ? "stopped" : "done";
            _endedAt = time.GetUtcNow();
        }
    }

    /// <summary>How it stands.</summary>
    public IngestItem Now()
    {
        lock (_lock)
        {
            return new IngestItem
            {
                Id = id,
                What = what,
                State = _state,
                Line = Line(),
                Articles = _progress.Articles,
                New = _progress.New,
                Revised = _progress.Revised,
                Known = _progress.Known + _progress.Recoded,
                Refused = _progress.Refused,
                Percent = _progress.BytesInAll > 0 ? (int)Math.Min(100, 100 * _progress.Bytes / _progress.BytesInAll) : null,
                StartedAt = _startedAt,
                EndedAt = _endedAt,
                Refusals = [.. _refusals],
                Notes = [.. _notes],
            };
        }
    }

    public void Dispose() => _stop.Dispose();

    private string Line() => _state switch
    {
        "starting" => "Waiting for the reader and the archive.",
        "running" => $"Reading: {Counts()}.",
        "stopping" => $"Stopping: {Counts()}.",
        "failed" => $"Failed after {Counts()}: {_problem}",
        "stopped" => $"Stopped after {Counts()}; what was read is kept.",
        _ => $"Done: {Counts()}.",
    };

    private string Counts()
    {
        List<string> parts = [Wording.Count(_progress.Articles, "article")];
        if (_progress.Articles > 0) parts.Add($"{_progress.New.ToString("N0", CultureInfo.InvariantCulture)} new");
        if (_progress.Revised > 0) parts.Add($"{_progress.Revised.ToString("N0", CultureInfo.InvariantCulture)} changed");
        if (_progress.Refused > 0) parts.Add($"{_progress.Refused.ToString("N0", CultureInfo.InvariantCulture)} refused");
        return string.Join(", ", parts);
    }

    private static void Add(Queue<string> lines, string line)
    {
        if (lines.Count == MostLines) lines.Dequeue();
        lines.Enqueue(line);
    }
}
