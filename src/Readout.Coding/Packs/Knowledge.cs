using System.Collections.Immutable;
using Readout.Coding.Actors;
using Readout.Coding.Codebooks;
using Readout.Coding.Events;

namespace Readout.Coding.Packs;

/// <summary>What Readout knows, by area, read out of a pack when first asked for. Immutable; safe from every thread.</summary>
internal sealed class Knowledge
{
    private static readonly PackArea<ActorDirectory> ActorArea =
        new("actors", ActorDirectory.Parse, (actors, writer) => actors.Write(writer), ActorDirectory.Read);

    private static readonly PackArea<Codebook> CodebookArea =
        new("codebook", Codebook.Parse, (codebook, writer) => codebook.Write(writer), Codebook.Read);

    private static readonly PackArea<Happenings> HappeningArea =
        new("happenings", Happenings.Parse, (happenings, writer) => happenings.Write(writer), Happenings.Read);

    private readonly Lazy<ActorDirectory> _actors;
    private readonly Lazy<Codebook> _codebook;
    private readonly Lazy<Happenings> _happenings;

    public Knowledge(Pack pack)
    {
        Version = pack.Version;
        _actors = new Lazy<ActorDirectory>(() => ActorArea.Load(pack));
        _codebook = new Lazy<Codebook>(() => CodebookArea.Load(pack));
        _happenings = new Lazy<Happenings>(() => HappeningArea.Load(pack));
    }

    /// <summary>Everything that a pack holds, in the order of its sections.</summary>
    public static ImmutableArray<PackArea> Areas { get; } = [ActorArea, CodebookArea, HappeningArea];

    /// <summary>Version of the program that compiled the pack.</summary>
    public string Version { get; }

    /// <summary>States, bodies, groups, people with dated offices, generic agents.</summary>
    public ActorDirectory Actors => _actors.Value;

    /// <summary>Definitions, frames and worked examples of the event types.</summary>
    public Codebook Codebook => _codebook.Value;

    /// <summary>Wars, treaties and ruptures that news refers to as background.</summary>
    public Happenings Happenings => _happenings.Value;
}
