namespace Readout.Jobs;

/// <summary>How far a job has come. Immutable.</summary>
public readonly record struct JobProgress
{
    /// <summary>Articles that the archive did not have.</summary>
    public long New { get; init; }

    /// <summary>Articles that had changed: further revisions.</summary>
    public long Revised { get; init; }

    /// <summary>Articles that the archive had, coded anew with another pack.</summary>
    public long Recoded { get; init; }

    /// <summary>Articles that the archive had already.</summary>
    public long Known { get; init; }

    /// <summary>Inputs that gave no article.</summary>
    public long Refused { get; init; }

    /// <summary>Bytes of the files read so far.</summary>
    public long Bytes { get; init; }

    /// <summary>Bytes of all files; 0 where nothing is known of them.</summary>
    public long BytesInAll { get; init; }

    /// <summary>Articles seen, whatever became of them.</summary>
    public long Articles => New + Revised + Recoded + Known;
}
