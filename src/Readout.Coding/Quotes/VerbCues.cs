using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>Finds attributions by verbs: what the verb takes decides whether and what it attributes.</summary>
internal sealed class VerbCues(SyntaxIndex tree, QuoteWords words, ContentReader contents, SourceReader sources, CueReader cues)
{
    private readonly ClauseContents _clauses = new(tree, contents);

    /// <summary>The attribution of a verb, or null.</summary>
    public FoundQuote? Read(int verb)
    {
        ImmutableArray<CueWord> rules = words.Rules(CueClass.Verb, tree.Lemma(verb));
        if (rules.IsEmpty || IsAsked(verb)) return null;
        Arguments arguments = Arguments.Read(tree, verb);
        int source = sources.Find(verb, arguments);
        if (source >= 0 && contents.RangeAt(verb) < 0 && contents.RangeAt(source) >= 0 && contents.RangeAt(source) == contents.RangeBefore(cues.Start(verb, source))) source = -1;
        if (Quoted(verb) is >= 0 and int quoted) source = quoted;
        if (Permitted(verb) is >= 0 and int let) source = sources.Find(let, Arguments.Read(tree, let));
        if (!arguments.IsPassive) source = sources.Repaired(verb, source, cues.Start(verb, source), contents);
        foreach (Complements complement in Order)
        {
            if (Reading(verb, complement, rules, arguments, source) is { } found) return found;
        }

        return AsClause(verb, rules, arguments, source) ?? Prepositional(verb, rules, arguments, source) ?? Reading(verb, Complements.Object, rules, arguments, source);
    }

    /// <summary><c>Asked about the harbour, she said</c>: a question put to the speaker, and none of the text's quotes.</summary>
    private bool IsAsked(int verb) => tree.Tags[verb] == PennTag.VBN && tree.Lemma(verb) == "ask" && verb == tree.SentenceFirst(verb);

    /// <summary>Whom a paper quotes: <c>the radio quoted the judge as saying</c>; -1 elsewhere.</summary>
    private int Quoted(int verb)
    {
        int head = tree.Heads[verb];
        if (head < 0 || tree.Tags[verb] != PennTag.VBG || tree.Lemma(head) is not ("quote" or "cite") || Arguments.Preposition(tree, verb) is not (>= 0 and int mark) || !tree.Is(mark, "as")) return -1;
        return tree.Child(head, Relation.Obj) is >= 0 and int person ? person : tree.Child(head, Relation.NsubjPass);
    }

    /// <summary>The <c>let</c> of <c>let reporters know that</c>: its subject speaks, not those who are to know; -1 elsewhere.</summary>
    private int Permitted(int verb)
    {
        int let = tree.Heads[verb];
        return let >= 0 && let < verb && verb - let <= 6 && tree.Lemma(let) == "let" && tree.Lemma(verb) is "know" or "see" ? let : -1;
    }

    /// <summary><c>Declined to comment on the plan</c>: two cues in one, with the content of the second.</summary>
    private FoundQuote? Inner(int verb, CueWord rule, int infinitive, int source)
    {
        if (Read(infinitive) is not { Level: CueLevel.Speech } inner) return null;
        int first = cues.Start(verb, source);
        return inner with
        {
            CueHead = verb,
            Level = rule.Level,
            Stance = rule.Stance,
            Complement = Complements.Infinitive,
            SourceHead = source,
            Source = [SourceSpan(source, verb)],
            Cue = [new TextSpan(tree.Token(first).Start, inner.Cue[0].End)],
        };
    }

    private static readonly Complements[] Order =
    [
        Complements.Clause, Complements.Quote, Complements.Infinitive, Complements.ObjectInfinitive, Complements.Gerund,
        Complements.ObjectComplement, Complements.ObjectAs, Complements.ObjectOf, Complements.Passive,
    ];

