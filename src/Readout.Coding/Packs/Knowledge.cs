using System.Collections.Immutable;

namespace Readout.Coding.Packs;

/// <summary>What Readout knows, by area, read out of a pack when first asked for. Immutable; safe from every thread.</summary>
internal sealed class Knowledge
{
    /// <summary>Everything that a pack holds, in the order of its sections.</summary>
    public static ImmutableArray<PackArea> Areas { get; } = [];

    private readonly Pack _pack;

    public Knowledge(Pack pack) => _pack = pack;

    /// <summary>Version of the program that compiled it.</summary>
    public string Version => _pack.Version;
}
