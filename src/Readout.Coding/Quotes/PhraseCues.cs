using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>Finds attributions by other words than verbs: <c>according to</c>, <c>in the poll</c>, <c>her claim that</c>, <c>was sure that</c>.</summary>
internal sealed class PhraseCues(SyntaxIndex tree, QuoteWords words, ContentReader contents, SourceReader sources, CueReader cues)
{
    private readonly ClauseContents _clauses = new(tree, contents);

    /// <summary><c>According to</c> a source: the content is the rest of the sentence.</summary>
    public FoundQuote? AccordingTo(int token)
    {
        if (!tree.Is(token, "according") || token + 1 >= tree.SentenceEnd(token) || !tree.Is(token + 1, "to")) return null;
        int head = tree.Heads[token];
        if (head < 0) return null;
        return head > token ? Framed(token, token + 1, head, CueLevel.Speech) : null;
    }

    /// <summary>A noun of saying with what is said, and whose it is.</summary>
    public FoundQuote? Noun(int noun)
    {
        ImmutableArray<CueWord> rules = words.Rules(CueClass.Noun, tree.Lemma(noun));
        if (rules.IsEmpty) return null;
        foreach (CueWord rule in rules)
        {
            (int content, int preposition, Complements complement) = NounContent(noun, rule);
            if (content < 0) continue;
            int source = Owner(noun, out int carrier);
            if (source < 0) return null;
            int begin = preposition >= 0 ? preposition + 1 : tree.First[content];
            int reach = preposition >= 0 && preposition <= noun + 3 ? preposition : noun;
            if (contents.Span(begin, tree.Last[content], noun) is not { } span) return null;
            int first = carrier >= 0 ? cues.Start(carrier, source) : CueStart(noun, source);
            return Build(noun, rule.Level, rule.Stance, source, (first, reach), complement, [span]);
        }

        return null;
    }

    /// <summary>An adjective of the mind: <c>was sure that</c>, <c>is willing to</c>.</summary>
    public FoundQuote? Adjective(int adjective)
    {
        ImmutableArray<CueWord> rules = words.Rules(CueClass.Adjective, tree.Lemma(adjective));
        if (rules.IsEmpty) return null;
        Arguments arguments = Arguments.Read(tree, adjective);
        int source = arguments.Subject;
        if (source < 0 || source > adjective) return null;
        foreach (CueWord rule in rules)
        {
            int reach = adjective;
            int content = (rule.Takes & Complements.Clause) != 0 ? arguments.Clause : -1;
            bool clause = content >= 0;
            if (content < 0 && (rule.Takes & Complements.Infinitive) != 0) content = FirstOf(arguments.Infinitive, InfinitiveClause(adjective));
            if (content < 0) content = Governed(adjective, rule, out reach);
            if (content < adjective) continue;
            if (contents.Span(Math.Max(tree.First[content], reach + 1), _clauses.LastOf(adjective, content), adjective) is not { } span) continue;
            return Build(adjective, rule.Level, rule.Stance, source, (cues.Start(adjective, source), reach), clause ? Complements.Clause : Complements.Infinitive, [span]);
        }

        return null;
    }

    private static int FirstOf(int one, int other) => one >= 0 ? one : other;

    private int InfinitiveClause(int adjective)
    {
        int clause = tree.Child(adjective, Relation.Advcl);
        return clause > adjective && Arguments.Preposition(tree, clause) is >= 0 and int mark && tree.Is(mark, "to") ? clause : -1;
    }

    private int Governed(int word, CueWord rule, out int reach)
    {
        reach = word;
        for (int c = tree.FirstChild(word); c >= 0; c = tree.Next(c))
        {
            if (c < word || tree.Relations[c] is not (Relation.Obl or Relation.Advcl or Relation.Nmod or Relation.Acl)) continue;
            int preposition = Arguments.Preposition(tree, c);
            if (preposition < word || !rule.Prepositions.Contains(tree.Lemma(preposition))) continue;
            reach = preposition;
            return c;
        }

        return -1;
    }