    private FoundQuote? Reading(int verb, Complements complement, ImmutableArray<CueWord> rules, in Arguments arguments, int source)
    {
        CueWord? rule = Rule(rules, complement, verb);
        if (rule is null) return null;
        if (complement is Complements.Clause or Complements.Quote) return Clausal(verb, complement, rule, arguments, source);
        (int first, int last) = complement switch
        {
            Complements.Infinitive => To(verb, arguments.Object < 0 && !arguments.IsPassive ? arguments.Infinitive : -1, arguments.Infinitive),
            Complements.Gerund => To(verb, arguments.Gerund, arguments.Gerund),
            Complements.ObjectInfinitive => To(verb, arguments.IsPassive ? -1 : FirstOf(arguments.Object, arguments.Addressee), arguments.Infinitive),
            Complements.ObjectComplement => To(verb, arguments.IsPassive ? -1 : arguments.Object, FirstOf(arguments.Bare, Second(arguments.Object))),
            Complements.ObjectAs => To(verb, arguments.Object, arguments.As),
            Complements.ObjectOf => To(verb, arguments.Object, arguments.Of),
            Complements.Object => arguments.IsPassive ? (-1, -1) : To(verb, arguments.Object, arguments.Object, phrase: true),
            _ => (-1, -1),
        };
        if (complement == Complements.Object && arguments.IsPassive) return PassiveObject(verb, rule, arguments, source);
        if (complement == Complements.Infinitive && rule.Level == CueLevel.Hedge) return Hedged(verb, rule, arguments.Subject, arguments.Infinitive >= 0 ? arguments.Infinitive : arguments.Bare);
        if (complement == Complements.Passive) return arguments.IsPassive ? Hedged(verb, rule, arguments.PassiveSubject, arguments.Infinitive) : null;
        if (first < 0 || source < 0) return null;
        if (complement == Complements.Infinitive && Inner(verb, rule, arguments.Infinitive, source) is { } inner) return inner;
        return Build(verb, rule, complement, source, verb, contents.Span(first, last, verb));
    }

    /// <summary>What follows an object without a stop or a preposition: a predicate that the tree does not call one.</summary>
    private int Second(int predicate)
    {
        int next = predicate < 0 ? -1 : tree.Next(predicate);
        while (next >= 0 && tree.Relations[next] == Relation.Punct && tree.Sign(next) is not ',') next = tree.Next(next);
        return next >= 0 && tree.Relations[next] is Relation.Obj or Relation.OblUnmarked or Relation.Acl or Relation.Ccomp or Relation.Advmod or Relation.Parataxis ? next : -1;
    }

    private static int FirstOf(int one, int other) => one >= 0 ? one : other;

    private CueWord? Rule(ImmutableArray<CueWord> rules, Complements complement, int verb)
    {
        foreach (CueWord rule in rules)
        {
            if ((rule.Takes & complement) != 0 && HasParticle(rule, verb)) return rule;
        }

        return null;
    }

    private bool HasParticle(CueWord rule, int verb)
    {
        if (rule.Particle is null) return true;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (c > verb && c <= verb + 3 && tree.Is(c, rule.Particle)) return true;
        }

