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
    public static long? Choose(Report report, long article, IEnumerable<HappeningCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        long? best = null;
        int most = 0;
        foreach (HappeningCandidate candidate in candidates.OrderBy(candidate => candidate.Number))
        {
            int fit = Fit(report, article, candidate.Accounts);
            if (fit > most) (best, most) = (candidate.Number, fit);
        }

        return best;
    }

    /// <summary>The best fit with any account, provided that no account rules it out: one of the same article, or of force on another day or place.</summary>
    private static int Fit(Report report, long article, IReadOnlyList<Account> accounts)
    {
        int most = 0;
        foreach (Account account in accounts)
        {
            bool sameArticle = account.Article == article;
            int fit = HappeningMatcher.Fit(report, account.Report, sameArticle);
            if (fit == 0 && (sameArticle || HappeningMatcher.AreAtOdds(report, account.Report))) return 0;
            most = Math.Max(most, fit);
        }

        return most;
    }
}
