using System.Text.Json.Serialization;
using Readout.Analysis.Relations;
using Readout.Desk.Hosting;

namespace Readout.Desk.Relation;

/// <summary>A side of a relation. Immutable.</summary>
/// <param name="Code">Code of the closed table.</param>
/// <param name="Name">Its name.</param>
public sealed record RelationSide(string Code, string Name);

/// <summary>The two sides of a relation in the order in which they were asked for. Immutable.</summary>
/// <param name="First">The first side.</param>
/// <param name="Second">The second side.</param>
public sealed record RelationSides(RelationSide First, RelationSide Second)
{
    private const int LongestName = 100;

    /// <summary>The relation, in no order.</summary>
    [JsonIgnore]
    public RelationPair Pair => RelationPair.Of(First.Code, Second.Code);

    /// <summary>Whether <see cref="Pair"/> has them the other way round.</summary>
    [JsonIgnore]
    public bool AreTurned => Pair.First != First.Code;

    /// <summary>Address of the page.</summary>
    public string Address => $"/relation/{Uri.EscapeDataString(First.Code)}/{Uri.EscapeDataString(Second.Code)}";

    /// <summary>Understands two sides: codes (<c>NOR</c>) or names (<c>Norway</c>, <c>Oslo</c>).</summary>
    /// <param name="knowledge">Who is known.</param>
    /// <param name="one">The first side.</param>
    /// <param name="other">The second.</param>
    /// <exception cref="DeskFaultException">404 where a side is not known, 400 where both are one.</exception>
    internal static RelationSides Of(DeskKnowledge knowledge, string one, string other)
    {
        RelationSide first = Side(knowledge.Sides, one);
        RelationSide second = Side(knowledge.Sides, other);
        return first.Code == second.Code
            ? throw DeskFaultException.Bad($"'{Shown(one)}' and '{Shown(other)}' are both {first.Name}; a relation has two sides.")
            : new RelationSides(first, second);
    }

    private static RelationSide Side(SideNames names, string words) =>
        words.Trim().Length is > 0 and <= LongestName && names.Side(words).Code is { } code ? new RelationSide(code, names.NameOf(code)) : throw Unknown(words);

    private static DeskFaultException Unknown(string words) =>
        new(StatusCodes.Status404NotFound, "No such side is known", $"'{Shown(words)}' is no state or organisation that Readout knows; write a name (Norway) or a code (NOR).");

    private static string Shown(string words) => words.Length <= 40 ? words : words[..40] + "…";
}
