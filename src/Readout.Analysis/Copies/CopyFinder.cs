using Readout.Text;

namespace Readout.Analysis.Copies;

/// <summary>An article that was kept and meets the new one in a band.</summary>
/// <param name="Article">Its number, in the order of arrival.</param>
/// <param name="Group">The copy group that it is in: the number of the group's first article.</param>
/// <param name="Runs">The runs of its body.</param>
public sealed record CopyCandidate(long Article, long Group, Shingles Runs);

/// <summary>
/// Puts an article into the group of its copies. Pure: who met in a band is looked up by the caller, newest first and no
/// more than a fixed number a band, so that the cost of an article does not grow with the archive.
/// </summary>
public static class CopyFinder
{
    /// <summary>Days that may lie between an article and its copy: agencies' texts are printed within days, what is printed again later is no copy of theirs.</summary>
    public const int Window = 28;

    /// <summary>At most this many articles of a band are compared, the latest.</summary>
    public const int CandidatesPerBand = 8;

    /// <summary>At most this many articles in all, those that are met in most bands; of those met equally often the latest.</summary>
    public const int CandidateLimit = 16;

    /// <summary>
    /// Beyond this many in all, those met in one band alone are left out: texts that share half of their runs meet in two or more with probability 0.96, and in a
    /// large archive a phrase in common brings many together that share nothing else.
    /// </summary>
    public const int SingleLimit = 4;

    /// <summary>Whether one article may be a copy of another by their days, as <see cref="DateOnly.DayNumber"/>. Without a day it may be one of any time.</summary>
    public static bool IsNear(int? day, int? other) => day is null || other is null || Math.Abs(day.Value - other.Value) <= Window;

    /// <summary>Whom to compare among those met, each as often as it was met: in ascending order.</summary>
    public static IReadOnlyList<long> Choose(IEnumerable<long> met) =>
    [
        .. met.CountBy(article => article).OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).Take(CandidateLimit)
            .Where((pair, place) => pair.Value > 1 || place < SingleLimit).Select(pair => pair.Key).Order(),
    ];

    /// <summary>The part of an article in which its copies are looked for: the body, since each editor writes a headline of his own.</summary>
    public static string Body(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Text[article.BodyStart..];
    }

    /// <summary>The group of the candidate that shares most, or null where none is a copy. Ties go to the candidate named first.</summary>
    /// <param name="shingles">Runs of the new article's body.</param>
    /// <param name="candidates">Who met it in a band, each once.</param>
    public static long? Group(Shingles shingles, IEnumerable<CopyCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(shingles);
        ArgumentNullException.ThrowIfNull(candidates);
        long? best = null;
        int most = -1;
        foreach (CopyCandidate candidate in candidates)
        {
            CopyMatch match = CopyCheck.Compare(shingles, candidate.Runs);
            if (match.IsCopy && match.Containment > most) (best, most) = (candidate.Group, match.Containment);
        }

        return best;
    }
}
