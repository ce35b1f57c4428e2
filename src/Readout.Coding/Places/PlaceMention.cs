using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>A place named in a text: settled, or left open with its candidates and the reason. Immutable.</summary>
public sealed record PlaceMention
{
    /// <summary>Index of its first token over the document.</summary>
    public required int First { get; init; }

    /// <summary>Index after its last token.</summary>
    public required int End { get; init; }

    /// <summary>Its range in the article's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Every place that the words may mean, at least one.</summary>
    public required ImmutableArray<Place> Candidates { get; init; }

    /// <summary>The place meant; null where the text does not decide.</summary>
    public Place? Place { get; init; }

    /// <summary>Why it is open, or null where it is settled.</summary>
    public string? Unresolved { get; init; }

    /// <summary>What settled it: <c>only one</c>, <c>qualified</c>, <c>qualified elsewhere</c>, <c>context</c>, <c>stands alone</c>; null where open.</summary>
    public string? Settled { get; init; }

    /// <summary>Whether it stands in the dateline, which says where the report was filed and not where a deed was done.</summary>
    public bool InDateline { get; init; }

    /// <summary>Whether it is part of an organisation's longer name.</summary>
    public bool InOrganization { get; init; }
}

/// <summary>An adjective or a people's name that stands for a state: evidence, and part of <c>the Saudi capital</c>.</summary>
/// <param name="First">Index of its first token over the document.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Places">The places that it may stand for.</param>
internal sealed record PeopleMention(int First, int End, ImmutableArray<Place> Places);
