using System.Collections.Immutable;
using Readout.Coding.Codebooks;

namespace Readout.Coding.Packs;

/// <summary>What Readout knows, by area, read out of a pack when first asked for. Immutable; safe from every thread.</summary>
internal sealed class Knowledge
{
    private static readonly PackArea<Codebook> CodebookArea =
        new("codebook", Codebook.Parse, (codebook, writer) => codebook.Write(writer), Codebook.Read);

    private readonly Lazy<Codebook> _codebook;

    public Knowledge(Pack pack)
    {
        Version = pack.Version;
        _codebook = new Lazy<Codebook>(() => CodebookArea.Load(pack));
    }

    /// <summary>Everything that a pack holds, in the order of its sections.</summary>
    public static ImmutableArray<PackArea> Areas { get; } = [CodebookArea];

    /// <summary>Version of the program that compiled the pack.</summary>
    public string Version { get; }

    /// <summary>Definitions, frames and worked examples of the event types.</summary>
    public Codebook Codebook => _codebook.Value;
}
