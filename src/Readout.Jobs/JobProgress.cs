namespace Readout.Jobs;

/// <summary>How far a job has come. Immutable.</summary>
/// <param name="Read">Articles read so far.</param>
/// <param name="Kept">Articles kept as new or as a new revision.</param>
/// <param name="Known">Articles that the archive had already.</param>
/// <param name="Failed">Inputs refused.</param>
public readonly record struct JobProgress(long Read, long Kept, long Known, long Failed);
