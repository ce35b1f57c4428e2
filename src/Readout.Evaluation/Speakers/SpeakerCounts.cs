using System.Collections.Immutable;
using Readout.Evaluation.Records;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Speakers;

/// <summary>Sums who was found to speak, over quotes paired by their words.</summary>
internal sealed class SpeakerCounts
{
    private MatchCounts _quotes;
    private MatchCounts _content;
    private long _speakers, _bodies, _bodiesGiven;

    public void Add(ImmutableArray<SpokenQuote> found, ImmutableArray<SpokenQuote> gold)
    {
        (IReadOnlyList<(int Found, int Gold)> pairs, MatchCounts words) = QuoteWords.Pair([.. found.Select(quote => quote.Content)], [.. gold.Select(quote => quote.Content)]);
        _content += words;
        _quotes += new MatchCounts(pairs.Count, found.Length, gold.Length);
        foreach ((int f, int g) in pairs)
        {
            if (IsRight(found[f], gold[g])) _speakers++;
            if (gold[g].For.IsNone) continue;
            _bodiesGiven++;
            if (found[f].For.Agrees(gold[g].For)) _bodies++;
        }
    }

    public void AddTo(ScoreList scores)
    {
        scores.AddF1("quotes found", _quotes);
        scores.AddF1("quote content (words)", _content);
        scores.AddAccuracy("speaker of matched quotes", _speakers, _quotes.Correct);
        scores.AddAccuracy("speaker of all quotes", _speakers, _quotes.Gold);
        scores.AddAccuracy("body spoken for, where given", _bodies, _bodiesGiven);
    }

    /// <summary>Where the gold has a body alone, it may stand as the speaker or as what is spoken for.</summary>
    private static bool IsRight(SpokenQuote found, SpokenQuote gold) =>
        found.Speaker.Agrees(gold.Speaker) || (gold.For.IsNone && !gold.Speaker.IsNone && found.For.Agrees(gold.Speaker));
}
