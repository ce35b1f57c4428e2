using System.Collections.Immutable;

namespace Readout.Archive.Exports.Layouts;

/// <summary>All layouts.</summary>
internal static class ExportLayouts
{
    /// <summary>Our own first, then those of the peers.</summary>
    public static ImmutableArray<ExportLayout> All { get; } =
    [
        ReadoutLayout.Create(), IcewsLayout.Create(), PolecatLayout.Create(), PhoenixLayout.Create(), GdeltEventsLayout.Create(), GdeltMentionsLayout.Create(),
    ];

    /// <summary>The layout of a name; null for none of that name.</summary>
    public static ExportLayout? Find(string name) => All.FirstOrDefault(layout => layout.Name == name);
}
