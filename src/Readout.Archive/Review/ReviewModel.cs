using System.Collections.Immutable;
using Readout.Archive.Corrections;

namespace Readout.Archive.Review;

/// <summary>Where a page of the review begins and ends: the order value and the number of the last row shown. Immutable.</summary>
/// <param name="Value">Confidence, or number of a happening.</param>
/// <param name="Number">Number of the event's or the correction's row.</param>
public sealed record ReviewCursor(double Value, long Number);

/// <summary>An event that waits, with its place in the queue. Immutable.</summary>
/// <param name="Event">Number of the event's row.</param>
/// <param name="Cursor">Its place.</param>
public sealed record WaitingEvent(long Event, ReviewCursor Cursor);

/// <summary>A correction whose event was not found again in a newer text or coding. Immutable.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="Reason">Why it is not applied.</param>
public sealed record LostCorrection(Correction Correction, string Reason);

/// <summary>What people have judged so far, and how it agrees; over the newest entries of the log. Immutable.</summary>
public sealed record ReviewProgress
{
    /// <summary>Events that wait because their coding is in doubt, counted up to <see cref="ReviewReader.MostCounted"/>.</summary>
    public required long InDoubt { get; init; }

    /// <summary>Events that wait because their happening is in dispute, counted likewise.</summary>
    public required long InDispute { get; init; }

    /// <summary>Corrections that lost their place and are not settled.</summary>
    public required long Lost { get; init; }

    /// <summary>Events that people judged.</summary>
    public required int Judged { get; init; }

    /// <summary>Events that the one who asks judged.</summary>
    public required int JudgedByReader { get; init; }

    /// <summary>Of the events judged, those whose first judge found the program's coding right.</summary>
    public required int Accepted { get; init; }

    /// <summary>Of the events judged, those whose first judge changed something.</summary>
    public required int Changed { get; init; }

    /// <summary>Of the events judged, those whose first judge found no event there.</summary>
    public required int Rejected { get; init; }

    /// <summary>Events that people added because the program had not found them.</summary>
    public required int Added { get; init; }

    /// <summary>Events on which two people said something.</summary>
    public required int JudgedByTwo { get; init; }

    /// <summary>Of these, those where the second let stand what the first had said, or said the same.</summary>
    public required int AgreedByTwo { get; init; }

    /// <summary>Who judged, with how many events, the busiest first.</summary>
    public required ImmutableArray<Judge> People { get; init; }
}

/// <summary>Who judged. Immutable.</summary>
/// <param name="By">The account's name.</param>
/// <param name="Events">On how many events.</param>
public sealed record Judge(string By, int Events);
