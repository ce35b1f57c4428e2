using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Decides the status of a deed from the words that govern it: modals, negation, marks of condition, verbs of plan,
/// denial and failure, adjectives on the noun, words of old times. Gives the tokens that decide.
/// </summary>
internal sealed class StatusReader(Codebook codebook, TreeIndex tree, SubjectFinder subjects, PastReader past)
{
    private const int MaxClimb = 7;
    private readonly GrammarWords _words = codebook.Grammar;

    /// <summary>The status of a match.</summary>
    public StatusReading Read(Match match)
    {
        if (match.Frame.Status is { } forced) return new StatusReading(forced, match.Trigger);
        Evidence evidence = new();
        int node = match.Predicate;
        if (match.IsNominal) Nominal(match.Trigger, evidence);
        if (match.IsNominal && IsMeasured(match.Trigger)) Nominal(tree.Heads[match.Trigger], evidence);
        else if (tree.Relations[node] == Relation.Amod) Modifiers(node, evidence);
        Climb(node, evidence);
        StatusReading reading = evidence.Decide();
        return reading.Status == EventStatus.Actual ? past.Read(match) ?? reading : reading;
    }

    /// <summary>What stands on the noun itself: <c>planned</c>, <c>alleged</c>, <c>no</c>, <c>ahead of</c>.</summary>
    private void Nominal(int noun, Evidence evidence)
    {
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            switch (tree.Relations[c])
            {
                case Relation.Amod or Relation.Compound: Cue(c, CueClass.Adjective, evidence); break;
                case Relation.Det: Cue(c, CueClass.Adverb, evidence); break;
                case Relation.Case: Cue(tree.MarkerWord(c), c, CueClass.Mark, evidence); break;
            }
        }
    }

    private bool IsMeasured(int noun) => tree.Heads[noun] >= 0 && tree.Relations[noun] == Relation.Nmod
        && codebook.InClass(tree.Lemmas[tree.Heads[noun]], codebook.ClassNamed("measure"));

    private void Modifiers(int token, Evidence evidence)
    {
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Advmod) Cue(c, CueClass.Adverb, evidence);
        }
    }

    private void Climb(int node, Evidence evidence)
    {
        for (int step = 0; step < MaxClimb && node >= 0; step++)
        {
            if (tree.IsVerb(node) || subjects.Own(node) >= 0) Clause(node, evidence);
            int head = tree.Heads[node];
            if (head < 0) break;
            if (!Govern(node, head, step == 0, evidence, out int next)) break;
            node = next;
        }
    }

    /// <summary>Auxiliaries, negation, marks and adverbs of the clause that a node heads.</summary>
    private void Clause(int node, Evidence evidence)
    {
        bool conditional = false;
        for (int c = tree.FirstChild(node); c >= 0; c = tree.Next(c))
        {
            switch (tree.Relations[c])
            {
                case Relation.Aux or Relation.AuxPass: Auxiliary(node, c, evidence); break;
                case Relation.Advmod: Cue(c, CueClass.Adverb, evidence); break;
                case Relation.Mark: Cue(tree.MarkerWord(c), c, CueClass.Mark, evidence); break;
                case Relation.Advcl: conditional |= IsCondition(c); break;
                case Relation.Nsubj or Relation.NsubjPass or Relation.Obj: Negating(c, evidence); break;
            }
        }

        if (conditional) evidence.Conditional = true;
        if (subjects.HasTo(node) && HeadsSentence(node) && subjects.Own(node) >= 0) evidence.Note(CueKind.Future, node);
        if (subjects.HasTo(node) && tree.Has(node, Relation.Cop)) evidence.Note(CueKind.Future, tree.Child(node, Relation.Cop));
    }

    private bool HeadsSentence(int node) =>
        tree.Relations[node] is Relation.Root or Relation.Parataxis || (tree.Relations[node] == Relation.Conj && tree.Relations[tree.Heads[node]] == Relation.Root && subjects.Own(node) >= 0);

    private void Auxiliary(int node, int aux, Evidence evidence)
    {
        if (tree.Is(aux, _words.Would))
        {
            bool reported = !HasCondition(node) || IsReported(node) && IsPastSpeech(node);
            evidence.Note(reported ? CueKind.Future : CueKind.Hypothetical, aux);
            evidence.Modal = aux;
            return;
        }

        if (tree.Is(aux, _words.Do) && tree.Tags[aux] is PennTag.VBP or PennTag.VBZ) evidence.Habitual = true;
        if (Cue(aux, CueClass.Auxiliary, evidence)) evidence.Modal = aux;
        if (subjects.HasTo(node) && tree.Is(aux, _words.Be) && aux < node && ToFollows(aux, node)) evidence.Note(CueKind.Future, aux);
    }

    private bool ToFollows(int aux, int node)
    {
        for (int t = aux + 1; t < node; t++)
        {
            if (tree.Tags[t] == PennTag.TO) return true;
        }

        return false;
    }

    private bool HasCondition(int node)
    {
        for (int c = tree.FirstChild(node); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Advcl && IsCondition(c)) return true;
        }

        return false;
    }

    private bool IsPastSpeech(int node)
    {
        int head = tree.Heads[node];
        return head >= 0 && tree.Tags[head] is PennTag.VBD or PennTag.VBN;
    }

    /// <summary>Whether the clause is what somebody says or said.</summary>
    private bool IsReported(int node)
    {
        int clause = node;
        while (tree.Relations[clause] == Relation.Conj && tree.Heads[clause] >= 0) clause = tree.Heads[clause];
        int head = tree.Heads[clause];
        if (tree.Relations[clause] == Relation.Ccomp && head >= 0) return true;
        for (int c = tree.FirstChild(clause); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Parataxis && IsSpeech(c)) return true;
        }

        return tree.Relations[clause] is Relation.Acl or Relation.AclRelcl && head >= 0 && codebook.IsCue(tree.Lemmas[head], CueClass.Noun, CueKind.Speech);
    }

    private bool IsSpeech(int verb) => codebook.IsCue(tree.Lemmas[verb], CueClass.Verb, CueKind.Speech);

    private bool IsCondition(int clause)
    {
        int marker = tree.Marker(clause);
        return marker >= 0 && codebook.IsCue(tree.MarkerWord(marker), CueClass.Mark, CueKind.Hypothetical);
    }

    private void Negating(int argument, Evidence evidence)
    {
        Cue(argument, CueClass.Noun, evidence, CueKind.Negated);
        int det = tree.Child(argument, Relation.Det);
        if (det >= 0) Cue(det, CueClass.Adverb, evidence, CueKind.Negated);
    }

    /// <summary>What the governor says of the deed below it, and whether to go on climbing from it.</summary>
    private bool Govern(int node, int head, bool atTrigger, Evidence evidence, out int next)
    {
        next = head;
        Relation relation = tree.Relations[node];
        switch (relation)
        {
            case Relation.Conj:
                if (tree.IsVerb(node) != tree.IsVerb(head)) return false;
                if (subjects.Own(node) >= 0 && tree.IsVerb(node))
                {
                    next = head;
                    return Skip(head, evidence, out next);
                }

                return true;
            case Relation.Xcomp or Relation.Ccomp or Relation.Acl or Relation.Csubj:
                return Governor(head, relation, evidence);
            case Relation.Obj or Relation.NsubjPass or Relation.Nsubj when !tree.IsVerb(node):
                return GovernorOfNoun(head, evidence);
            case Relation.Nmod or Relation.Obl when !tree.IsVerb(node) && atTrigger:
                return GovernorOfPhrase(node, head, evidence);
            case Relation.Advcl when atTrigger && subjects.HasTo(node):
                return Governor(head, Relation.Xcomp, evidence);
            case Relation.Advcl:
                return tree.Tags[node] == PennTag.VBG && Governor(head, Relation.Advcl, evidence);
            default:
                return false;
        }
    }

    /// <summary>A conjunct with a subject of its own still stands under its first conjunct's governor.</summary>
    private bool Skip(int head, Evidence evidence, out int next)
    {
        next = head;
        int above = tree.Heads[head];
        if (above < 0 || tree.Relations[head] is not (Relation.Ccomp or Relation.Xcomp)) return false;
        next = above;
        return Governor(above, tree.Relations[head], evidence);
    }

    private bool Governor(int head, Relation relation, Evidence evidence)
    {
        if (tree.IsVerb(head))
        {
            int word = tree.Lemmas[head];
            if (tree.Is(head, _words.Go) && relation == Relation.Xcomp && tree.Tags[head] == PennTag.VBG) return evidence.Note(CueKind.Future, head);
            if (tree.Is(head, _words.Be) && relation == Relation.Xcomp) return evidence.Note(CueKind.Future, head);
            if (codebook.IsCue(word, CueClass.Verb, CueKind.Denied))
            {
                evidence.Denier = subjects.Surface(head);
                evidence.Note(CueKind.Negated, head);
                return false;
            }

            if (relation != Relation.Advcl) Cue(head, CueClass.Verb, evidence);
            return relation != Relation.Ccomp || codebook.IsCue(word, CueClass.Verb, CueKind.Transparent);
        }

        Cue(head, tree.IsNoun(head) ? CueClass.Noun : CueClass.Adjective, evidence);
        return relation != Relation.Acl || tree.Relations[head] is Relation.Obj or Relation.NsubjPass;
    }

    private bool GovernorOfNoun(int head, Evidence evidence)
    {
        if (!tree.IsVerb(head)) return false;
        int word = tree.Lemmas[head];
        if (codebook.IsCue(word, CueClass.Verb, CueKind.Denied))
        {
            evidence.Denier = subjects.Surface(head);
            return evidence.Note(CueKind.Negated, head);
        }

        bool cue = Cue(head, CueClass.Verb, evidence);
        return cue || codebook.IsCue(word, CueClass.Verb, CueKind.Transparent) || codebook.IsCue(word, CueClass.Verb, CueKind.Occurrence);
    }

    private bool GovernorOfPhrase(int node, int head, Evidence evidence)
    {
        if (tree.IsNoun(head)) return Cue(head, CueClass.Noun, evidence);
        int marker = tree.Marker(node);
        return marker >= 0 && tree.IsVerb(head) && tree.IsForm(marker, "for") && Cue(head, CueClass.Verb, evidence);
    }

    private bool Cue(int token, CueClass kind, Evidence evidence, CueKind? only = null)
    {
        bool found = Cue(tree.Phrases[token], token, kind, evidence, only);
        found = found || Cue(tree.Lemmas[token], token, kind, evidence, only);
        return found || Cue(tree.Forms[token], token, kind, evidence, only);
    }

    private bool Cue(int word, int token, CueClass kind, Evidence evidence, CueKind? only = null)
    {
        if (word < 0) return false;
        bool any = false;
        for (CueKind cue = CueKind.Future; cue <= CueKind.Historical; cue++)
        {
            if ((only is not null && cue != only) || cue == CueKind.Denied || !codebook.IsCue(word, kind, cue)) continue;
            evidence.Note(cue, token);
            any = true;
        }

        return any;
    }

    /// <summary>What was found on the way up.</summary>
    private sealed class Evidence
    {
        private readonly int[] _tokens = [-1, -1, -1, -1, -1];

        public bool Conditional { get; set; }

        public int Denier { get; set; } = -1;

        public int Modal { get; set; } = -1;

        public bool Habitual { get; set; }

        public bool Note(CueKind kind, int token)
        {
            if (_tokens[(int)kind] < 0) _tokens[(int)kind] = token;
            return true;
        }

        public StatusReading Decide()
        {
            int future = _tokens[(int)CueKind.Future];
            int hypothetical = _tokens[(int)CueKind.Hypothetical];
            int negated = _tokens[(int)CueKind.Negated];
            int historical = _tokens[(int)CueKind.Historical];
            bool refused = negated >= 0 && Modal >= 0 && future >= 0;
            if (negated >= 0) return new StatusReading(EventStatus.Negated, negated, refused ? Modal : -1, refused, Conditional, Denier, Habitual);
            if (hypothetical >= 0) return new StatusReading(EventStatus.Hypothetical, hypothetical, -1, false, Conditional);
            if (future >= 0) return new StatusReading(EventStatus.Future, future, -1, false, Conditional);
            return historical >= 0 ? new StatusReading(EventStatus.Historical, historical) : StatusReading.Actual;
        }
    }
}
