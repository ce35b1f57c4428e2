using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Actors;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>
/// Writes attributions as quotes of the record: content without <c>that</c>, outer marks and the final comma, the kind, the
/// speaker, the quote that it is nested in.
/// </summary>
internal sealed class RecordQuotes
{
    private readonly SyntaxIndex _tree;
    private readonly ContentReader _contents;
    private readonly SpeakerReader _speakers;
    private readonly string _text;
    private readonly ImmutableArray<int> _unpaired;

    public RecordQuotes(AttributionFinder finder, QuoteWords words, ActorLayer actors)
    {
        _tree = finder.Tree;
        _contents = finder.Contents;
        _speakers = new SpeakerReader(finder.Tree, words, actors);
        _text = finder.Tree.Document.Text;
        _unpaired = finder.Unpaired;
    }

    /// <summary>Writes them in text order of their contents.</summary>
    public QuoteLayer Write(ImmutableArray<FoundQuote> found)
    {
        List<(FoundQuote Found, Quote Quote)> written = [];
        foreach (FoundQuote quote in found.OrderBy(quote => quote.CueHead))
        {
            ImmutableArray<TextSpan> content = [.. quote.Content.Select(span => Trim(span, quote)).Where(span => !span.IsEmpty)];
            if (content.IsEmpty) continue;
            Speaker speaker = _speakers.Read(quote);
            written.Add((quote, new Quote
            {
                Id = "",
                Kind = Kind(quote),
                Speaker = speaker.Mention,
                For = speaker.For,
                Stance = quote.Stance,
                Source = [.. quote.Source.Select(span => Loose(span))],
                Cue = [.. quote.Cue.Select(span => Loose(span))],
                Content = content,
            }));
        }

        written.Sort((one, other) => Order(one, other));
        return Layer(written);
    }

    private static int Order((FoundQuote Found, Quote Quote) one, (FoundQuote Found, Quote Quote) other)
    {
        int start = one.Quote.Content[0].Start.CompareTo(other.Quote.Content[0].Start);
        if (start != 0) return start;
        int end = other.Quote.Content[^1].End.CompareTo(one.Quote.Content[^1].End);
        return end != 0 ? end : one.Found.CueHead.CompareTo(other.Found.CueHead);
    }

    private QuoteLayer Layer(List<(FoundQuote Found, Quote Quote)> written)
    {
        int[] innermost = new int[_tree.Count];
        int[] length = new int[_tree.Count];
        Array.Fill(innermost, -1);
        for (int i = 0; i < written.Count; i++)
        {
            int size = written[i].Quote.Content.Sum(span => span.Length);
            foreach (TextSpan span in written[i].Quote.Content) Cover(innermost, length, span, i, size);
        }

        int[] parents = [.. written.Select((entry, index) => Parent(entry.Found, index, innermost))];
        Quote[] quotes = [.. written.Select(entry => entry.Quote)];
        for (int i = 0; i < quotes.Length; i++) quotes[i] = quotes[i] with { Id = Id(i), Parent = parents[i] < 0 ? null : Id(parents[i]) };
        return new QuoteLayer([.. quotes], [.. parents], innermost) { Warnings = Warnings() };
    }

    private ImmutableArray<string> Warnings() => [.. _unpaired.Take(1).Select(at =>
        string.Create(CultureInfo.InvariantCulture, $"a quotation mark lacks its pair: {Around(at)}"))];

    /// <summary>A mark with the words after it, at most twenty characters and one line.</summary>
    private string Around(int at)
    {
        int end = Math.Min(_text.Length, at + 20);
        if (char.IsHighSurrogate(_text[end - 1])) end--;
        string words = _text[at..end];
        int line = words.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 ? words : words[..line];
    }

    private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"q{index + 1}");

    private void Cover(int[] innermost, int[] length, TextSpan span, int quote, int size)
    {
        for (int t = _tree.Document.TokenAtOrAfter(span.Start); t < _tree.Count && _tree.Token(t).Start < span.End; t++)
        {
            if (innermost[t] >= 0 && length[t] <= size) continue;
            (innermost[t], length[t]) = (quote, size);
        }
    }

    /// <summary>The quote whose content holds the cue. A cue that interrupts its own content has none for that.</summary>
    private static int Parent(FoundQuote found, int index, int[] innermost)
    {
        int outer = innermost[found.CueHead];
        return outer == index || outer > index ? -1 : outer;
    }

    private QuoteKind Kind(FoundQuote quote)
    {
        bool all = true;
        bool some = false;
        foreach (TextSpan span in quote.Content)
        {
            int first = _tree.Document.TokenAtOrAfter(span.Start);
            for (int t = first; t < _tree.Count && _tree.Token(t).Start < span.End; t++)
            {
                bool marked = _contents.RangeAt(t) >= 0 && _contents.RangeAt(t) != _contents.RangeAt(quote.CueHead);
                some |= marked;
                all &= marked || _tree.Parts[t] == Upos.PUNCT;
            }
        }

        return all && some ? QuoteKind.Direct : some ? QuoteKind.Mixed : QuoteKind.Indirect;
    }

    /// <summary>Content as the record has it.</summary>
    private TextSpan Trim(TextSpan span, FoundQuote quote)
    {
        int first = _tree.Document.TokenAtOrAfter(span.Start);
        if (span.Start == quote.Content[0].Start && _tree.Is(first, "that") && _tree.Relations[first] == Relation.Mark && first + 1 < _tree.Count)
        {
            span = new TextSpan(Math.Min(_tree.Token(first + 1).Start, span.End), span.End);
            first++;
        }

        int range = _contents.RangeAt(first);
        if (range >= 0 && _contents.Range(range).Span == span) span = _contents.Range(range).Inner;
        int start = span.Start;
        int end = span.End;
        while (start < end && char.IsWhiteSpace(_text[start])) start++;
        while (end > start && (char.IsWhiteSpace(_text[end - 1]) || _text[end - 1] == ',')) end--;
        return new TextSpan(start, end);
    }

    /// <summary>Source and cue as the record has them: without a closing comma or colon.</summary>
    private TextSpan Loose(TextSpan span) =>
        span.Length > 1 && _text[span.End - 1] is ',' or ':' ? new TextSpan(span.Start, span.End - 1) : span;
}
