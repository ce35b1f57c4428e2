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
    /// <summary>The spans of the content; empty where there is none.</summary>
    public List<TextSpan> Read(in CueClause clause, in Arguments arguments, Complements complement, CueWord rule)
    {
        List<TextSpan> spans = [];
        (int start, int end) = Bounds(clause, arguments);
        bool quotes = (rule.Takes & Complements.Quote) != 0;
        if (complement == Complements.Clause)
        {
            int content = arguments.Clause;
            if (content < 0 || arguments.IsPassive && arguments.PassiveSubject >= 0 && (rule.Takes & Complements.Addressee) == 0 && clause.Source < 0) return spans;
            if (content > clause.Verb) return AddRight(spans, clause, Math.Max(Begin(content, clause.Verb), clause.CueLast + 1), LastOf(clause.Verb, content));
            if (!quotes) return spans;
        }

        if (!quotes) return spans;
        if (Precedes(clause, arguments, start)) AddLeft(spans, clause, start, end);
        else if (arguments.Infinitive < clause.Verb || tree.Sign(clause.CueLast) == ':') AddQuotation(spans, clause, end);
        return spans;
    }

    /// <summary>
    /// Last token of a content: that of the dependent, or of what follows it under the same verb and is neither joined to
    /// the verb nor a clause of its own.
    /// </summary>
    public int LastOf(int verb, int dependent)
    {
        int last = tree.Last[dependent];
        for (int c = tree.Next(dependent); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Punct) continue;
            if (!Extends(c)) break;
            last = Math.Max(last, tree.Last[c]);
        }

        return last;
    }

    private bool Extends(int child) => tree.Relations[child] is Relation.Obl or Relation.Nmod or Relation.Xcomp or Relation.Acl
        or Relation.AclRelcl or Relation.Obj or Relation.Advmod or Relation.Ccomp or Relation.Appos or Relation.Advcl;

    /// <summary>First token of a clause that follows its verb.</summary>
    private int Begin(int content, int verb) => tree.First[content] > verb ? tree.First[content] : content;

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

        return (start, Math.Max(end, Math.Max(Reach(arguments.Object), Reach(arguments.Addressee))));
    }

    private int Reach(int dependent) => dependent < 0 ? -1 : tree.Last[dependent];

    /// <summary>Whether the content stands before the cue: <c>"…," he said</c>, <c>they had left, he said</c>.</summary>
    private bool Precedes(in CueClause clause, in Arguments arguments, int start)
    {
        int sentence = tree.SentenceFirst(clause.Verb);
        if (contents.RangeBefore(start) is >= 0 and int range && contents.RangeAt(clause.Verb) != range && contents.Range(range).Closing > 0) return true;
        if (start <= sentence) return false;
        bool comma = tree.Sign(start - 1) is ',' or '—' or '–' or '-' or '?' or '!';
        if (!comma) return false;
        if (arguments.Clause >= 0 && arguments.Clause < start) return true;
        return tree.Relations[clause.Verb] is Relation.Parataxis or Relation.Ccomp && tree.Heads[clause.Verb] < start
            && tree.Heads[clause.Verb] >= 0 && tree.Child(clause.Verb, Relation.Mark) < 0;
    }

    private List<TextSpan> AddRight(List<TextSpan> spans, in CueClause clause, int first, int last)
    {
        if (contents.Span(first, last, clause.Verb) is { } span) spans.Add(span);
        if (spans.Count > 0) contents.AddFollowing(spans, last);
        return spans;
    }

    private void AddLeft(List<TextSpan> spans, in CueClause clause, int start, int end)
    {
        int first = tree.SentenceFirst(clause.Verb);
        int range = contents.RangeBefore(start);
        int around = contents.RangeAt(clause.Verb);
        if (around >= 0) first = Math.Max(first, tree.Document.TokenAtOrAfter(contents.Range(around).Inner.Start));
        if (contents.Span(first, start - 1, clause.Verb) is not { } span) return;
        if (range >= 0 && range != around && contents.Range(range).Span.Start < span.Start) span = TextSpan.Cover(span, contents.Range(range).Span);
        spans.Add(span);
        AddRest(spans, clause, end);
    }

    /// <summary>What follows the cue that interrupts it: the rest of the sentence, or the quotation that opens the next one.</summary>
    private void AddRest(List<TextSpan> spans, in CueClause clause, int end)
    {
        int stop = tree.SentenceEnd(clause.Verb);
        int next = end + 1;
        int around = contents.RangeAt(clause.Verb);
        for (int t = next; t < stop; t++)
        {
            int range = contents.RangeAt(t);
            if (range < 0 || range == around) continue;
            spans.Add(contents.Range(range).Span);
            contents.AddFollowing(spans, t);
            return;
        }

        if (around >= 0) return;
        if (next < stop && tree.Sign(next) == ',' && Resumes(clause, next + 1, stop) && contents.Span(next + 1, stop - 1, clause.Verb) is { } rest) spans.Add(rest);
        else if (contents.NextQuotation(stop) is >= 0 and int following)
        {
            spans.Add(contents.Range(following).Span);
            contents.AddFollowing(spans, stop);
        }
    }

    /// <summary>Whether the words after the cue belong to the clause that it interrupts.</summary>
    private bool Resumes(in CueClause clause, int first, int stop)
    {
        for (int t = first; t < stop; t++)
        {
            if (tree.Parts[t] == Upos.PUNCT) continue;
            return !tree.IsWithin(t, clause.Verb);
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
        int limit = colon && stop < tree.Count ? stop + 1 : stop;
        for (int t = clause.CueLast + 1; t < limit; t++)
        {
            int range = contents.RangeAt(t);
            if (range < 0) continue;
            if (t > end + 1 && tree.Sign(t - 1) is not (',' or ':') && tree.Heads[t] != clause.Verb) return;
            spans.Add(contents.Range(range).Span);
            contents.AddFollowing(spans, t);
            return;
        }

        if (tree.Sign(clause.CueLast) == ':' && clause.CueLast + 1 < stop && contents.Span(clause.CueLast + 1, stop - 1, clause.Verb) is { } span) spans.Add(span);
    }
}
