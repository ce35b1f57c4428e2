using System.Collections.Immutable;

namespace Readout.Archive.Search.Facets;

/// <summary>The kinds of facet, as <c>facet_values.kind</c> has them.</summary>
internal static class FacetKind
{
    /// <summary>What every token of a facet begins with; no word of a text does.</summary>
    public const string Token = "qxz";

    /// <summary>A party by its directory identifier, else by its name.</summary>
    public const string Actor = "actor";

    /// <summary>A party by its code; asked for, not counted.</summary>
    public const string Code = "code";

    public const string Country = "country";
    public const string Type = "type";
    public const string Mode = "mode";
    public const string Context = "context";
    public const string Status = "status";
    public const string Source = "source";
    public const string Speaker = "speaker";

    /// <summary>Counted by year; its tokens are computed.</summary>
    public const string Year = "year";

    /// <summary>The token of a row of <c>facet_values</c>.</summary>
    public static string TokenOf(long number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Token}f{number}");

    /// <summary>The kinds that a page counts, in its order.</summary>
    public static ImmutableArray<string> Counted { get; } = [Type, Mode, Context, Status, Country, Actor, Speaker, Source];
}

/// <summary>A value of a facet.</summary>
/// <param name="Kind">One of <see cref="FacetKind"/>.</param>
/// <param name="Value">What it is asked by.</param>
/// <param name="Label">What it is shown by.</param>
internal readonly record struct FacetValue(string Kind, string Value, string Label);
