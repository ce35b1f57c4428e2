using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>Draws contents: from tokens to spans that keep quotation marks whole and leave closing stops out.</summary>
internal sealed class ContentReader
{
    private const int FollowingQuotes = 3;

    private readonly SyntaxIndex _tree;
    private readonly ImmutableArray<QuotedRange> _quoted;
    private readonly int[] _rangeAt;
    private readonly string _text;
    private readonly TextSpan _dateline;
    private readonly QuoteWords _words;

    /// <summary>Marks the quotations of a document.</summary>
    /// <param name="tree">Its trees.</param>
    /// <param name="words">The words that attribute.</param>
    /// <param name="quoted">What stands in quotation marks.</param>
    /// <param name="dateline">The dateline, which is nobody's content, or null.</param>
    public ContentReader(SyntaxIndex tree, QuoteWords words, ImmutableArray<QuotedRange> quoted, TextSpan? dateline)
    {
        _words = words;
        _dateline = dateline ?? default;
        _tree = tree;
        _quoted = quoted;
        _text = tree.Document.Text;
        _rangeAt = new int[tree.Count];
        Array.Fill(_rangeAt, -1);
        for (int r = 0; r < quoted.Length; r++)
        {
            for (int t = tree.Document.TokenAtOrAfter(quoted[r].Span.Start); t < tree.Count && tree.Token(t).Start < quoted[r].Span.End; t++) _rangeAt[t] = r;
        }
    }

    /// <summary>Index of the quotation that a token stands in; -1 where it stands in none.</summary>
    public int RangeAt(int token) => _rangeAt[token];

    /// <summary>The quotation of that index.</summary>
    public QuotedRange Range(int index) => _quoted[index];

    /// <summary>First token of a quotation.</summary>
    public int FirstOf(int range) => _tree.Document.TokenAtOrAfter(_quoted[range].Span.Start);

    /// <summary>Index of the quotation that ends right before a token; -1 where none does.</summary>
    public int RangeBefore(int token) => token > 0 && _rangeAt[token - 1] >= 0 && _rangeAt[token] != _rangeAt[token - 1] ? _rangeAt[token - 1] : -1;

    /// <summary>The span of a run of tokens, without stops at its ends, grown to the quotation marks that it cuts.</summary>
    /// <param name="first">First token.</param>
    /// <param name="last">Last token.</param>
    /// <param name="cue">The cue; where it stands in quotation marks itself, the content stays inside them.</param>
    public TextSpan? Span(int first, int last, int cue)
    {
        while (first <= last && (IsLoose(first) || _dateline.Contains(_tree.Token(first).Start))) first++;
        last = BeforeNextCue(first, last, cue);
        if (first > cue) last = BeforeAside(first, last, cue);
        while (last >= first && IsLoose(last) && _tree.Sign(last) is not ('?' or '!' or ')' or ']')) last--;
        if (last < first) return null;
        TextSpan span = new(_tree.Token(first).Start, _tree.Token(last).End);
        int around = _rangeAt[cue];
        if (around >= 0)
        {
            TextSpan inner = _quoted[around].Inner;
            span = new TextSpan(Math.Max(span.Start, inner.Start), Math.Min(span.End, inner.End));
            return span.IsEmpty ? null : span;
        }

        return Whole(Whole(span, _rangeAt[first]), _rangeAt[last]);
    }

    /// <summary>The quotations that go on where a content ends: in the same paragraph, or in the next where no mark closed.</summary>
    public void AddFollowing(List<TextSpan> spans, int lastToken)
    {
        if (spans.Count == 0 || _rangeAt[lastToken] < 0) return;
        int range = _rangeAt[lastToken];
        for (int i = 0; i < FollowingQuotes && range + 1 < _quoted.Length && _quoted[range].Closing == 0 && _quoted[range + 1].Continues; i++) spans.Add(_quoted[++range].Span);
    }

    /// <summary>
    /// The quotation that opens the sentence after a cue's, in the same paragraph, and is attributed to nobody else: <c>"…," he said.
    /// "…"</c>. Null where there is none.
    /// </summary>
    public int NextQuotation(int sentenceEnd)
    {
        if (sentenceEnd >= _tree.Count || sentenceEnd == 0) return -1;
        int range = _rangeAt[sentenceEnd];
        if (range < 0 || _rangeAt[sentenceEnd - 1] == range || _quoted[range].Span.Start != _tree.Token(sentenceEnd).Start) return -1;
        if (!IsSameParagraph(sentenceEnd - 1, sentenceEnd)) return -1;
        return EndsItsSentence(range) ? range : -1;
    }

    /// <summary>Whether no line ends between two neighbouring tokens.</summary>
    public bool IsSameParagraph(int token, int next) => !_text.AsSpan(_tree.Token(token).End, _tree.Token(next).Start - _tree.Token(token).End).Contains('\n');

    /// <summary>Whether nothing but stops follows a quotation in its last sentence.</summary>
    public bool EndsItsSentence(int range)
    {
        int at = _quoted[range].Span.End;
        while (at < _text.Length && (_text[at] is '.' or '?' or '!' or ';' || (char.IsWhiteSpace(_text[at]) && _text[at] != '\n'))) at++;
        if (at >= _text.Length || _text[at] == '\n') return true;
        int before = _quoted[range].Span.End - _quoted[range].Closing - 1;
        return (char.IsUpper(_text[at]) || _text[at] is '“' or '"') && before >= 0 && _text[before] is '.' or '?' or '!' or '…';
    }

    /// <summary>
    /// Last token of a content before a participle that goes on with the same speaker: <c>, adding that</c>. It never is part of
    /// what was said before.
    /// </summary>
    private int BeforeNextCue(int first, int last, int cue)
    {
        for (int t = Math.Max(first, cue) + 1; t < last; t++)
        {
            if (_tree.Sign(t) is not (',' or '—') || _tree.Tags[t + 1] != PennTag.VBG || _rangeAt[t + 1] != _rangeAt[cue]) continue;
            foreach (CueWord rule in _words.Rules(CueClass.Verb, _tree.Lemma(t + 1)))
            {
                if (rule.Level == CueLevel.Speech && (rule.Takes & Complements.Clause) != 0) return t - 1;
            }
        }

        return last;
    }

    /// <summary>Last token of a content before a relative clause that a comma sets apart at its end: mostly the author's own words.</summary>
    private int BeforeAside(int first, int last, int cue)
    {
        for (int t = first + 1; t < last; t++)
        {
            if (_tree.Sign(t) != ',' || _rangeAt[t] != _rangeAt[cue]) continue;
            int clause = t + 1;
            for (int up = 0; up < 3 && clause >= 0 && _tree.Relations[clause] != Relation.AclRelcl; up++) clause = _tree.Heads[clause];
            if (clause >= 0 && _tree.Relations[clause] == Relation.AclRelcl && _tree.First[clause] == t + 1 && _tree.Last[clause] >= last - 1) return t - 1;
        }

        return last;
    }

    /// <summary>Whether a token is a stop or a mark that content does not begin or end with.</summary>
    private bool IsLoose(int token) => _tree.Parts[token] is Upos.PUNCT or Upos.SYM && _tree.Sign(token) is not ('$' or '%' or '(' or '£' or '€' or '#' or '@');

    private TextSpan Whole(TextSpan span, int range)
    {
        if (range < 0 || _quoted[range].Span.Contains(span.Start) == false && _quoted[range].Span.Contains(span.End - 1) == false) return span;
        return TextSpan.Cover(span, _quoted[range].Span);
    }
}
