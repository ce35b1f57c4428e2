using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>
/// Paragraphs that stand wholly in quotation marks without a cue of their own: they go on quoting whoever was quoted in the
/// paragraph before.
/// </summary>
internal sealed class Continuations(SyntaxIndex tree, ContentReader contents)
{
    /// <summary>Adds the paragraphs that go on to the contents of the attributions that they go on from.</summary>
    public void Extend(ImmutableArray<FoundQuote>.Builder found)
    {
        int speaker = -1;
        foreach (TextSpan paragraph in Paragraphs())
        {
            int range = WholeQuotation(paragraph);
            int own = LastIn(found, paragraph);
            if (range < 0 || own >= 0) speaker = own >= 0 && IsSaid(found[own]) ? own : -1;
            else if (speaker >= 0 && !IsCovered(found, paragraph)) found[speaker] = found[speaker] with { Content = found[speaker].Content.Add(contents.Range(range).Span) };
        }
    }

    /// <summary>
    /// Adds the paragraphs before that leave their quotation open, where the one that ends it is attributed: <c>"We waited.</c>, and in
    /// the next paragraph <c>"We left," he said</c>.
    /// </summary>
    public void Reach(ImmutableArray<FoundQuote>.Builder found)
    {
        for (int i = 0; i < found.Count; i++)
        {
            if (!IsSaid(found[i]) || contents.RangeAt(found[i].CueHead) >= 0) continue;
            int range = contents.RangeAt(tree.Document.TokenAtOrAfter(found[i].Content[0].Start));
            while (range > 0 && contents.Range(range).Continues && !IsCovered(found, contents.Range(range - 1).Span))
            {
                range--;
                found[i] = found[i] with { Content = found[i].Content.Insert(0, contents.Range(range).Span) };
            }
        }
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

    private int LastIn(ImmutableArray<FoundQuote>.Builder found, TextSpan paragraph)
    {
        int last = -1;
        for (int i = 0; i < found.Count; i++)
        {
            if (IsSaid(found[i]) && paragraph.Contains(tree.Token(found[i].CueHead).Span) && contents.RangeAt(found[i].CueHead) < 0) last = i;
        }

        return last;
    }

    private static bool IsSaid(FoundQuote quote) =>
        quote.SourceHead >= 0 && quote.Level == CueLevel.Speech && quote.Complement is Complements.Clause or Complements.Quote;

    private static bool IsCovered(ImmutableArray<FoundQuote>.Builder found, TextSpan paragraph)
    {
        for (int i = 0; i < found.Count; i++)
        {
            if (IsSaid(found[i]) && found[i].Content.Any(span => span.Overlaps(paragraph))) return true;
        }

        return false;
    }
}
