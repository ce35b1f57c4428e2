using System.Collections.Immutable;
using Readout.Analysis.Watches;
using Readout.Desk.Api;

namespace Readout.Desk.Watches;

/// <summary>A watch in the list. Immutable.</summary>
public sealed record WatchItem
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it asks for, in words.</summary>
    public required string Asked { get; init; }

    /// <summary>Its rhythm in words.</summary>
    public required string Rhythm { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool IsActive { get; init; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it is run next.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>Its newest brief, or null.</summary>
    public BriefItem? Newest { get; init; }
}

/// <summary>A kept brief in a list. Immutable.</summary>
/// <param name="Id">Its number.</param>
/// <param name="From">Beginning of its period.</param>
/// <param name="To">End of its period.</param>
/// <param name="HasNews">Whether there is anything new in it.</param>
public sealed record BriefItem(long Id, DateTimeOffset From, DateTimeOffset To, bool HasNews);

/// <summary>The watches of a desk: <c>/watches</c>. Immutable.</summary>
/// <param name="Watches">The watches, in the order in which they were made.</param>
public sealed record WatchesModel(ImmutableArray<WatchItem> Watches);

/// <summary>A reader of a watch's briefs by mail. Immutable.</summary>
/// <param name="Id">Number of the reader.</param>
/// <param name="Address">The mail address.</param>
/// <param name="Since">Since when.</param>
public sealed record SubscriberItem(long Id, string Address, DateTimeOffset Since);

/// <summary>A mail that did not simply go out. Immutable.</summary>
/// <param name="Brief">Number of the brief.</param>
/// <param name="Address">To whom it goes.</param>
/// <param name="State">waiting, sending, failed or unsure.</param>
/// <param name="Problem">What was wrong, or null.</param>
/// <param name="NextAt">When it is tried again, or null.</param>
public sealed record MailItem(long Brief, string Address, string State, string? Problem, DateTimeOffset? NextAt);

/// <summary>One watch: <c>/watches/{id}</c>. Immutable.</summary>
public sealed record WatchModel : IPaged
{
    /// <summary>The watch.</summary>
    public required WatchItem Watch { get; init; }

    /// <summary>What the newest brief says, or null where there is none yet.</summary>
    public Brief? Newest { get; init; }

    /// <summary>Its briefs, newest first.</summary>
    public ImmutableArray<BriefItem> Briefs { get; init; } = [];

    /// <summary>The cursor of the briefs before these; null where there are none.</summary>
    public string? Next { get; init; }

    /// <summary>Address of its Atom feed.</summary>
    public required string Feed { get; init; }

    /// <summary>Address of the calendar of its meetings.</summary>
    public required string Calendar { get; init; }

    /// <summary>Who gets its briefs by mail; for editors alone.</summary>
    public ImmutableArray<SubscriberItem> Subscribers { get; init; } = [];

    /// <summary>Mails that did not simply go out; for editors alone.</summary>
    public ImmutableArray<MailItem> Mails { get; init; } = [];

    /// <summary>Whether whoever asks may change it.</summary>
    public bool MayChange { get; init; }

    /// <summary>Whether whoever asks may say who gets it by mail.</summary>
    public bool MaySubscribe { get; init; }

    /// <summary>Whether whoever asks may ask for it by mail, and confirm that by a mail.</summary>
    public bool MayAsk { get; init; }

    /// <summary>Whether the desk has a mail server.</summary>
    public bool SendsMail { get; init; }
}

/// <summary>A brief: <c>/watches/{id}/briefs/{number}</c>, and what one would say: <c>/watches/{id}/preview</c>. Immutable.</summary>
/// <param name="Watch">The watch.</param>
/// <param name="Kept">The kept brief; null for a look ahead.</param>
/// <param name="Brief">What it says.</param>
/// <param name="From">First day of a look.</param>
/// <param name="To">Last day of a look.</param>
public sealed record WatchBriefModel(WatchItem Watch, BriefItem? Kept, Brief Brief, DateOnly From, DateOnly To);

/// <summary>What a reader wrote into the form of a watch. Immutable.</summary>
public sealed record WatchFormModel
{
    /// <summary>Number of the watch that is changed; null for a new one.</summary>
    public long? Id { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Relations, set apart by semicolons.</summary>
    public string Relations { get; init; } = "";

    /// <summary>Actors, set apart by semicolons.</summary>
    public string Actors { get; init; } = "";

    /// <summary>Countries, set apart by semicolons.</summary>
    public string Countries { get; init; } = "";

    /// <summary>Types.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Modes, set apart by semicolons.</summary>
    public string Modes { get; init; } = "";

    /// <summary>Contexts, set apart by semicolons.</summary>
    public string Contexts { get; init; } = "";

    /// <summary>Statuses.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [];

    /// <summary>Words of the sentence.</summary>
    public string Words { get; init; } = "";

    /// <summary>daily, weekly or move.</summary>
    public string Pace { get; init; } = "daily";

    /// <summary>Hour of the day, UTC.</summary>
    public string Hour { get; init; } = "6";

    /// <summary>Day of the week.</summary>
    public string Day { get; init; } = "monday";

    /// <summary>What is wrong with it, or null.</summary>
    public string? Fault { get; init; }
}

/// <summary>Leaving the mails of a watch: <c>/watches/leave/{key}</c>. Immutable.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">Name of the watch.</param>
/// <param name="IsDone">Whether it is done.</param>
public sealed record LeaveModel(string Key, string Name, bool IsDone);

/// <summary>Confirming that one wants the mails of a watch: <c>/watches/confirm/{key}</c>. Immutable.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">Name of the watch.</param>
/// <param name="Address">The mail address.</param>
/// <param name="IsDone">Whether it is done.</param>
public sealed record ConfirmModel(string Key, string Name, string Address, bool IsDone);
