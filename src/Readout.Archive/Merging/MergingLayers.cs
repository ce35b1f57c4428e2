using Readout.Archive.Writing;

namespace Readout.Archive.Merging;

/// <summary>What is compared over articles as they are kept, in the order in which each needs the others.</summary>
internal static class MergingLayers
{
    /// <summary>New layers for one writer.</summary>
    public static IReadOnlyList<IKeepLayer> Create() => [new CopyLayer(), new StoryLayer(), new HappeningLayer(), new MeetingLayer()];
}
