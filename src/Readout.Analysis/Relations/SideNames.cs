using Readout.Coding.Actors;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Analysis.Relations;

/// <summary>Understands whom a person means: codes, names, directory identifiers. Immutable, thread-safe.</summary>
/// <param name="knowledge">Who there is.</param>
public sealed class SideNames(Knowledge knowledge)
{
    private readonly ActorLookup _lookup = new(knowledge.Actors, knowledge.Places);

    /// <summary>The name of a code of the closed table; the code itself where it is in no table.</summary>
    public string NameOf(string code) => knowledge.Actors.NameOf(code) ?? code;

    /// <summary>The code of a state or body that words name; else null, with the reason where somebody is meant.</summary>
    /// <param name="words">A code in any case, or a name: <c>Norway</c>, <c>Oslo</c>.</param>
    public (string? Code, string? Unresolved) Side(string words)
    {
        if (Known(words) is { } known) return (known, null);
        ActorReference actor = _lookup.Find(words.Trim(), null).Actor;
        return actor.Unresolved is null && actor.Code is { } code ? (code, null) : (null, Reason(actor));
    }

    /// <summary>An actor that words name: a code, or the identifier of a directory entry such as <c>person/…</c>; else null, with the reason where somebody is meant.</summary>
    /// <param name="words">An identifier, a code in any case, or a name.</param>
    public (string? Actor, string? Unresolved) Party(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Contains('/', StringComparison.Ordinal)) return (words.Trim(), null);
        if (Known(words) is { } known) return (known, null);
        ActorReference actor = _lookup.Find(words.Trim(), null).Actor;
        string? party = actor.Unresolved is not null ? null : actor.Kind == "state" ? actor.Code : actor.Id ?? actor.Code;
        return (party, party is null ? Reason(actor) : null);
    }

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
        (string? code, string? why) = Side(text);
        return code ?? throw Unknown(text, why);
    }

    /// <summary>An actor: a code, or the identifier of a directory entry such as <c>person/…</c>.</summary>
    /// <exception cref="FormatException">Nobody is known of that name; the message says why.</exception>
    public string Actor(string text)
    {
        (string? actor, string? why) = Party(text);
        return actor ?? throw Unknown(text, why);
    }

    private string? Known(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        string upper = words.Trim().ToUpperInvariant();
        return knowledge.Actors.NameOf(upper) is null ? null : upper;
    }

    private static string? Reason(ActorReference actor) => actor.Code is null ? null : actor.Unresolved;

    private static FormatException Unknown(string text, string? why) =>
        new(why is null ? $"nobody is known as '{text}'; 'readout actors {text}' shows what is" : $"'{text}': {why}");
}
