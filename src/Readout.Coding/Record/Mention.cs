using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Record;

/// <summary>How a mention refers.</summary>
public enum MentionForm
{
    /// <summary>A proper name: <c>Sergei Lavrov</c>, <c>Moscow</c>.</summary>
    Name,

    /// <summary>A title that stands for its holder: <c>the Russian foreign minister</c>.</summary>
    Title,

    /// <summary>A common noun phrase: <c>officials</c>, <c>the two leaders</c>.</summary>
    Nominal,

    /// <summary>A pronoun: <c>he</c>, <c>they</c>.</summary>
    Pronoun,

    /// <summary>A possessive or an adjective that is the only mention: <c>Russia's</c>, <c>Indian</c>.</summary>
    Possessive,
}

/// <summary>The place in the text where an actor is referred to.</summary>
/// <param name="Span">Its range in the article's text.</param>
/// <param name="Form">How it refers.</param>
/// <param name="RefersTo">Index of the mention it points back to, or null.</param>
/// <param name="Actor">Who it is, resolved or not.</param>
public sealed record Mention(TextSpan Span, MentionForm Form, int? RefersTo, ActorReference Actor);

/// <summary>Who a mention stands for. What is unknown is null; why is said in <see cref="Unresolved"/>.</summary>
public sealed record ActorReference
{
    /// <summary>Directory identifier such as <c>person/marco-rubio</c>, or null for one in no directory.</summary>
    public string? Id { get; init; }

    /// <summary>The directory's name, or the words of the text.</summary>
    public required string Name { get; init; }

    /// <summary>state, government, body, person, group, igo, ngo, company, agent (a generic one) or place.</summary>
    public required string Kind { get; init; }

    /// <summary>Code of the closed table (ISO alpha-3, UNO, EUR …, a group's short name), or null.</summary>
    public string? Code { get; init; }

    /// <summary>PLOVER's country field, or null.</summary>
    public string? Country { get; init; }

    /// <summary>PLOVER's sector (GOV, MIL, LEG …), or null.</summary>
    public string? Sector { get; init; }

    /// <summary>Office held on the article's date, or null.</summary>
    public string? Office { get; init; }

    /// <summary>The directory's spelling where the text has a variant one, or null.</summary>
    public string? VariantOf { get; init; }

    /// <summary>Identifiers of those it might be, best first, where it is not settled.</summary>
    public ImmutableArray<string> Candidates { get; init; } = [];

    /// <summary>Why it is not settled, or null where it is.</summary>
    public string? Unresolved { get; init; }
}
