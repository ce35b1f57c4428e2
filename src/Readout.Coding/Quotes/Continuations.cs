using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>
/// Paragraphs that stand wholly in quotation marks without a cue of their own: they go on quoting whoever was quoted in the
/// paragraph before.
/// </summary>
internal sealed class Continuations(SyntaxIndex tree, ContentReader contents)
{
    /// <summary>The attributions with those of the paragraphs that go on, in order of their cues.</summary>
    public ImmutableArray<FoundQuote> Extend(ImmutableArray<FoundQuote> found)
    {
        ImmutableArray<FoundQuote>.Builder all = ImmutableArray.CreateBuilder<FoundQuote>(found.Length);
        all.AddRange(found);
        FoundQuote? speaker = null;
        foreach (TextSpan paragraph in Paragraphs())
        {
            int range = WholeQuotation(paragraph);
            FoundQuote? own = LastIn(found, paragraph);
            if (range >= 0 && own is null && speaker is not null && !IsCovered(found, paragraph))
            {
                all.Add(Continue(speaker, contents.Range(range).Span));
            }
            else if (own is not null || range < 0)
            {
                speaker = own is not null && Quotes(own) ? own : null;
            }
        }

        return [.. all.OrderBy(quote => quote.CueHead)];
    }

    private IEnumerable<TextSpan> Paragraphs()
    {
        string text = tree.Document.Text;
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            int first = start;
            int last = end;
            while (first < last && char.IsWhiteSpace(text[first])) first++;
            while (last > first && char.IsWhiteSpace(text[last - 1])) last--;
            if (last > first) yield return new TextSpan(first, last);
            start = end + 1;
        }
    }

    /// <summary>Index of the quotation that a paragraph consists of; -1 where it holds anything else.</summary>
    private int WholeQuotation(TextSpan paragraph)
    {
        int token = tree.Document.TokenAtOrAfter(paragraph.Start);
        if (token >= tree.Count) return -1;
        int range = contents.RangeAt(token);
        return range >= 0 && contents.Range(range).Span.Contains(paragraph) ? range : -1;
    }

    private FoundQuote? LastIn(ImmutableArray<FoundQuote> found, TextSpan paragraph)
    {
        FoundQuote? last = null;
        foreach (FoundQuote quote in found)
        {
            if (paragraph.Contains(tree.Token(quote.CueHead).Span) && contents.RangeAt(quote.CueHead) < 0) last = quote;
        }

        return last;
    }

    private bool Quotes(FoundQuote quote) => quote.SourceHead >= 0 && quote.Level == CueLevel.Speech
        && quote.Content.Any(span => contents.RangeAt(tree.Document.TokenAtOrAfter(span.Start)) >= 0);

    private static bool IsCovered(ImmutableArray<FoundQuote> found, TextSpan paragraph) =>
        found.Any(quote => quote.Content.Any(span => span.Overlaps(paragraph)));

    private FoundQuote Continue(FoundQuote quote, TextSpan span) => quote with
    {
        CueHead = tree.Document.TokenAtOrAfter(span.Start),
        Source = [],
        Cue = [],
        Content = [span],
        Stance = null,
        Continues = true,
    };
}
