using System.Collections.Immutable;
using Readout.Desk.Layout;

namespace Readout.Desk.Today;

/// <summary>What changed since the reader last looked. Immutable.</summary>
public sealed record TodayModel
{
    /// <summary>Whether the archive holds no article at all.</summary>
    public required bool IsEmpty { get; init; }

    /// <summary>Since when: <c>look</c> (the reader's last look), <c>week</c> or <c>month</c>.</summary>
    public required string Since { get; init; }

    /// <summary>When the reader last said that they had seen everything, or null.</summary>
    public DateTimeOffset? LookedAt { get; init; }

    /// <summary>First day of publication that is looked at; null where it is the last look that counts.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The newest day of publication, which the week and the month end with; null where there is none.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How many articles came.</summary>
    public long Articles { get; init; }

    /// <summary>How many of them, the newest, the page is made of.</summary>
    public int Looked { get; init; }

    /// <summary>Number of the newest revision: what a reader has seen who has seen this page.</summary>
    public long Newest { get; init; }

    /// <summary>Relations, the one that moved furthest first.</summary>
    public ImmutableArray<MovedRelation> Relations { get; init; } = [];

    /// <summary>Stories, the one that grew most first.</summary>
    public ImmutableArray<GrownStory> Stories { get; init; } = [];

    /// <summary>Meetings of the next weeks, the nearest first.</summary>
    public ImmutableArray<MeetingLine> Meetings { get; init; } = [];

    /// <summary>What people in office said, the weightiest first.</summary>
    public ImmutableArray<EventLineModel> Statements { get; init; } = [];
}

/// <summary>A relation with new happenings. Immutable.</summary>
/// <param name="First">Code that comes first in ordinal order.</param>
/// <param name="FirstName">Its name.</param>
/// <param name="Second">The other code.</param>
/// <param name="SecondName">Its name.</param>
/// <param name="Happenings">How many happenings are new.</param>
/// <param name="Mean">Their mean score, on PLOVER's scale from -10 to 10.</param>
/// <param name="Usual">Mean score of the ninety days before them; null where too little is known to say.</param>
/// <param name="Course">warmer, colder, steady or new.</param>
/// <param name="Events">The happenings that moved it most, the weightiest first.</param>
public sealed record MovedRelation(
    string First, string FirstName, string Second, string SecondName, int Happenings, double Mean, double? Usual, string Course, ImmutableArray<EventLineModel> Events)
{
    /// <summary>Address of the relation's page.</summary>
    public string Address => $"/relation/{Uri.EscapeDataString(First)}/{Uri.EscapeDataString(Second)}";
}

/// <summary>A story with new articles. Immutable.</summary>
/// <param name="Number">Number of the story.</param>
/// <param name="Title">Headline of the article that it began with.</param>
/// <param name="New">How many of its articles are new.</param>
/// <param name="Articles">How many articles it has.</param>
/// <param name="From">First day of publication, or null.</param>
/// <param name="To">Last day of publication, or null.</param>
/// <param name="Lead">The weightiest event of its new articles, or null.</param>
public sealed record GrownStory(long Number, string Title, int New, int Articles, DateOnly? From, DateOnly? To, EventLineModel? Lead)
{
    /// <summary>Whether all of it is new.</summary>
    public bool IsNew => New == Articles;
}
