namespace Readout.Sources.Pages;

/// <summary>An element that holds blocks, with what the choice of the main text needs to know of it.</summary>
internal sealed class Region
{
    /// <summary>Index of the enclosing region; -1 for the body.</summary>
    public required int Parent { get; init; }

    /// <summary>Lower-case tag name.</summary>
    public required string Tag { get; init; }

    /// <summary>Its class names, empty where it has none.</summary>
    public required string Names { get; init; }

    /// <summary>What its class names say.</summary>
    public required ClassSignal Signal { get; init; }

    /// <summary>Whether it is marked up as the article's body.</summary>
    public bool IsMarkedBody { get; init; }

    /// <summary>Index of its first block.</summary>
    public required int FirstBlock { get; init; }

    /// <summary>Index after its last block.</summary>
    public int EndBlock { get; set; }

    /// <summary>Characters of running text below it.</summary>
    public int Running { get; set; }

    /// <summary>The same without what lies in dropped regions.</summary>
    public int Kept { get; set; }

    /// <summary>Whether it, or a region around it, stands beside the article.</summary>
    public bool Dropped { get; set; }
}
