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
        if (rules.IsEmpty) return null;
        Arguments arguments = Arguments.Read(tree, verb);
        int source = sources.Find(verb, arguments);
        foreach (Complements complement in Order)
        {
            if (Reading(verb, complement, rules, arguments, source) is { } found) return found;
        }

        return Prepositional(verb, rules, arguments, source) ?? Reading(verb, Complements.Object, rules, arguments, source);
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
            Complements.ObjectComplement => To(verb, arguments.IsPassive ? -1 : arguments.Object, arguments.Bare),
            Complements.ObjectAs => To(verb, arguments.Object, arguments.As),
            Complements.ObjectOf => To(verb, arguments.Object, arguments.Of),
            Complements.Object => arguments.IsPassive ? (-1, -1) : To(verb, arguments.Object, arguments.Object),
            _ => (-1, -1),
        };
        if (complement == Complements.Object && arguments.IsPassive) return PassiveObject(verb, rule, arguments, source);
        if (complement == Complements.Infinitive && rule.Level == CueLevel.Hedge) return Hedged(verb, rule, arguments.Subject, arguments.Infinitive >= 0 ? arguments.Infinitive : arguments.Bare);
        if (complement == Complements.Passive) return arguments.IsPassive ? Hedged(verb, rule, arguments.PassiveSubject, arguments.Infinitive) : null;
        if (first < 0 || source < 0) return null;
        return Build(verb, rule, complement, source, verb, contents.Span(first, last, verb));
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
    private (int First, int Last) To(int verb, int begin, int needed) =>
        begin < 0 || needed < 0 || tree.First[begin] <= verb ? (-1, -1) : (tree.First[begin], _clauses.LastOf(verb, needed));

    private FoundQuote? Clausal(int verb, Complements complement, CueWord rule, in Arguments arguments, int source)
    {
        (int first, int last) = cues.Read(verb, source, verb);
        List<TextSpan> spans = _clauses.Read(new CueClause(verb, source, first, last), arguments, complement, rule);
        return spans.Count == 0 ? null : Build(verb, rule, complement, source, verb, [.. spans]);
    }

    private FoundQuote? PassiveObject(int verb, CueWord rule, in Arguments arguments, int source)
    {
        if (source < 0 || arguments.PassiveSubject < 0) return null;
        (int first, int last) = sources.Phrase(arguments.PassiveSubject, verb);
        return Build(verb, rule, Complements.Object, source, verb, contents.Span(first, last, verb));
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

    private FoundQuote? Prepositional(int verb, ImmutableArray<CueWord> rules, in Arguments arguments, int source)
    {
        if (source < 0) return null;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (c < verb || tree.Relations[c] is not (Relation.Obl or Relation.Advcl)) continue;
            int preposition = Arguments.Preposition(tree, c);
            if (preposition < verb) continue;
            foreach (CueWord rule in rules)
            {
                if (!rule.Prepositions.Contains(tree.Lemma(preposition)) || !HasParticle(rule, verb)) continue;
                return Build(verb, rule, Complements.Object, source, preposition, contents.Span(preposition + 1, _clauses.LastOf(verb, c), verb));
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
