using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Analysis.Copies;

/// <summary>
/// Groups of copies kept in memory: for a run over a folder, and the measure of what an archive does with tables. Not
/// safe for use from several threads.
/// </summary>
public sealed class CopyBook
{
    private readonly Dictionary<long, List<int>> _bands = [];
    private readonly List<(CopyCandidate Candidate, int? Day)> _articles = [];

    /// <summary>Adds an article and gives the group that it is in: its own number where it copies none. Numbers count from 0.</summary>
    public long Add(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        Shingles shingles = Shingles.Of(CopyFinder.Body(article));
        ImmutableArray<long> bands = shingles.Bands();
        int? day = article.Published?.DayNumber;
        List<long> met = [];
        foreach (long band in bands.Distinct())
        {
            if (!_bands.TryGetValue(band, out List<int>? others)) continue;
            met.AddRange(others.Where(index => CopyFinder.IsNear(day, _articles[index].Day)).TakeLast(CopyFinder.CandidatesPerBand).Select(index => (long)index));
        }

        long group = CopyFinder.Group(shingles, CopyFinder.Choose(met).Select(index => _articles[(int)index].Candidate)) ?? _articles.Count;
        foreach (long band in bands.Distinct())
        {
            if (!_bands.TryGetValue(band, out List<int>? others)) _bands.Add(band, others = []);
            others.Add(_articles.Count);
        }

        _articles.Add((new CopyCandidate(_articles.Count, group, shingles), day));
        return group;
    }
}