        return false;
    }

    /// <summary>From the first to the last token of a content that begins with one dependent and must have another.</summary>
    private (int First, int Last) To(int verb, int begin, int needed, bool phrase = false) =>
        begin < 0 || needed < 0 || tree.First[begin] <= verb ? (-1, -1) : (tree.First[begin], _clauses.LastOf(verb, needed, phrase));

    private FoundQuote? Clausal(int verb, Complements complement, CueWord rule, in Arguments arguments, int source)
    {
        if (source < 0 && arguments is { IsPassive: true, PassiveSubject: >= 0, Clause: < 0, Fronted: < 0 }) return null;
        (int first, int last) = cues.Read(verb, source, verb);
        List<TextSpan> spans = _clauses.Read(new CueClause(verb, source, first, last), arguments, complement, rule);
        return spans.Count == 0 ? null : Build(verb, rule, complement, source, verb, [.. spans]);
    }

    private FoundQuote? PassiveObject(int verb, CueWord rule, in Arguments arguments, int source)
    {
        if (source < 0 || arguments.PassiveSubject < 0) return null;
        (int first, int last) = sources.Phrase(arguments.PassiveSubject, verb);
        int by = Arguments.Preposition(tree, source);
        return Build(verb, rule, Complements.Object, source, by > verb ? by : verb, contents.Span(first, last, verb));
    }

    /// <summary><c>The talks seem to have failed</c>: the content lies on both sides of the cue, and nobody says it.</summary>
    private FoundQuote? Hedged(int verb, CueWord rule, int subject, int predicate)
    {
        if (subject < 0 || predicate < verb || subject > verb) return null;
        (int first, int last) = sources.Phrase(subject, verb);
        TextSpan? before = contents.Span(first, last, verb);
        TextSpan? after = contents.Span(tree.First[predicate] > verb ? tree.First[predicate] : predicate, _clauses.LastOf(verb, predicate), verb);
        if (before is null || after is null) return null;
        return Build(verb, rule, Complements.Passive, -1, verb, before, after);
    }

    /// <summary><c>As Sands put it</c>, <c>as reported by the Post</c>: the content is the rest of the sentence.</summary>
    private FoundQuote? AsClause(int verb, ImmutableArray<CueWord> rules, in Arguments arguments, int source)
    {
        CueWord? rule = Rule(rules, Complements.Quote, verb);
        int mark = tree.Child(verb, Relation.Mark);
        if (rule is null || source < 0 || tree.Relations[verb] != Relation.Advcl || mark < 0 || !tree.Is(mark, "as")) return null;
        if (arguments.Clause >= 0 || (arguments.Object >= 0 && !tree.Is(arguments.Object, "it"))) return null;
        int start = tree.SentenceFirst(verb);
        int stop = tree.SentenceEnd(verb) - 1;
        int last = Math.Max(tree.Last[verb], tree.Last[source]);
        ImmutableArray<TextSpan?>.Builder spans = ImmutableArray.CreateBuilder<TextSpan?>(2);
        if (tree.First[verb] > start && contents.Span(start, tree.First[verb] - 1, verb) is { } before) spans.Add(before);
        if (last < stop && contents.Span(last + 1, stop, verb) is { } after) spans.Add(after);
        int reach = arguments.Object < 0 ? verb : arguments.Object;
        return spans.Count == 0 ? null : Build(verb, rule, Complements.Clause, source, reach, spans.ToImmutable());
    }

    private FoundQuote? Prepositional(int verb, ImmutableArray<CueWord> rules, in Arguments arguments, int source)
    {
        if (source < 0 && !arguments.IsPassive) return null;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (c < verb || tree.Relations[c] is not (Relation.Obl or Relation.Advcl or Relation.Xcomp or Relation.Ccomp)) continue;
            int preposition = Arguments.Preposition(tree, c);
            if (preposition < verb) continue;
            foreach (CueWord rule in rules)
            {
                if (!rule.Prepositions.Contains(tree.Lemma(preposition)) || !HasParticle(rule, verb)) continue;
                return Build(verb, rule, Complements.Object, source, preposition, contents.Span(preposition + 1, _clauses.LastOf(verb, c, tree.Relations[c] == Relation.Obl), verb));
            }
        }

        return null;
    }

    private FoundQuote? Build(int verb, CueWord rule, Complements complement, int source, int reach, params ImmutableArray<TextSpan?> content)
    {
        if (content.Any(span => span is null)) return null;
        (int first, int last) = cues.Read(verb, source, reach);
        return new FoundQuote
        {
            CueHead = verb,
            Level = rule.Level,
            Stance = rule.Stance,
            Complement = complement,
            SourceHead = source,
            Source = source < 0 ? [] : [SourceSpan(source, verb)],
            Cue = [new TextSpan(tree.Token(first).Start, tree.Token(last).End)],
            Content = [.. content.Select(span => span!.Value)],
        };
    }

    private FoundQuote? Build(int verb, CueWord rule, Complements complement, int source, int reach, ImmutableArray<TextSpan> content) =>
        Build(verb, rule, complement, source, reach, [.. content.Select(span => (TextSpan?)span)]);

    private TextSpan SourceSpan(int source, int verb)
    {
        (int first, int last) = sources.Phrase(source, verb);
        if (last < verb && last + 1 < tree.Count && tree.Sign(last + 1) == ',' && HoldsComma(first, last)) last++;
        return new TextSpan(tree.Token(first).Start, tree.Token(last).End);
    }

    private bool HoldsComma(int first, int last)
    {
        for (int t = first; t <= last; t++)
        {
            if (tree.Sign(t) == ',') return true;
        }

        return false;
    }
}
