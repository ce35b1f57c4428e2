using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Readout.Desk.Layout;

namespace Readout.Desk.Relation;

/// <summary>All that the desk shows of a relation. Immutable.</summary>
public sealed record RelationModel
{
    /// <summary>The first side.</summary>
    public required RelationSide First { get; init; }

    /// <summary>The second side.</summary>
    public required RelationSide Second { get; init; }

    /// <summary>The two sides, in the order asked for.</summary>
    [JsonIgnore]
    public RelationSides Sides => new(First, Second);

    /// <summary>Length of the steps: day, week or month.</summary>
    public required string By { get; init; }

    /// <summary>The days shown; null where nothing is known of the two.</summary>
    public RelationRange? Range { get; init; }

    /// <summary>Day from which meetings are ahead.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Happenings in the days shown.</summary>
    public required int Happenings { get; init; }

    /// <summary>Happenings without any day, which are in no step.</summary>
    public required int Undated { get; init; }

    /// <summary>The thaw-freeze index with what turned it.</summary>
    public required RelationIndex Index { get; init; }

    /// <summary>The steps, in order, gaps included.</summary>
    public required ImmutableArray<RelationPoint> Points { get; init; }

    /// <summary>Happenings of note in the days shown, by day: those that the chart marks.</summary>
    public required ImmutableArray<ChartHappening> Notable { get; init; }

    /// <summary>How often they met or spoke in the days shown, by level, the highest first.</summary>
    public required ImmutableArray<LevelOfContact> Contacts { get; init; }

    /// <summary>Meetings and calls whose accounts can be held side by side, newest first.</summary>
    public required ImmutableArray<ContactLine> Tellings { get; init; }

    /// <summary>Both sides' accounts of the newest of them that both told, or of the one asked for.</summary>
    public required ImmutableArray<BothAccounts> Accounts { get; init; }

    /// <summary>What stands between them.</summary>
    public required RelationMatters Matters { get; init; }

    /// <summary>Meetings ahead, the nearest first.</summary>
    public required ImmutableArray<MeetingLine> Meetings { get; init; }
}

/// <summary>What was agreed, asked, refused and threatened in the days shown, newest first, and what of it is open. Immutable.</summary>
/// <param name="Agreed">Agreements and promises.</param>
/// <param name="Asked">Requests.</param>
/// <param name="Refused">Refusals.</param>
/// <param name="Threatened">Threats.</param>
/// <param name="Open">Requests, promises and threats that nothing since has settled.</param>
public sealed record RelationMatters(
    ImmutableArray<EventLineModel> Agreed, ImmutableArray<EventLineModel> Asked, ImmutableArray<EventLineModel> Refused,
    ImmutableArray<EventLineModel> Threatened, ImmutableArray<EventLineModel> Open);

/// <summary>A happening that the chart marks. Immutable.</summary>
/// <param name="Score">PLOVER's conflict-cooperation score, -10 to 10.</param>
/// <param name="Reports">How many reports there are of it.</param>
/// <param name="Event">The report that tells it.</param>
public sealed record ChartHappening(double Score, int Reports, EventLineModel Event);

/// <summary>Contacts of a level. Immutable.</summary>
/// <param name="Level">leader, minister, official, expert or unknown.</param>
/// <param name="Count">How many.</param>
/// <param name="Last">The last of them in the days shown, or null where it is beyond what was looked through.</param>
public sealed record LevelOfContact(string Level, int Count, EventLineModel? Last);

/// <summary>The index of a relation. Immutable.</summary>
public sealed record RelationIndex
{
    /// <summary>Why there is none, or null.</summary>
    public string? Unresolved { get; init; }

    /// <summary>The long-run level on PLOVER's scale, or null.</summary>
    public double? LongRun { get; init; }

    /// <summary>Spread of single happenings, or null.</summary>
    public double? EventSpread { get; init; }

    /// <summary>Spread between steps without change, or null.</summary>
    public double? PeriodSpread { get; init; }

    /// <summary>What turned it, by day.</summary>
    public ImmutableArray<TurningPoint> Turns { get; init; } = [];
}

/// <summary>A break, a shock or a surge. Immutable.</summary>
public sealed record TurningPoint
{
    /// <summary>Which one it is in the days shown, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>thaw, freeze, shock or surge.</summary>
    public required string Kind { get; init; }

