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

/// <summary>A story in a list. Immutable.</summary>
/// <param name="Id">Number in the archive: that of the article that it began with.</param>
/// <param name="Title">Headline of the article that was put into it last, or null where that has none.</param>
/// <param name="Articles">How many articles it has.</param>
/// <param name="Voices">How many, copies counted once; counted over a thousand articles at most.</param>
/// <param name="First">Day of its first article.</param>
/// <param name="Last">Day of its last article.</param>
public sealed record StoryHead(long Id, string? Title, int Articles, int Voices, DateOnly First, DateOnly Last);
