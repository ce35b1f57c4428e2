using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>A run of text between two block boundaries of a page.</summary>
internal sealed class PageBlock
{
    /// <summary>Heading, paragraph, item or quotation.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>Tag of the innermost block element around it.</summary>
    public required string Tag { get; init; }

    /// <summary>Index of the innermost region.</summary>
    public required int Region { get; init; }

    /// <summary>The text, white space folded.</summary>
    public required string Text { get; init; }

    /// <summary>Characters that stand inside links.</summary>
    public required int LinkLength { get; init; }

    /// <summary>Characters that stand in bold or italic type.</summary>
    public required int StressLength { get; init; }

    /// <summary>Whether an image or a film stands between the block before it and this one.</summary>
    public bool FollowsImage { get; init; }

    /// <summary>Characters of running text that the block counts for; 0 where it does not read as sentences.</summary>
    public required int Running { get; init; }
}
