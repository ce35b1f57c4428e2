using System.Collections.Immutable;

namespace Readout.Coding.Actors;

/// <summary>What an entry of the directory is.</summary>
internal enum EntryKind : byte
{
    State,
    Body,
    Person,
    Group,
    Igo,
}

/// <summary>What is known of a person's gender.</summary>
internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}

/// <summary>One dated row: an office of a person, or a sector of a group. Days are inclusive.</summary>
/// <param name="From">First day; <see cref="DateOnly.MinValue"/> where open.</param>
/// <param name="To">Last day; <see cref="DateOnly.MaxValue"/> where open.</param>
/// <param name="Code">Code of the state or body.</param>
/// <param name="Sector">PLOVER sector.</param>
/// <param name="Title">Office in words; empty for a row that only dates a sector.</param>
/// <param name="Roles">Role keys.</param>
/// <param name="Checked">When the row was last checked, <c>2025-06</c>.</param>
internal sealed record OfficeRow(
    DateOnly From, DateOnly To, string Code, string Sector, string Title, ImmutableArray<string> Roles, string Checked)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;

    public override string ToString() =>
        $"{Title}, {Code} {Sector}, {(From == DateOnly.MinValue ? "" : DayText(From))}..{(To == DateOnly.MaxValue ? "" : DayText(To))}";

    private static string DayText(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One actor of the directory.</summary>
internal sealed record ActorEntry
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>Code of the closed table or short name.</summary>
    public required string Code { get; init; }

    /// <summary>PLOVER's country field.</summary>
    public required string Country { get; init; }

    /// <summary>Sector where it does not depend on the date; empty where none.</summary>
    public string Sector { get; init; } = "";

    /// <summary>Kind of body or group: <c>foreign-ministry</c>, <c>armed-group</c>; empty for others.</summary>
    public string Sort { get; init; } = "";

    public Gender Gender { get; init; }

    public string Surname { get; init; } = "";

    /// <summary>Offices of a person, dated sectors of a group, in the order of the file.</summary>
    public ImmutableArray<OfficeRow> Offices { get; init; } = [];

    /// <summary>What decides where the name is ambiguous; empty where it is not.</summary>
    public string Decides { get; init; } = "";

    /// <summary>The file and line that it comes from.</summary>
    public required string Source { get; init; }

    public string Checked { get; init; } = "";
}

/// <summary>A generic agent.</summary>
/// <param name="Name">Singular, in lower case.</param>
/// <param name="Sector">PLOVER sector.</param>
/// <param name="Class">person, group, body, thing, or seat: an actor only where a region owns it (<c>European capitals</c>), or count: one only where it points back (<c>the pair</c>).</param>
internal sealed record AgentWord(string Name, string Sector, string Class);

/// <summary>A reading of a title.</summary>
/// <param name="Name">The title in lower case.</param>
/// <param name="Sector">PLOVER sector; empty where the owner's is meant.</param>
/// <param name="Role">Role key; empty where none.</param>
/// <param name="Only">State codes that the reading is restricted to; empty for all.</param>
internal sealed record TitleReading(string Name, string Sector, string Role, ImmutableArray<string> Only);

/// <summary>A kind of body.</summary>
/// <param name="Name">Key: <c>foreign-ministry</c>.</param>
/// <param name="Sector">PLOVER sector.</param>
/// <param name="One">Whether a state has one body of the kind that its common name means.</param>
/// <param name="Head">Role key of who heads it; empty where none.</param>
/// <param name="Voice">Role key of who speaks for it; empty where none.</param>
internal sealed record BodyKind(string Name, string Sector, bool One, string Head, string Voice);

/// <summary>A name that stands for several things.</summary>
/// <param name="Name">The name.</param>
/// <param name="Readings">What it may be, the likeliest first, with the words of the article that speak for each.</param>
internal sealed record AmbiguousName(string Name, ImmutableArray<AmbiguousReading> Readings);

/// <summary>One thing that an ambiguous name may be.</summary>
/// <param name="Target"><c>state/GEO</c>, or <c>place/USA</c> for a place of a state.</param>
/// <param name="Words">Words of the article that speak for it.</param>
internal sealed record AmbiguousReading(string Target, ImmutableArray<string> Words);

/// <summary>A word that modifies a title: acting, former.</summary>
/// <param name="Word">The word.</param>
/// <param name="KeepsRole">Whether the holder still holds the office.</param>
/// <param name="Sector">The sector it turns the title's into; empty to keep it.</param>
internal sealed record TitleModifier(string Word, bool KeepsRole, string Sector);
