using Readout.Archive;
using Readout.Archive.Writing;
using Readout.Coding.Record;
using Readout.Sources;

namespace Readout.Jobs.Ingest;

/// <summary>
/// Keeps what was read, in order and in batches: the articles of a batch, the positions of their inputs and the notes on
/// feeds are one transaction, so that whatever moment a run ends at, the archive says how far it came. Who waits to write meanwhile
/// does so between two batches. For one thread.
/// </summary>
internal sealed class RecordKeeping(RecordArchive archive, IngestOptions options, IJobListener listener, TimeProvider time) : IDisposable
{
    private ArchiveWriter _writer = archive.BeginWriting();
    private readonly Dictionary<string, string> _positions = new(StringComparer.Ordinal);
    private long _since = time.GetTimestamp();
    private int _kept;
    private bool _noted;

    /// <summary>What was done so far.</summary>
    public JobProgress Progress { get; private set; }

    /// <summary>Sets what is known of the inputs' size.</summary>
    public void Expect(long bytes) => Progress = Progress with { BytesInAll = bytes };

    /// <summary>Keeps one.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Take(Intake intake)
    {
        Arrival arrival = intake.Arrival;
        Settled settled = intake.Record is { } record ? Keep(record, arrival) : new Settled(intake.IsKnown ? KeepOutcome.Known : null, intake.Refusal);
        if (settled.Outcome is { } done) Count(done);
        if (settled.Refusal is { } refusal) Refuse(refusal);
        if (arrival.Then is { } then)
        {
            then(_writer, settled);
            _noted = true;
        }

        if (arrival is { Input: { } input, Position: { } position }) _positions[input] = position;
        if (arrival.Note is { } note) listener.Noted(note);
        Progress = Progress with { Bytes = Math.Max(Progress.Bytes, arrival.Bytes) };
        listener.Advanced(Progress);
        if (_kept >= options.BatchArticles || time.GetElapsedTime(_since) >= options.BatchTime) Rest();
    }

    /// <summary>Commits, and lets others write.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Rest()
    {
        Commit();
        _writer = archive.LetOthersWrite(_writer);
    }

    /// <summary>Commits what was kept since the last commit, with the positions.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Commit()
    {
        if (_kept > 0 || _positions.Count > 0 || _noted)
        {
            foreach ((string input, string position) in _positions) _writer.Advance(input, position);
            _writer.Commit();
        }

        _positions.Clear();
        _kept = 0;
        _noted = false;
        _since = time.GetTimestamp();
    }

    /// <summary>How far an input has been read; null where nothing was noted.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public string? Position(string input) => _writer.Position(input);

    /// <summary>Gives up what was not committed, and lets others write.</summary>
    public void Dispose() => _writer.Dispose();

    private Settled Keep(ArticleRecord record, Arrival arrival)
    {
        try
        {
            return new Settled(_writer.Keep(record).Outcome, null);
        }
        catch (ArgumentException problem)
        {
            return new Settled(null, new Refusal(record.Article.Id, arrival.Item!.Where, problem.Message, "tell whoever keeps the program, with the article"));
        }
    }

    private void Count(KeepOutcome outcome)
    {
        if (outcome != KeepOutcome.Known) _kept++;
        Progress = outcome switch
        {
            KeepOutcome.New => Progress with { New = Progress.New + 1 },
            KeepOutcome.Revision => Progress with { Revised = Progress.Revised + 1 },
            KeepOutcome.Recoded => Progress with { Recoded = Progress.Recoded + 1 },
            _ => Progress with { Known = Progress.Known + 1 },
        };
    }

    private void Refuse(Refusal refusal)
    {
        Progress = Progress with { Refused = Progress.Refused + 1 };
        listener.Refused(refusal);
    }
}
