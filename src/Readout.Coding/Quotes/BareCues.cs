using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>
/// Finds speakers without a verb: a name and a colon before a headline's or a transcript's words, and a name alone after a
/// quotation and a comma.
/// </summary>
internal sealed class BareCues(SyntaxIndex tree, QuoteWords words, ContentReader contents)
{
    private const int LongestName = 6;
    private const int LongestTail = 16;

    /// <summary>The attribution of the paragraph that a token opens, or null: <c>Sands: No talks before spring</c>.</summary>
    public FoundQuote? Labelled(int token)
    {
        if (tree.Parts[token] is not (Upos.PROPN or Upos.NOUN or Upos.ADJ) || !OpensParagraph(token)) return null;
        int colon = token;
        while (colon < tree.Count && colon - token < LongestName && tree.Sign(colon) != ':' && IsNamePart(colon)) colon++;
        if (colon >= tree.Count || colon == token || tree.Sign(colon) != ':' || colon + 1 >= tree.Count) return null;
        int head = colon - 1;
        if (tree.Parts[head] is not (Upos.PROPN or Upos.NOUN) || !IsSpeaker(token, head) || !IsCapital(colon + 1)) return null;
        int last = ParagraphLast(colon + 1);
        if (last <= colon + 1 || contents.Span(colon + 1, last, token) is not { } span) return null;
        return Build(colon, head, (token, head), [tree.Token(colon).Span], span);
    }

    /// <summary>The attribution of a quotation by a name without a verb, or null: <c>"…", ministry spokesman Ole Sands</c>.</summary>
    /// <param name="range">Index of a quotation that no verb attributes.</param>
    public FoundQuote? Verbless(int range)
    {
        TextSpan quoted = contents.Range(range).Span;
        int next = tree.Document.TokenAtOrAfter(quoted.End);
        if (next >= tree.Count || next == 0) return null;
        bool inside = next > 1 && tree.Parts[next - 1] == Upos.PUNCT && tree.Sign(next - 2) == ',';
        int first = tree.Sign(next) == ',' ? next + 1 : inside ? next : -1;
        int stop = tree.SentenceEnd(next);
        if (first < 0 || stop - first is < 2 or > LongestTail || tree.SentenceOf[next - 1] != tree.SentenceOf[next]) return null;
        int last = first;
        while (last + 1 < stop && tree.Parts[last + 1] is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET or Upos.PART) last++;
        if (!IsVerbless(first, stop) || NamedPerson(first, last) is not (>= 0 and int head)) return null;
        int begin = tree.SentenceFirst(next - 1);
        if (contents.Span(begin, next - 1, first) is not { } span) return null;
        FoundQuote found = Build(first, head, (first, last), [], TextSpan.Cover(span, quoted));
        return contents.NextQuotation(stop) is >= 0 and int following ? found with { Content = [found.Content[0], contents.Range(following).Span] } : found;
    }

    private FoundQuote Build(int cue, int head, (int First, int Last) source, ImmutableArray<TextSpan> cueSpans, TextSpan content) => new()
    {
        CueHead = cue,
        Level = CueLevel.Speech,
        Complement = Complements.Quote,
        SourceHead = head,
        SourceTokens = source,
        Source = [new TextSpan(tree.Token(source.First).Start, tree.Token(source.Last).End)],
        Cue = cueSpans,
        Content = [content],
    };

    private bool OpensParagraph(int token)
    {
        if (token == 0) return true;
        int from = tree.Token(token - 1).End;
        return tree.Document.Text.AsSpan(from, tree.Token(token).Start - from).Contains('\n');
    }

    private bool IsNamePart(int token) => tree.Parts[token] is Upos.PROPN or Upos.NOUN or Upos.ADJ && !words.IsLabel(tree.Lemma(token).ToLowerInvariant())
        && IsCapital(token);

    private bool IsCapital(int token) => !char.IsLower(tree.Document.Text[tree.Token(token).Start]);

    /// <summary>Whether a run of words names a person or a body: by its last word, or, where that is in no name, by two words written as names.</summary>
    private bool IsSpeaker(int first, int head)
    {
        foreach (Name name in tree.Document.Names)
        {
            if (name.Span.Contains(tree.Token(head).Start)) return name.Kind != NameKind.Location;
        }

        return head > first && tree.Parts[first] == Upos.PROPN;
    }

    private int ParagraphLast(int token)
    {
        int last = token;
        while (last + 1 < tree.Count && !OpensParagraph(last + 1)) last++;
        return last;
    }

    private bool IsVerbless(int first, int stop)
    {
        for (int t = first; t < stop; t++)
        {
            if (tree.Tags[t] is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.MD or PennTag.VB) return false;
        }

        return true;
    }

    /// <summary>Last token of the first person's name in a range; -1 where there is none.</summary>
    private int NamedPerson(int first, int last)
    {
        foreach (Name name in tree.Document.Names)
        {
            if (name.Kind == NameKind.Person && name.First >= first && name.End - 1 <= last) return name.End - 1;
        }

        return -1;
    }
}
