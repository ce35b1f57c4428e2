namespace Readout.Sources.Metadata;

/// <summary>A value and where it was found.</summary>
/// <param name="Value">The value as printed, white space folded.</param>
/// <param name="Origin"><c>json-ld</c>, <c>og:title</c>, <c>meta:date</c>, <c>time</c> and so on.</param>
internal readonly record struct Found(string Value, string Origin);

/// <summary>What an input says about itself, before anything is chosen. Filled by one reader, then read.</summary>
internal sealed class FoundMetadata
{
    /// <summary>The headline.</summary>
    public Found? Title { get; set; }

    /// <summary>Who wrote it.</summary>
    public Found? Byline { get; set; }

    /// <summary>Its section.</summary>
    public Found? Section { get; set; }

    /// <summary>Its publisher.</summary>
    public Found? Source { get; set; }

    /// <summary>Its own address.</summary>
    public Found? Url { get; set; }

    /// <summary>The language it declares.</summary>
    public Found? Language { get; set; }

    /// <summary>Every date of publication given, best first, as printed.</summary>
    public List<Found> Dates { get; } = [];
}
