using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>A verb of saying with the words of its source and cue: what contents lie around.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Source">Head of the source, or -1.</param>
/// <param name="CueFirst">First token of the cue.</param>
/// <param name="CueLast">Last token of the cue.</param>
internal readonly record struct CueClause(int Verb, int Source, int CueFirst, int CueLast);

/// <summary>
/// Finds the content of verbs that take a clause or words in quotation marks: after the cue, before it, or on both sides where the
/// cue interrupts.
/// </summary>
internal sealed class ClauseContents(SyntaxIndex tree, ContentReader contents)
{
    private const int ThatReach = 8;

    /// <summary>The spans of the content; empty where there is none.</summary>
    public List<TextSpan> Read(in CueClause clause, in Arguments arguments, Complements complement, CueWord rule)
    {
        List<TextSpan> spans = [];
        (int start, int end) = Bounds(clause, arguments);
        bool quotes = (rule.Takes & Complements.Quote) != 0;
        if (complement == Complements.Clause)
        {
            bool apart = arguments.Clause < 0 || (end + 1 < tree.Count && tree.Sign(end + 1) == ',');
            if (quotes && apart && Precedes(clause, arguments, start)) return AddLeft(spans, clause, arguments, start, end);
            if (arguments.Clause >= 0) return AddRight(spans, clause, Begin(clause, arguments), LastOf(clause.Verb, arguments.Clause));
            if (quotes && That(clause, end) is >= 0 and int mark) return AddRight(spans, clause, mark, tree.SentenceEnd(mark) - 1);
            return spans;
        }

        if (!quotes) return spans;
        if (Precedes(clause, arguments, start)) AddLeft(spans, clause, arguments, start, end);
        else if (arguments.Infinitive < clause.Verb || tree.Sign(clause.CueLast) == ':') AddQuotation(spans, clause, end);
        return spans;
    }

    /// <summary>
    /// Last token of a content: that of the dependent, or of what follows it under the same verb and is neither joined to
    /// the verb nor a clause of its own.
    /// </summary>
    /// <param name="verb">The verb.</param>
    /// <param name="dependent">The dependent.</param>
    /// <param name="phrase">Whether it is no clause: what tells when and where then belongs to the verb.</param>
    public int LastOf(int verb, int dependent, bool phrase = false)
    {
        int last = tree.Last[dependent];
        for (int c = tree.Next(dependent); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Punct) continue;
            if (!Extends(c) || (phrase && IsCircumstance(c))) break;
            if (tree.Relations[c] == Relation.Advcl && tree.Sign(tree.First[c] - 1) == ',') break;
            last = Math.Max(last, tree.Last[c]);
        }

