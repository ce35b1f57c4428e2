using Readout.Analysis.Relations;
using Readout.Coding.Actors;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Jobs.Watches;

/// <summary>Understands whom a person means who writes a question: codes, names, directory identifiers. Immutable, thread-safe.</summary>
/// <param name="knowledge">Who there is.</param>
public sealed class SideNames(Knowledge knowledge)
{
    private readonly ActorLookup _lookup = new(knowledge.Actors, knowledge.Places);

    /// <summary>The relation of a text: <c>USA-RUS</c>, <c>Russia - United States</c>; a comma parts names that have a hyphen.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public RelationPair Relation(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        char part = text.Contains(',', StringComparison.Ordinal) ? ',' : '-';
        string[] sides = text.Split(part, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (sides.Length != 2) throw new FormatException($"'{text}' is no relation; write it as USA-RUS");
        string one = Code(sides[0]);
        string other = Code(sides[1]);
        return one != other ? RelationPair.Of(one, other) : throw new FormatException($"'{sides[0]}' and '{sides[1]}' are both {one}; a relation needs two sides");
    }

    /// <summary>The code of a state or body.</summary>
    /// <exception cref="FormatException">None is known of that name; the message says why.</exception>
    public string Code(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string upper = text.Trim().ToUpperInvariant();
        if (knowledge.Actors.NameOf(upper) is not null) return upper;
        ActorReference actor = _lookup.Find(text.Trim(), null).Actor;
        return actor is { Code: { } code, Unresolved: null } ? code : throw Unknown(text, actor);
    }

    /// <summary>An actor: a code, or the identifier of a directory entry such as <c>person/…</c>.</summary>
    /// <exception cref="FormatException">Nobody is known of that name; the message says why.</exception>
    public string Actor(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        if (trimmed.Contains('/', StringComparison.Ordinal)) return trimmed;
        if (knowledge.Actors.NameOf(trimmed.ToUpperInvariant()) is not null) return trimmed.ToUpperInvariant();
        ActorReference actor = _lookup.Find(trimmed, null).Actor;
        if (actor.Unresolved is not null) throw Unknown(text, actor);
        return actor.Kind == "state" ? actor.Code ?? throw Unknown(text, actor) : actor.Id ?? actor.Code ?? throw Unknown(text, actor);
    }

    private static FormatException Unknown(string text, ActorReference actor) =>
        new(actor.Unresolved is { } reason && actor.Code is not null ? $"'{text}': {reason}" : $"nobody is known as '{text}'; 'readout actors {text}' shows what is");
}
