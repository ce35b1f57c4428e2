using Readout.Sources.Metadata;

namespace Readout.Sources.Composition;

/// <summary>An article as one format gives it, before language and dates are judged.</summary>
internal sealed class Draft
{
    /// <summary>What is being read, for messages.</summary>
    public required string Where { get; init; }

    /// <summary>Identifier that the input gives, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Hash of the input's bytes.</summary>
    public required string RawHash { get; init; }

    /// <summary>The body.</summary>
    public required IReadOnlyList<TextBlock> Blocks { get; init; }

    /// <summary>What the input says about itself.</summary>
    public FoundMetadata Metadata { get; init; } = new();

    /// <summary>Address it was fetched from, or null.</summary>
    public Uri? Url { get; init; }

    /// <summary>The entry of a list that led to it, or null.</summary>
    public SourceLink? Link { get; init; }

    /// <summary>Notes on how it was read.</summary>
    public List<string> Warnings { get; init; } = [];
}
