using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Readout.Analysis.Watches;

/// <summary>Where a line of a brief stands: the exact words and the way back to them. Immutable.</summary>
public sealed record BriefSource
{
    /// <summary>Number of the article in the archive.</summary>
    public required long Article { get; init; }

    /// <summary>Number of the event in the article's record, from 1; 0 where the line is of no event.</summary>
    public int Event { get; init; }

    /// <summary>The publisher, or null.</summary>
    public string? Publisher { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The article's address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The sentence, exactly as the article has it.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where the words that name the deed begin in the sentence, in UTF-16 code units.</summary>
    public int MarkStart { get; init; }

    /// <summary>Where they end, exclusive.</summary>
    public int MarkEnd { get; init; }
}

/// <summary>A happening in a brief. Immutable.</summary>
public sealed record BriefLine
{
    /// <summary>Number of the happening, or of the event where it belongs to none.</summary>
    public required long Happening { get; init; }

    /// <summary>Key of the event that stands for it.</summary>
    public required string Key { get; init; }

    /// <summary>Its day, or null.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>PLOVER type as spelt.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>Type of the deed that it is about, or null.</summary>
    public string? Action { get; init; }

    /// <summary>Auxiliary mode as spelt.</summary>
    public required string Status { get; init; }

    /// <summary>The status that was told before, where that is the news; else null.</summary>
    public string? Was { get; init; }

    /// <summary>Quad class as spelt.</summary>
    public required string Quad { get; init; }

    /// <summary>Names of who acts.</summary>
    public ImmutableArray<string> Who { get; init; } = [];

    /// <summary>Names of who is acted upon.</summary>
    public ImmutableArray<string> Whom { get; init; } = [];

    /// <summary>How many articles tell it, copies counted once.</summary>
    public int Voices { get; init; } = 1;

    /// <summary>Points by which lines are put in order (<see cref="HappeningWeight"/>).</summary>
    public int Weight { get; init; }

    /// <summary>Calibrated probability that the type is right.</summary>
    public double Confidence { get; init; }

    /// <summary>The report that stands for it.</summary>
    public required BriefSource Source { get; init; }
}

/// <summary>The happenings of one relation, the weightiest first. Immutable.</summary>
/// <param name="First">Code of one side; empty for what belongs to no state.</param>
/// <param name="Second">Code of the other; null where only one is named.</param>
/// <param name="Name">The group for people: <c>Russia and United States</c>.</param>
/// <param name="Lines">The happenings.</param>
public sealed record BriefGroup(string First, string? Second, string Name, ImmutableArray<BriefLine> Lines);

/// <summary>How a relation's index stands, whether it moved and why. Immutable.</summary>
/// <param name="Name">The relation for people.</param>
/// <param name="Before">How it stood at the last brief, or null.</param>
/// <param name="Now">How it stands.</param>
/// <param name="Moves">What is new.</param>
/// <param name="Why">The happenings behind it.</param>
public sealed record BriefIndex(string Name, IndexReading? Before, IndexReading Now, ImmutableArray<IndexMove> Moves, ImmutableArray<BriefLine> Why);

/// <summary>A meeting ahead. Immutable.</summary>
public sealed record BriefMeeting
{
    /// <summary>Identifier of its entry in a calendar.</summary>
    public required string Uid { get; init; }

    /// <summary>State as spelt.</summary>
    public required string State { get; init; }

    /// <summary>leader, minister, official, expert, or null.</summary>
    public string? Level { get; init; }

    /// <summary>First day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Names of who takes part.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>Whether something of it was told since the last brief.</summary>
    public bool IsNews { get; init; }

    /// <summary>The newest report of it, or null where none of its events is kept.</summary>
    public BriefSource? Source { get; init; }
}

/// <summary>One side of a contradiction. Immutable.</summary>
/// <param name="Value">What is said.</param>
/// <param name="Sources">Who says it.</param>
public sealed record BriefClaim(string Value, ImmutableArray<BriefSource> Sources);

/// <summary>What sources contradict each other on. Immutable.</summary>
/// <param name="Happening">Number of the happening.</param>
/// <param name="Name">The happening for people.</param>
/// <param name="Aspect">What it is about, in words for people: the day, who did it, the dead, how many ships.</param>
/// <param name="Claims">What is said.</param>
public sealed record BriefDispute(long Happening, string Name, string Aspect, ImmutableArray<BriefClaim> Claims);

/// <summary>What somebody said. Immutable.</summary>
/// <param name="Speaker">Name of the speaker.</param>
/// <param name="Office">Office held on that day, or null.</param>
/// <param name="For">The body spoken for, or null.</param>
/// <param name="Kind">direct, indirect or mixed.</param>
/// <param name="Source">The sentence; its mark is what was said.</param>
public sealed record BriefStatement(string Speaker, string? Office, string? For, string Kind, BriefSource Source);

/// <summary>What a watch found in a period; the one content of all its renderings. Immutable.</summary>
public sealed record Brief
{
    /// <summary>Name of the watch.</summary>
    public required string Name { get; init; }

    /// <summary>What the watch asks for, in words.</summary>
    public required string Asked { get; init; }

    /// <summary>Beginning of the period.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the period.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>How many articles came in the period, of whatever matter.</summary>
    public long ArticlesRead { get; init; }

    /// <summary>What happened, by relation; the relation with the weightiest happening first.</summary>
    public ImmutableArray<BriefGroup> Happened { get; init; } = [];

    /// <summary>Happenings of the period that are lighter than those shown.</summary>
    public int Unshown { get; init; }

    /// <summary>Happenings told before that were told again.</summary>
    public int ToldAgain { get; init; }

    /// <summary>Happenings of earlier days that came to be known now.</summary>
    public int EarlierCount { get; init; }

    /// <summary>The weightiest of them.</summary>
    public ImmutableArray<BriefLine> Earlier { get; init; } = [];

    /// <summary>Whether more came in than a brief looks at.</summary>
    public bool IsCut { get; init; }

    /// <summary>The index of each relation watched.</summary>
    public ImmutableArray<BriefIndex> Index { get; init; } = [];

    /// <summary>Meetings ahead, the nearest first.</summary>
    public ImmutableArray<BriefMeeting> Meetings { get; init; } = [];

    /// <summary>Other deeds that are announced, newly told.</summary>
    public ImmutableArray<BriefLine> Announced { get; init; } = [];

    /// <summary>What sources contradict each other on.</summary>
    public ImmutableArray<BriefDispute> Disputes { get; init; } = [];

    /// <summary>Statements of note.</summary>
    public ImmutableArray<BriefStatement> Statements { get; init; } = [];

    /// <summary>Whether there is anything that was not told before.</summary>
    [JsonIgnore]
    public bool HasNews => !Happened.IsEmpty || !Earlier.IsEmpty || !Announced.IsEmpty || !Statements.IsEmpty
        || Index.Any(one => !one.Moves.IsEmpty) || Meetings.Any(meeting => meeting.IsNews);

    /// <summary>All lines of what happened, in order.</summary>
    [JsonIgnore]
    public IEnumerable<BriefLine> Lines => Happened.SelectMany(group => group.Lines);

    /// <summary>The honest line of a brief without news: what was read, and that it holds nothing.</summary>
    [JsonIgnore]
    public string NothingNew => ArticlesRead switch
    {
        0 => "Nothing new: no article was read in this time, so that the archive cannot say what happened.",
        1 => "Nothing new: one article was read in this time, and it tells nothing new of this question.",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Nothing new: {ArticlesRead:N0} articles were read in this time, and none tells anything new of this question."),
    };
}
