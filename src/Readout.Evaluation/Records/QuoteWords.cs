using System.Collections.Immutable;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Records;

/// <summary>
/// Sums the overlap of quotes by their words. Quotes of a text are paired one to one, most shared words first; content
/// F1 is over words, the speaker is compared in pairs.
/// </summary>
internal sealed class QuoteWords
{
    private MatchCounts _content;
    private MatchCounts _quotes;
    private long _speakers;

    public void Add(ImmutableArray<ComparedQuote> found, ImmutableArray<ComparedQuote> gold)
    {
        (IReadOnlyList<(int Found, int Gold)> pairs, MatchCounts words) = Pair([.. found.Select(quote => quote.Content)], [.. gold.Select(quote => quote.Content)]);
        _content += words;
        _quotes += new MatchCounts(pairs.Count, found.Length, gold.Length);
        _speakers += pairs.Count(pair => found[pair.Found].Speaker.Agrees(gold[pair.Gold].Speaker));
    }

    /// <summary>Pairs of indexes, and the counts of words: those that paired contents share, those found, those of the gold.</summary>
    public static (IReadOnlyList<(int Found, int Gold)> Pairs, MatchCounts Words) Pair(IReadOnlyList<string> found, IReadOnlyList<string> gold)
    {
        List<IReadOnlyList<string>> foundWords = [.. found.Select(Words.Of)];
        List<IReadOnlyList<string>> goldWords = [.. gold.Select(Words.Of)];
        List<(int Rank, int Found, int Gold)> candidates = [];
        for (int f = 0; f < found.Count; f++)
        {
            for (int g = 0; g < gold.Count; g++)
            {
                int shared = (int)MatchCounts.OfBags(foundWords[f], goldWords[g]).Correct;
                if (IsEnough(shared, foundWords[f].Count, goldWords[g].Count)) candidates.Add((shared, f, g));
            }
        }

        IReadOnlyList<(int Found, int Gold)> pairs = SpanPairs.OneToOne(candidates);
        long words = pairs.Sum(pair => MatchCounts.OfBags(foundWords[pair.Found], goldWords[pair.Gold]).Correct);
        return (pairs, new MatchCounts(words, foundWords.Sum(one => one.Count), goldWords.Sum(one => one.Count)));
    }

    public void AddTo(ScoreList scores)
    {
        scores.AddF1("quote content (words)", _content);
        scores.AddF1("quotes found", _quotes);
        scores.AddAccuracy("speaker of matched quotes", _speakers, _quotes.Correct);
    }

    /// <summary>At least a third of the shorter one's words: articles and prepositions alone make no pair.</summary>
    private static bool IsEnough(int shared, int found, int gold) => shared > 0 && 3 * shared >= Math.Min(found, gold);
}
