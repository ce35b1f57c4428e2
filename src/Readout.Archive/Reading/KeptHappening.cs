using System.Collections.Immutable;
using Readout.Analysis.Happenings;

namespace Readout.Archive.Reading;

/// <summary>A happening with each source's account of it. Immutable.</summary>
/// <param name="Id">Number in the archive: that of its first event.</param>
/// <param name="Summary">What all say, what only one says, and what they contradict; events are named by their numbers.</param>
/// <param name="Events">The events that report it, in the order in which they were kept.</param>
public sealed record KeptHappening(long Id, HappeningSummary Summary, ImmutableArray<KeptEvent> Events);

/// <summary>The articles about one matter. Immutable.</summary>
/// <param name="Id">Number in the archive: that of the article that it began with.</param>
/// <param name="Articles">Its articles, by day of publication.</param>
/// <param name="Happenings">What its articles report, by first day; those without a day last.</param>
public sealed record KeptStory(long Id, ImmutableArray<KeptArticle> Articles, ImmutableArray<KeptHappening> Happenings)
{
    /// <summary>The happenings of which some sources contradict others.</summary>
    public IEnumerable<KeptHappening> Disputed => Happenings.Where(happening => happening.Summary.Claims.Any(claim => claim.Standing == Standing.Disputed));
}