    private (int Content, int Preposition, Complements Complement) NounContent(int noun, CueWord rule)
    {
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            if (c < noun || tree.Relations[c] is not (Relation.Acl or Relation.Ccomp)) continue;
            int mark = Arguments.Preposition(tree, c);
            if (mark < 0) continue;
            bool clause = (rule.Takes & Complements.Clause) != 0 && (tree.Is(mark, "that") || tree.Is(mark, "whether"));
            bool infinitive = (rule.Takes & Complements.Infinitive) != 0 && tree.Is(mark, "to");
            if (clause || infinitive) return (c, -1, clause ? Complements.Clause : Complements.Infinitive);
        }

        int content = Governed(noun, rule, out int preposition);
        return (content, content < 0 ? -1 : preposition, Complements.Object);
    }

    /// <summary>Whose saying a noun is: a possessor, or the subject of the verb that carries it.</summary>
    private int Owner(int noun, out int carrier)
    {
        carrier = -1;
        int owner = tree.Child(noun, Relation.NmodPoss);
        if (owner >= 0) return owner;
        int verb = tree.Heads[noun];
        if (verb < 0 || tree.Relations[noun] != Relation.Obj || verb > noun || !words.IsCarrier(tree.Lemma(verb))) return -1;
        carrier = verb;
        return sources.Find(verb, Arguments.Read(tree, verb));
    }

    private int CueStart(int noun, int source)
    {
        int first = noun;
        while (first - 1 > tree.Last[source] && tree.Heads[first - 1] == noun && tree.Relations[first - 1] is Relation.Amod or Relation.Compound or Relation.Nummod) first--;
        return first;
    }

    /// <summary>A phrase that frames its sentence: the content is all the rest, on both sides.</summary>
    private FoundQuote? Framed(int cueFirst, int cueLast, int head, CueLevel level)
    {
        (int first, int last) = sources.Phrase(head, cueFirst);
        first = Math.Max(first, cueLast + 1);
        last = ToStop(last);
        if (first > last) return null;
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>(2);
        (int start, int stop) = Frame(head);
        if (cueFirst > start && contents.Span(start, cueFirst - 1, cueFirst) is { } before) spans.Add(before);
        bool resumes = spans.Count == 0 || (last + 1 < stop && tree.Sign(last + 1) == ',');
        if (resumes && last < stop && contents.Span(last + 1, stop, cueFirst) is { } after) spans.Add(after);
        if (spans.Count == 0) return null;
        return Build(cueFirst, level, null, head, (cueFirst, cueLast), Complements.Clause, spans.ToImmutable(), (first, last));
    }

    /// <summary>The end of a framing phrase: the next stop, where the tree ends it before.</summary>
    private int ToStop(int last)
    {
        int stop = tree.SentenceEnd(last) - 1;
        while (last < stop && tree.Parts[last + 1] != Upos.PUNCT) last++;
        return last;
    }

    /// <summary>First and last token of what a phrase frames: the clause that somebody says, else the sentence.</summary>
    private (int First, int Last) Frame(int phrase)
    {
        for (int t = tree.Heads[phrase]; t >= 0; t = tree.Heads[t])
        {
            if (tree.Relations[t] == Relation.Ccomp && tree.First[t] > tree.Heads[t]) return (tree.First[t], tree.Last[t]);
        }

        return (tree.SentenceFirst(phrase), tree.SentenceEnd(phrase) - 1);
    }

    private FoundQuote Build(int cue, CueLevel level, string? stance, int source, (int First, int Last) cueTokens, Complements complement, ImmutableArray<TextSpan> content, (int First, int Last)? frame = null)
    {
        (int first, int last) = frame ?? sources.Phrase(source, cue);
        if (first <= cueTokens.Last && cueTokens.First <= first) first = Math.Min(cueTokens.Last + 1, last);
        if (tree.Relations[source] == Relation.NmodPoss && last + 1 < tree.Count && tree.Tags[last + 1] == PennTag.POS) last++;
        return new FoundQuote
        {
            CueHead = cue,
            Level = level,
            Stance = stance,
            Complement = complement,
            SourceHead = source,
            Source = [new TextSpan(tree.Token(first).Start, tree.Token(last).End)],
            Cue = [new TextSpan(tree.Token(cueTokens.First).Start, tree.Token(cueTokens.Last).End)],
            Content = content,
        };
    }
}
