using Readout.Analysis.Relations;
using Readout.Coding.Packs;

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
        SideNames names = new(knowledge);
        string code = Code(names, one);
        string otherCode = Code(names, other);
        if (code == otherCode) throw new UsageException($"'{one}' and '{other}' are both {code}; a relation needs two sides");
        RelationPair pair = RelationPair.Of(code, otherCode);
        return new PairNames(pair, names.NameOf(pair.First), names.NameOf(pair.Second));
    }

    private static string Code(SideNames names, string words)
    {
        (string? code, string? why) = names.Side(words);
        return code ?? throw new UsageException($"'{words}': {why ?? "no state or organisation of that name is known"}; 'readout actors {words}' shows what is");
    }
}
