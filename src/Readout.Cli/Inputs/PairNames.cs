using Readout.Analysis.Relations;
using Readout.Coding.Actors;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Cli.Inputs;

/// <summary>The two sides of a relation as a user writes them: codes or names.</summary>
/// <param name="Pair">The relation.</param>
/// <param name="First">Name of the pair's first side.</param>
/// <param name="Second">Name of its second side.</param>
internal sealed record PairNames(RelationPair Pair, string First, string Second)
{
    /// <summary>Understands two sides: <c>USA RUS</c>, <c>"United States" Russia</c>, <c>Moscow Washington</c>.</summary>
    /// <exception cref="UsageException">A side is not known, is of no state, or both are one.</exception>
    public static PairNames Of(Knowledge knowledge, string one, string other)
    {
        ActorLookup lookup = new(knowledge.Actors, knowledge.Places);
        string code = Code(knowledge.Actors, lookup, one);
        string otherCode = Code(knowledge.Actors, lookup, other);
        if (code == otherCode) throw new UsageException($"'{one}' and '{other}' are both {code}; a relation needs two sides");
        RelationPair pair = RelationPair.Of(code, otherCode);
        return new PairNames(pair, Name(knowledge.Actors, pair.First), Name(knowledge.Actors, pair.Second));
    }

    private static string Code(ActorDirectory directory, ActorLookup lookup, string words)
    {
        string upper = words.Trim().ToUpperInvariant();
        if (directory.NameOf(upper) is not null) return upper;
        ActorReference actor = lookup.Find(words, null).Actor;
        if (actor.Code is { } code && actor.Unresolved is null) return code;
        string why = actor.Unresolved is { } reason && actor.Code is not null ? reason : "no state or organisation of that name is known";
        throw new UsageException($"'{words}': {why}; 'readout actors {words}' shows what is");
    }

    private static string Name(ActorDirectory directory, string code) => directory.NameOf(code) ?? code;
}
