using System.Collections.Immutable;
using Readout.Analysis.Watches;

namespace Readout.Archive.Watches;

/// <summary>What a person says of a watch. Immutable.</summary>
/// <param name="Name">Its name, one line of at most 200 characters.</param>
/// <param name="Question">What it asks for.</param>
/// <param name="Rhythm">When it yields a brief.</param>
public sealed record WatchDraft(string Name, WatchQuestion Question, WatchRhythm Rhythm);

/// <summary>How far a watch has looked. Immutable.</summary>
/// <param name="CoveredTo">End of the last period; null before the first.</param>
/// <param name="EventMark">Number of the last event that was looked at, or null.</param>
/// <param name="CodingMark">Number of the last coding that was looked at, or null.</param>
/// <param name="Readings">How the indexes of its relations stood.</param>
public sealed record WatchProgress(DateTimeOffset? CoveredTo, long? EventMark, long? CodingMark, ImmutableArray<IndexReading> Readings)
{
    /// <summary>A watch that has not looked yet.</summary>
    public static WatchProgress None { get; } = new(null, null, null, []);
}

/// <summary>A saved question that yields briefs. Immutable.</summary>
public sealed record Watch
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it asks for.</summary>
    public required WatchQuestion Question { get; init; }

    /// <summary>When it yields a brief.</summary>
    public required WatchRhythm Rhythm { get; init; }

    /// <summary>Whether it runs; a paused watch keeps what it has.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The unguessable end of the addresses of its feed and its calendar.</summary>
    public required string FeedKey { get; init; }

    /// <summary>When it is run next.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>How far it has looked.</summary>
    public WatchProgress Progress { get; init; } = WatchProgress.None;
}

/// <summary>A brief that was kept, without its content. Immutable.</summary>
/// <param name="Id">Its number, over all watches.</param>
/// <param name="Watch">Number of its watch.</param>
/// <param name="From">Beginning of its period.</param>
/// <param name="To">End of its period.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="HasNews">Whether there is anything new in it.</param>
public sealed record KeptBrief(long Id, long Watch, DateTimeOffset From, DateTimeOffset To, DateTimeOffset MadeAt, bool HasNews);

/// <summary>Who gets the briefs of a watch by mail. Immutable.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Watch">Number of the watch.</param>
/// <param name="Address">The mail address.</param>
/// <param name="LeaveKey">The unguessable end of the address at which to unsubscribe.</param>
/// <param name="Since">Since when.</param>
public sealed record WatchSubscriber(long Id, long Watch, string Address, string LeaveKey, DateTimeOffset Since);

/// <summary>How the mailing of a brief to one reader stands.</summary>
public enum MailState
{
    /// <summary>It is sent when its turn comes.</summary>
    Waiting,

    /// <summary>It is being sent.</summary>
    Sending,

    /// <summary>A server took it.</summary>
    Sent,

    /// <summary>It was given up, or a server refused it for good.</summary>
    Failed,

    /// <summary>The program ended while it was being sent: it may have arrived, and is not sent again.</summary>
    Unsure,

    /// <summary>The reader left before it was sent.</summary>
    Withdrawn,
}

/// <summary>A brief on its way to one reader. Immutable.</summary>
public sealed record WatchMail
{
    /// <summary>The brief.</summary>
    public required KeptBrief Brief { get; init; }

    /// <summary>Who gets it.</summary>
    public required WatchSubscriber Subscriber { get; init; }

    /// <summary>How it stands.</summary>
    public required MailState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried next.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>When it was last tried, or null.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>What was wrong, or null.</summary>
    public string? Problem { get; init; }
}
