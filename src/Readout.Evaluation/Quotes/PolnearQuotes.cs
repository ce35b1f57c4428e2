using System.Collections.Immutable;
using Readout.Coding.Quotes;
using Readout.Text;

namespace Readout.Evaluation.Quotes;

/// <summary>
/// Turns the attributions that Readout finds into those of PolNeAR's convention (Newell, Margolin and Ruths 2018), which counts
/// wishes and judgements too but leaves out what is attributed inside attributed words.
/// </summary>
public static class PolnearQuotes
{
    /// <summary>The attributions of a document.</summary>
    /// <param name="document">A parsed document.</param>
    /// <param name="words">The words that attribute.</param>
    public static QuoteList Of(Document document, QuoteWords words)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(words);
        ImmutableArray<FoundQuote> found = AttributionFinder.Find(document, words);
        return new QuoteList([.. Outermost(document, found).Select(quote => new QuoteSpans(quote.Source, quote.Cue, quote.Content))]);
    }

    /// <summary>The attributions whose cue stands in the content of no other that is kept.</summary>
    internal static ImmutableArray<FoundQuote> Outermost(Document document, ImmutableArray<FoundQuote> found)
    {
        ImmutableArray<FoundQuote>.Builder kept = ImmutableArray.CreateBuilder<FoundQuote>(found.Length);
        int[] cover = new int[document.TokenCount];
        Array.Fill(cover, -1);
        for (int i = 0; i < found.Length; i++)
        {
            foreach (TextSpan span in found[i].Content)
            {
                for (int t = document.TokenAtOrAfter(span.Start); t < document.TokenCount && document.Token(t).Start < span.End; t++)
                {
                    if (cover[t] < 0 || found[cover[t]].CueHead > found[i].CueHead) cover[t] = i;
                }
            }
        }

        for (int i = 0; i < found.Length; i++)
        {
            int outer = cover[found[i].CueHead];
            if (outer < 0 || outer == i || !Encloses(found[outer], found[i])) kept.Add(found[i]);
        }

        return kept.ToImmutable();
    }

    private static bool Encloses(FoundQuote outer, FoundQuote inner) =>
        outer.Content.Any(span => span.Contains(inner.Cue[0])) && !inner.Content.Any(span => outer.Cue.Any(cue => span.Contains(cue)));
}
