using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>A mode of an event type.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="ScoreTenths">PLOVER score in tenths.</param>
/// <param name="Cameo">CAMEO code, or null.</param>
/// <param name="Definition">What it means, in our words.</param>
public sealed record ModeDefinition(string Name, int ScoreTenths, string? Cameo, string Definition)
{
    internal Condition[] When { get; init; } = [];
}

/// <summary>An event type.</summary>
/// <param name="Type">Which.</param>
/// <param name="Quad">Its quad class.</param>
/// <param name="ScoreTenths">PLOVER score without a mode, in tenths.</param>
/// <param name="Cameo">CAMEO code where nothing more is known.</param>
/// <param name="Definition">What it means, in our words.</param>
/// <param name="Modes">Its modes in the order of the file.</param>
public sealed record TypeDefinition(
    EventType Type, QuadClass Quad, int ScoreTenths, string Cameo, string Definition, ImmutableArray<ModeDefinition> Modes)
{
    /// <summary>The mode with this name; null where the type has none such.</summary>
    public ModeDefinition? Mode(string? name)
    {
        foreach (ModeDefinition mode in Modes)
        {
            if (mode.Name == name) return mode;
        }

        return null;
    }
}

/// <summary>A context.</summary>
/// <param name="Name">PLOVER's name.</param>
/// <param name="Definition">What it means, in our words.</param>
public sealed record ContextDefinition(string Name, string Definition);

/// <summary>One rule from a coding to a CAMEO code; what is null matches anything.</summary>
internal sealed record CameoRule(EventType Type, string? Mode, EventType? Action, string? Context, string Code);
