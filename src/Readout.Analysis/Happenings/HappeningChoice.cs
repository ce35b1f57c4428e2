using Readout.Analysis.Reports;

namespace Readout.Analysis.Happenings;

/// <summary>A happening that a report may be of.</summary>
/// <param name="Number">Its number: that of its first event.</param>
/// <param name="Accounts">Its accounts, or the first and the latest of them.</param>
public sealed record HappeningCandidate(long Number, IReadOnlyList<Account> Accounts);

/// <summary>Chooses the happening that a report is of. Pure: the candidates are looked up by the caller, under <see cref="HappeningKeys"/>.</summary>
public static class HappeningChoice
{
    /// <summary>A report is compared with no more accounts of a happening than these, the first ones.</summary>
    public const int AccountLimit = 12;

    /// <summary>The number of the happening that fits best; null where none does. Ties go to the older one.</summary>
    /// <param name="report">The report.</param>
    /// <param name="article">Number of its article.</param>
    /// <param name="number">Number of its event; events of an article are numbered one after another.</param>
    /// <param name="candidates">Happenings that it may be of.</param>
    public static long? Choose(Report report, long article, long number, IEnumerable<HappeningCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        long? best = null;
        int most = 0;
        foreach (HappeningCandidate candidate in candidates.OrderBy(candidate => candidate.Number))
        {
            int fit = Fit(report, article, number, candidate.Accounts);
            if (fit > most) (best, most) = (candidate.Number, fit);
        }

        return best;
    }

    /// <summary>
    /// The best fit with any account, provided that no account rules it out: one of the same article, or of force on another day or place. An
    /// article with which only the day or the town is in dispute rules nothing out by its headline.
    /// </summary>
    private static int Fit(Report report, long article, long number, IReadOnlyList<Account> accounts)
    {
        int most = 0;
        bool toll = accounts.Any(account => account.Article == article && account.Event == number - 1 && Disagreement.IsToll(report, account.Report));
        long[] excused = [.. accounts.Where(account => Disagreement.IsOnPlace(report, account.Report) || Disagreement.IsOnDay(report, account.Report)).Select(account => account.Article)];
        foreach (Account account in accounts)
        {
            bool sameArticle = account.Article == article;
            int fit = HappeningMatcher.Fit(report, account.Report, sameArticle, adjacent: sameArticle && account.Event == number - 1);
            if (fit == 0 && (sameArticle && !toll || !excused.Contains(account.Article) && HappeningMatcher.AreAtOdds(report, account.Report))) return 0;
            most = Math.Max(most, fit);
        }

        return most;
    }
}