        return last;
    }

    /// <summary>Whether a phrase tells when, where or how something is said, and not what.</summary>
    private bool IsCircumstance(int child)
    {
        if (tree.Relations[child] is not (Relation.Obl or Relation.Advcl or Relation.Advmod)) return tree.Relations[child] == Relation.OblUnmarked;
        int preposition = Arguments.Preposition(tree, child);
        return preposition >= 0 && (tree.Is(preposition, "during") || tree.Is(preposition, "throughout") || tree.Is(preposition, "after") || tree.Is(preposition, "at")
            || tree.Is(preposition, "before") || tree.Is(preposition, "since") || tree.Is(preposition, "until") || tree.Is(preposition, "while"));
    }

    private bool Extends(int child) => tree.Relations[child] is Relation.Obl or Relation.Nmod or Relation.Xcomp or Relation.Acl
        or Relation.AclRelcl or Relation.Obj or Relation.Advmod or Relation.Ccomp or Relation.Appos or Relation.Advcl;

    /// <summary>
    /// First token of a clause after its verb: its <c>that</c>; else what follows the cue and the addressee, even where the tree
    /// leaves it out of the clause.
    /// </summary>
    private int Begin(in CueClause clause, in Arguments arguments)
    {
        int content = arguments.Clause;
        int mark = tree.Child(content, Relation.Mark);
        if (mark > clause.CueLast && mark < content && tree.Is(mark, "that")) return mark;
        int first = clause.CueLast + 1;
        for (int c = tree.FirstChild(clause.Verb); c >= 0 && c < content; c = tree.Next(c))
        {
            bool adjunct = tree.Relations[c] is Relation.Obj or Relation.Iobj or Relation.Obl or Relation.OblUnmarked or Relation.Advmod or Relation.Advcl
                or Relation.Nsubj or Relation.Xcomp or Relation.OblAgent;
            if (adjunct && c >= first && tree.First[c] <= first + 1 && tree.Last[c] < content && !Opens(c, content)) first = tree.Last[c] + 1;
        }

        return Math.Min(first, Math.Max(tree.First[content], clause.CueLast + 1));
    }

    /// <summary>Whether a dependent of the verb is rather the subject of the clause that follows it without a stop.</summary>
    private bool Opens(int dependent, int content) =>
        tree.Relations[dependent] is Relation.Obj or Relation.Nsubj && tree.Child(content, Relation.Nsubj) < 0 && tree.Child(content, Relation.NsubjPass) < 0;

    /// <summary>The <c>that</c> of a clause that the tree hangs elsewhere; -1 where none follows before the next verb.</summary>
    private int That(in CueClause clause, int end)
    {
        int stop = Math.Min(tree.SentenceEnd(clause.Verb), end + ThatReach);
        for (int t = clause.CueLast + 1; t < stop; t++)
        {
            if (tree.Parts[t] is Upos.VERB or Upos.AUX) return -1;
            if (tree.Is(t, "that") && tree.Parts[t] == Upos.SCONJ) return t;
            if (t == end + 1 && (tree.Tags[t] == PennTag.WRB || tree.Is(t, "what") || tree.Is(t, "whether") || tree.Is(t, "if"))) return t;
        }

        return -1;
    }

    /// <summary>First and last token of source, cue and what stands between them and after: the addressee.</summary>
    private (int Start, int End) Bounds(in CueClause clause, in Arguments arguments)
    {
        int start = clause.CueFirst;
        int end = clause.CueLast;
        int sentence = tree.SentenceOf[clause.Verb];
        if (arguments.Subject >= 0 && tree.SentenceOf[arguments.Subject] == sentence)
        {
            start = Math.Min(start, tree.First[arguments.Subject]);
            end = Math.Max(end, tree.Last[arguments.Subject]);
        }

        else if (clause.Source >= 0 && clause.Source < start && start - clause.Source <= 2)
        {
            start = Math.Min(clause.Source, tree.First[clause.Source]);
        }

        return (start, Math.Max(end, Math.Max(Reach(arguments.Object), Reach(arguments.Addressee))));
    }

    private int Reach(int dependent) => dependent < 0 ? -1 : tree.Last[dependent];

    /// <summary>Whether the content stands before the cue: <c>"…," he said</c>, <c>they had left, he said</c>.</summary>
    private bool Precedes(in CueClause clause, in Arguments arguments, int start)
    {
        int sentence = tree.SentenceFirst(clause.Verb);
        if (contents.RangeBefore(start) is >= 0 and int range && contents.RangeAt(clause.Verb) != range && contents.Range(range).Closing > 0) return start > sentence || contents.IsSameParagraph(start - 1, start);
        if (start <= sentence) return false;
        bool comma = tree.Sign(start - 1) is ',' or '—' or '–' or '-' or '?' or '!';
        if (!comma) return false;
        bool parenthesis = clause.CueLast + 1 < tree.SentenceEnd(clause.Verb) && tree.Sign(clause.CueLast + 1) == ',' && tree.Sign(start - 1) == ',' && start < clause.CueFirst;
        if (parenthesis && clause.Source >= start && tree.Relations[clause.Verb] is not (Relation.AclRelcl or Relation.Advcl or Relation.Conj)) return true;
        if (arguments.Fronted >= 0 && arguments.Fronted < start) return true;
        int head = tree.Heads[clause.Verb];
        if (head < 0 || tree.Tags[clause.Verb] == PennTag.VBG || tree.Child(clause.Verb, Relation.Mark) >= 0) return false;
        if (tree.Relations[clause.Verb] is Relation.Parataxis or Relation.Ccomp && head < start) return true;
        return tree.Relations[clause.Verb] == Relation.Parataxis && clause.CueLast + 1 < tree.SentenceEnd(clause.Verb) && tree.Sign(clause.CueLast + 1) is ',' or ';';
    }

    private List<TextSpan> AddRight(List<TextSpan> spans, in CueClause clause, int first, int last)
    {
        if (tree.Relations[clause.Verb] == Relation.AclRelcl) last = BeforeReturn(clause, first, last);
        if (contents.Span(first, last, clause.Verb) is not { } span) return spans;
        spans.Add(span);
        contents.AddFollowing(spans, last);
        int stop = tree.SentenceEnd(clause.Verb);
        if (contents.RangeAt(clause.Verb) < 0 && span.End <= tree.Token(stop - 1).End) AddNext(spans, stop);
        return spans;
    }

    /// <summary>Last token of a content in a relative clause set apart by commas, before the main clause goes on: <c>, who said T, left</c>.</summary>
    private int BeforeReturn(in CueClause clause, int first, int last)
    {
        int opening = tree.First[clause.Verb];
        if (opening <= tree.SentenceFirst(clause.Verb) || tree.Sign(opening - 1) != ',') return last;
        for (int t = first + 1; t < last; t++)
        {
            if (tree.Sign(t) == ',' && tree.Tags[t + 1] is PennTag.VBD or PennTag.VBN or PennTag.VBZ or PennTag.VBP or PennTag.MD) return t - 1;
        }

        return last;
    }

    private List<TextSpan> AddLeft(List<TextSpan> spans, in CueClause clause, in Arguments arguments, int start, int end)
    {
        int first = tree.SentenceFirst(clause.Verb);
        int range = contents.RangeBefore(start);
        if (range >= 0 && first == start) first = tree.SentenceFirst(start - 1);
        if (range >= 0 && contents.FirstOf(range) is int opening && opening > first && tree.Sign(opening - 1) is '.' or '?' or '!' or ':') first = opening;
        int around = contents.RangeAt(clause.Verb);
        if (around >= 0) first = Math.Max(first, tree.Document.TokenAtOrAfter(contents.Range(around).Inner.Start));
        if (contents.Span(first, start - 1, clause.Verb) is not { } span) return spans;
        if (range >= 0 && range != around && contents.Range(range).Span.Start < span.Start) span = TextSpan.Cover(span, contents.Range(range).Span);
        spans.Add(span);
        AddRest(spans, clause, arguments, end);
        return spans;
    }

    /// <summary>What follows the cue that interrupts it: the rest of the sentence, or the quotation that opens the next one.</summary>
    private void AddRest(List<TextSpan> spans, in CueClause clause, in Arguments arguments, int end)
    {
        int stop = tree.SentenceEnd(clause.Verb);
        int next = end + 1;
        int around = contents.RangeAt(clause.Verb);
        for (int t = next; t < stop; t++)
        {
            int range = contents.RangeAt(t);
            if (range < 0 || range == around) continue;
            if (t > next && tree.Sign(t - 1) is not (',' or ':' or '—' or '-')) break;
            spans.Add(contents.Range(range).Span);
            contents.AddFollowing(spans, t);
            return;
        }

        if (around >= 0) return;
        if (next < stop && tree.Sign(next) == ',' && Resumes(clause, arguments, next + 1, stop) && contents.Span(next + 1, stop - 1, clause.Verb) is { } rest) spans.Add(rest);
        else AddNext(spans, stop);
    }

    private void AddNext(List<TextSpan> spans, int stop)
    {
        if (contents.NextQuotation(stop) is not (>= 0 and int following)) return;
        spans.Add(contents.Range(following).Span);
        contents.AddFollowing(spans, stop);
    }

    /// <summary>Whether the words after the cue belong to the clause that it interrupts, also where the tree hangs them on the cue.</summary>
    private bool Resumes(in CueClause clause, in Arguments arguments, int first, int stop)
    {
        for (int t = first; t < stop; t++)
        {
            if (tree.Parts[t] == Upos.PUNCT) continue;
            if (tree.Parts[t] == Upos.SCONJ && !tree.Is(t, "that")) return false;
            if (!tree.IsWithin(t, clause.Verb)) return true;
            return arguments.Clause > first && tree.First[arguments.Clause] <= t && tree.Tags[t] != PennTag.VBG;
        }

        return false;
    }

    /// <summary>Words in quotation marks after the cue: <c>he said, "…"</c>, <c>he said:</c> and a paragraph in marks.</summary>
    private void AddQuotation(List<TextSpan> spans, in CueClause clause, int end)
    {
        int stop = tree.SentenceEnd(clause.Verb);
        int around = contents.RangeAt(clause.Verb);
        if (around >= 0) return;
        bool colon = tree.Sign(clause.CueLast) == ':' || (stop - 1 > clause.Verb && tree.Sign(stop - 1) == ':');
        bool bare = stop < tree.Count && stop - 1 - end <= 1 && contents.IsSameParagraph(stop - 1, stop);
        int limit = (colon || bare) && stop < tree.Count ? stop + 1 : stop;
        for (int t = clause.CueLast + 1; t < limit; t++)
        {
            int range = contents.RangeAt(t);
            if (range < 0) continue;
            if (t < stop && t > end + 1 && tree.Sign(t - 1) is not (',' or ':') && tree.Heads[t] != clause.Verb) return;
            spans.Add(contents.Range(range).Span);
            contents.AddFollowing(spans, t);
            return;
        }

        if (tree.Sign(clause.CueLast) == ':' && clause.CueLast + 1 < stop && contents.Span(clause.CueLast + 1, stop - 1, clause.Verb) is { } span) spans.Add(span);
    }
}