    /// <summary>First day of its step.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day of the earliest step that fits a break nearly as well, or null.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>First day of the latest such step, or null.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>Level before a break or around a shock; null for a surge.</summary>
    public double? Before { get; init; }

    /// <summary>Level after a break, mean of a shock; null for a surge.</summary>
    public double? After { get; init; }

    /// <summary>How strong a break is, in multiples of what it had to save; else null.</summary>
    public double? Strength { get; init; }

    /// <summary>material-conflict, material-cooperation or conflict (in words and deeds together) for a surge, else null.</summary>
    public string? Quad { get; init; }

    /// <summary>Happenings of a surge, else null.</summary>
    public int? Count { get; init; }

    /// <summary>Happenings of the median step, for a surge, else null.</summary>
    public int? Usual { get; init; }

    /// <summary>The happenings behind it, by day.</summary>
    public ImmutableArray<EventLineModel> Happenings { get; init; } = [];

    /// <summary>The sign that the chart gives it.</summary>
    [JsonIgnore]
    public string Sign => Kind switch
    {
        "thaw" => "▲",
        "freeze" => "▼",
        "shock" => "◆",
        _ => "■",
    };
}

/// <summary>A step of a relation. Immutable.</summary>
public sealed record RelationPoint
{
    /// <summary><c>2001-04-01</c>, <c>2001-W14</c> or <c>2001-04</c>.</summary>
    public required string Period { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>observed, quiet (nothing between the two) or unread (nothing was read of these days).</summary>
    public required string State { get; init; }

    /// <summary>Happenings.</summary>
    public required int Happenings { get; init; }

    /// <summary>Happenings by quad class.</summary>
    public required QuadCounts Quads { get; init; }

    /// <summary>Happenings by who acts.</summary>
    public required ActCounts Acts { get; init; }

    /// <summary>PLOVER scores.</summary>
    public required ScoreSum Plover { get; init; }

    /// <summary>Goldstein scores.</summary>
    public required ScoreSum Goldstein { get; init; }

    /// <summary>Meetings and calls.</summary>
    public required ContactCounts Contacts { get; init; }

    /// <summary>The index, or null where there is none.</summary>
    public IndexValue? Index { get; init; }
}

/// <summary>Happenings by quad class. Immutable.</summary>
/// <param name="VerbalCooperation">Cooperation in words.</param>
/// <param name="MaterialCooperation">Cooperation in deeds.</param>
/// <param name="VerbalConflict">Conflict in words.</param>
/// <param name="MaterialConflict">Conflict in deeds.</param>
public sealed record QuadCounts(
    [property: JsonPropertyName("verbal-cooperation")] int VerbalCooperation, [property: JsonPropertyName("material-cooperation")] int MaterialCooperation,
    [property: JsonPropertyName("verbal-conflict")] int VerbalConflict, [property: JsonPropertyName("material-conflict")] int MaterialConflict);

/// <summary>Happenings by who acts. Immutable.</summary>
/// <param name="First">The first side.</param>
/// <param name="Second">The second side.</param>
/// <param name="Both">Both together.</param>
public sealed record ActCounts(int First, int Second, int Both);

/// <summary>A sum of scores. Immutable.</summary>
/// <param name="Count">How many happenings have one.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Mean">Their mean, or null.</param>
public sealed record ScoreSum(int Count, double Sum, double? Mean);

/// <summary>Meetings and calls by level. Immutable.</summary>
/// <param name="Count">All.</param>
/// <param name="Leader">Of leaders.</param>
/// <param name="Minister">Of ministers.</param>
/// <param name="Official">Of officials.</param>
/// <param name="Expert">Of experts.</param>
/// <param name="Unknown">Of a level that the text does not tell.</param>
/// <param name="Per30Days">All, as a rate a month of thirty days.</param>
public sealed record ContactCounts(int Count, int Leader, int Minister, int Official, int Expert, int Unknown, double Per30Days);

/// <summary>The index of a step. Immutable.</summary>
/// <param name="Value">Points above (thaw) or below (freeze) the long-run level.</param>
/// <param name="Low">Lower end of its band.</param>
/// <param name="High">Upper end of its band.</param>
/// <param name="Level">Level of the stretch between two breaks.</param>
/// <param name="Temperature">usual, warmer or colder.</param>
public sealed record IndexValue(double Value, double Low, double High, double Level, string Temperature);
