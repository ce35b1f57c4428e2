using System.Collections.Immutable;
using Readout.Coding.Codebooks;

namespace Readout.Coding.Events;

/// <summary>The CAMEO code of a match: its frame's where that names one and the type stayed, else the codebook's.</summary>
internal static class FrameCameo
{
    /// <summary>The code; null where the codebook has none.</summary>
    public static string? Of(Match match, Codebook codebook, ImmutableArray<string> contexts)
    {
        foreach (Choice choice in match.Frame.Cameo)
        {
            if (choice.When is null && match.Type == match.Frame.Type) return choice.Value;
        }

        return codebook.Cameo(match.Type, match.Mode, match.ActionType, contexts);
    }
}
