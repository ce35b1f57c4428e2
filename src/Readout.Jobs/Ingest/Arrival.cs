using Readout.Archive.Writing;
using Readout.Coding.Record;
using Readout.Sources;

namespace Readout.Jobs.Ingest;

/// <summary>
/// What comes in, in order: an item to be read, or a mark between items. Immutable but for what <see cref="Then"/> does.
/// </summary>
internal sealed record Arrival
{
    /// <summary>The item to read; null for a mark.</summary>
    public SourceItem? Item { get; init; }

    /// <summary>The input that it belongs to; null where positions are not kept.</summary>
    public string? Input { get; init; }

    /// <summary>How far the input is read when this and all before it is kept; null where it says nothing of that.</summary>
    public string? Position { get; init; }

    /// <summary>What is noted when its turn comes, in the transaction of its article; null for nothing.</summary>
    public Action<ArchiveWriter, Settled>? Then { get; init; }

    /// <summary>Something to tell people when its turn comes; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>An article that the archive is known to have without its being read again.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Bytes of files read so far.</summary>
    public long Bytes { get; init; }

    /// <summary>A mark at which something is noted.</summary>
    public static Arrival Mark(Action<ArchiveWriter> then) => new() { Then = (writer, _) => then(writer) };
}

/// <summary>What reading an arrival gave: a record, or that it is known, or a refusal; nothing for a mark.</summary>
internal sealed record Intake(Arrival Arrival)
{
    /// <summary>The record to keep, or null.</summary>
    public ArticleRecord? Record { get; init; }

    /// <summary>Why there is none, or null.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Whether the archive has the article.</summary>
    public bool IsKnown { get; init; }
}

/// <summary>What became of an arrival.</summary>
/// <param name="Outcome">What keeping it came to; null where there was nothing to keep.</param>
/// <param name="Refusal">Why there was nothing, or null.</param>
internal readonly record struct Settled(KeepOutcome? Outcome, Refusal? Refusal);
