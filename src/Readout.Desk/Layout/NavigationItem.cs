using System.Collections.Immutable;

namespace Readout.Desk.Layout;

/// <summary>An entry of the navigation, with the key that leads to it after <c>g</c>. Immutable.</summary>
/// <param name="Key">What pages call it in <c>Here</c>.</param>
/// <param name="Label">What readers call it.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Letter">The letter after <c>g</c>, or null.</param>
public sealed record NavigationItem(string Key, string Label, string Address, char? Letter)
{
    /// <summary>All entries, in their order.</summary>
    public static ImmutableArray<NavigationItem> All { get; } =
    [
        new("today", "Today", "/", 't'),
        new("relations", "Relations", "/relations", 'l'),
        new("calendar", "Calendar", "/calendar", 'c'),
        new("search", "Search", "/search", 's'),
        new("watches", "Watches", "/watches", 'w'),
        new("review", "Review", "/review", 'r'),
        new("codebook", "Codebook", "/codebook", 'b'),
        new("sources", "Sources", "/sources", 'o'),
    ];
}
