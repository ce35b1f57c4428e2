using System.Collections.Immutable;
using Readout.Archive.Reading;
using Readout.Text;

namespace Readout.Archive.Search;

/// <summary>A page of what was found, newest kept first. Immutable.</summary>
/// <param name="Hits">The sentences.</param>
/// <param name="CountsEvents">Whether events were counted, since facets were given, or sentences.</param>
/// <param name="Total">How many were found in all.</param>
/// <param name="IsMore">Whether there are more than <paramref name="Total"/>: counting stops at <see cref="Searcher.MostCounted"/>.</param>
/// <param name="Next">Where the next page begins, or null where this is the last.</param>
/// <param name="Facets">How often each value occurs among the newest <see cref="Searcher.MostCounted"/> events found.</param>
public sealed record SearchPage(ImmutableArray<SearchHit> Hits, bool CountsEvents, long Total, bool IsMore, long? Next, ImmutableArray<FacetCounts> Facets);

/// <summary>A sentence that was found. Immutable.</summary>
/// <param name="Article">The article it stands in.</param>
/// <param name="Sentence">Its number in the record, from 0.</param>
/// <param name="Span">Its range in the article's text.</param>
/// <param name="Text">Its words.</param>
/// <param name="Marks">Where the words that were looked for stand, in UTF-16 code units of the article's text.</param>
/// <param name="Events">The events that it tells; only those that fit, where facets were given.</param>
public sealed record SearchHit(KeptArticle Article, int Sentence, TextSpan Span, string Text, ImmutableArray<TextSpan> Marks, ImmutableArray<KeptEvent> Events);

/// <summary>How often the values of a facet occur, most frequent first. Immutable.</summary>
/// <param name="Name">type, mode, context, status, country, actor, speaker, source or year.</param>
/// <param name="Values">The values, at most <see cref="Searcher.MostValues"/>.</param>
public sealed record FacetCounts(string Name, ImmutableArray<FacetCount> Values);

/// <summary>How often a value occurs. Immutable.</summary>
/// <param name="Value">What it is asked by.</param>
/// <param name="Label">What it is shown by.</param>
/// <param name="Count">In how many events.</param>
public sealed record FacetCount(string Value, string Label, int Count);
