namespace Readout.Archive.Watches;

/// <summary>A wish to get the briefs of a watch by mail, which is confirmed from the address itself. Immutable.</summary>
public sealed record WatchRequest
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>Number of the watch.</summary>
    public required long Watch { get; init; }

    /// <summary>The mail address.</summary>
    public required string Address { get; init; }

    /// <summary>What the address at which to confirm ends with; nobody guesses it.</summary>
    public required string Key { get; init; }

    /// <summary>Who asked.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Whether it is confirmed.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>How often its mail was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When its mail goes out.</summary>
    public DateTimeOffset NextAt { get; init; }
}
