using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>
/// Reads attributions that stand beside their content between commas, by the order of words alone, since trees of such sentences are
/// often wrong: <c>the harbour is closed, said the mayor, and will stay so</c>; <c>the guns fell silent, an officer of the guard
/// admitted</c>.
/// </summary>
internal sealed class AsideCues(SyntaxIndex tree, QuoteWords words, ContentReader contents)
{
    private const int LongestSource = 16;
    private const int LongestTail = 14;

    private readonly PlainPhrases _phrases = new(tree);

    /// <summary>The attribution of a finite verb, or null where the words around it are no aside.</summary>
    public FoundQuote? Read(int verb)
    {
        if (tree.Tags[verb] is not (PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.VBN) || contents.RangeAt(verb) >= 0) return null;
        CueWord? rule = words.Rules(CueClass.Verb, tree.Lemma(verb)).FirstOrDefault(one =>
            one is { Particle: null, Level: CueLevel.Speech or CueLevel.Thought } && (one.Takes & Complements.Quote) != 0);
        return rule is null ? null : Inverted(verb, rule) ?? Tail(verb, rule);
    }

    /// <summary><c>, said the mayor, Ida Sands, </c></summary>
    private FoundQuote? Inverted(int verb, CueWord rule)
    {
        int comma = verb - 1;
        if (comma <= tree.SentenceFirst(verb) || tree.Sign(comma) != ',' || tree.Tags[verb] is PennTag.VBN or PennTag.VBP || IsQuoted(comma)) return null;
        if (!TakesNoObject(tree.Lemma(verb)) && tree.Relations[verb] != Relation.Parataxis) return null;
        int stop = tree.SentenceEnd(verb);
        int last = _phrases.End(verb + 1, Math.Min(stop, verb + LongestSource));
        if (last < 0) return null;
        int head = _phrases.Head(verb + 1, last);
        last = _phrases.WithName(last, stop);
        int next = last + 1;
        if (next < stop && tree.Parts[next] != Upos.PUNCT && !_phrases.IsRelative(next) && tree.Parts[next] is not (Upos.ADV or Upos.ADP)) return null;
        return Build(rule, new Aside(verb, verb, verb, comma, head, verb + 1, last, _phrases.Comma(next, stop)));
    }

    /// <summary><c>, an officer of the guard had admitted on Monday.</c></summary>
    private FoundQuote? Tail(int verb, CueWord rule)
    {
        int cue = verb;
        int begin = tree.SentenceFirst(verb);
        while (cue - 1 > begin && (tree.Parts[cue - 1] == Upos.ADV || (tree.Parts[cue - 1] == Upos.AUX && tree.Lemma(cue - 1) == "have"))) cue--;
        if (cue - 1 <= begin || (tree.Tags[verb] == PennTag.VBN && cue == verb)) return null;
        (int first, int last) = _phrases.Before(cue - 1, begin, LongestSource);
        if (first < 0 || first - 1 <= begin || IsQuoted(first - 1)) return null;
        int end = TailEnd(verb, rule);
        return end < 0 ? null : Build(rule, new Aside(verb, cue, verb, first - 1, _phrases.Head(first, last), first, last, end));
    }

    /// <summary>Token after the words that tell to whom, where and when it was said; -1 where a content or an object follows.</summary>
    private int TailEnd(int verb, CueWord rule)
    {
        int stop = tree.SentenceEnd(verb);
        for (int t = verb + 1; t < stop; t++)
        {
            if (tree.Sign(t) is ',' or ';' or '.' or '—' or '–') return t;
            if (t - verb > LongestTail || contents.RangeAt(t) >= 0 || tree.Sign(t) == ':' || _phrases.IsVerbal(t) || tree.Parts[t] == Upos.SCONJ || tree.Tags[t] is PennTag.WRB or PennTag.WP or PennTag.WDT) return -1;
            bool adjunct = tree.Parts[t] is Upos.ADP or Upos.ADV || tree.Relations[t] is Relation.OblUnmarked || tree.Relations[tree.Heads[t] < 0 ? t : tree.Heads[t]] is Relation.OblUnmarked;
            if (t == verb + 1 && !adjunct && (rule.Takes & Complements.Addressee) == 0) return -1;
        }

        return stop;
    }

    private FoundQuote? Build(CueWord rule, in Aside aside)
    {
        int start = _phrases.Segment(aside.Comma);
        int stop = tree.SentenceEnd(aside.Verb);
        if (Quotation(aside, start, stop) is { } mixed) return Found(rule, aside, mixed);
        int rest = aside.End < stop && tree.Sign(aside.End) == ',' && Resumes(aside.End + 1, stop) ? aside.End + 1 : -1;
        int restEnd = rest < 0 ? -1 : _phrases.SegmentEnd(rest, stop);
        bool left = _phrases.IsFinite(start, aside.Comma - 1) && !_phrases.IsSubordinate(start);
        if (!left && (rest < 0 || !_phrases.IsFinite(rest, restEnd) || _phrases.IsSubordinate(start))) return null;
        if (contents.Span(start, aside.Comma - 1, aside.Verb) is not { } before) return null;
        return Found(rule, aside, rest >= 0 && contents.Span(rest, restEnd, aside.Verb) is { } after ? [before, after] : [before]);
    }

    /// <summary>Words before the aside that go on in quotation marks after it: <c>His speech, said the envoy, "was a mistake"</c>.</summary>
    private ImmutableArray<TextSpan>? Quotation(in Aside aside, int start, int stop)
    {
        int next = aside.End + 1;
        if (next >= stop || tree.Sign(aside.End) != ',' || contents.RangeAt(next) is not (>= 0 and int range)) return null;
        return contents.Span(start, aside.Comma - 1, aside.Verb) is { } before && !_phrases.IsSubordinate(start) ? [before, contents.Range(range).Span] : null;
    }

    private FoundQuote Found(CueWord rule, in Aside aside, ImmutableArray<TextSpan> content)
    {
        return new FoundQuote
        {
            CueHead = aside.Verb,
            Level = rule.Level,
            Stance = rule.Stance,
            Complement = Complements.Quote,
            SourceHead = aside.Head,
            SourceTokens = (aside.First, aside.Last),
            Source = [new TextSpan(tree.Token(aside.First).Start, tree.Token(aside.Last).End)],
            Cue = [new TextSpan(tree.Token(aside.CueFirst).Start, tree.Token(aside.CueLast).End)],
            Content = content,
        };
    }

    /// <summary>Whether the content goes on after the aside: not with a subordinate or relative clause, nor with <c>and</c> and a subject of its own.</summary>
    private bool Resumes(int token, int stop)
    {
        if (token >= stop || _phrases.IsRelative(token) || tree.Parts[token] == Upos.SCONJ || tree.Tags[token] is PennTag.VBG || contents.RangeAt(token) >= 0) return false;
        return tree.Parts[token] != Upos.CCONJ || (token + 1 < stop && tree.Parts[token + 1] is Upos.VERB or Upos.AUX or Upos.ADV);
    }

    private bool IsQuoted(int comma) => contents.RangeAt(comma) >= 0 || contents.RangeAt(comma - 1) >= 0;

    /// <summary>Verbs that a noun phrase follows only as their subject.</summary>
    private static bool TakesNoObject(string lemma) => lemma is "say" or "think" or "reply" or "insist" or "retort" or "sigh" or "laugh" or "joke" or "argue" or "complain" or "quip";

    /// <summary>The tokens of an aside; <c>End</c> is the one after it.</summary>
    private readonly record struct Aside(int Verb, int CueFirst, int CueLast, int Comma, int Head, int First, int Last, int End);
}
