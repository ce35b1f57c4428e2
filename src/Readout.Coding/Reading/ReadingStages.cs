using Readout.Coding.Packs;

namespace Readout.Coding.Reading;

/// <summary>The stages of reading, in order.</summary>
internal static class ReadingStages
{
    /// <summary>Builds the pipeline over the pack's knowledge and the trained models.</summary>
    public static Pipeline Build(Knowledge knowledge, string models) => new();
}
