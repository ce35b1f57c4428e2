using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Decides the status of a deed from the words that govern it: modals, negation, marks of condition, verbs of plan,
/// denial and failure, adjectives on the noun, words of old times. Gives the tokens that decide.
/// </summary>
internal sealed partial class StatusReader(Codebook codebook, TreeIndex tree, SubjectFinder subjects, PastReader past)
{
    private readonly SuppositionReader _suppositions = new(codebook, tree, subjects);
    private readonly FalsehoodReader _falsehoods = new(codebook, tree);

    private const int MaxClimb = 7;
    private readonly GrammarWords _words = codebook.Grammar;

    /// <summary>The status of a match.</summary>
    public StatusReading Read(Match match)
    {
        if (match.Frame.Status is { } forced) return new StatusReading(forced, match.Trigger);
        StatusEvidence evidence = new();
        int node = match.Predicate;
        if (match.IsNominal) Nominal(match.Trigger, evidence);
        if (match.IsNominal && IsMeasured(match.Trigger)) Nominal(tree.Heads[match.Trigger], evidence);
        else if (tree.Relations[node] == Relation.Amod) Modifiers(node, evidence);
        if (match.Args.LightVerb >= 0) Support(match.Args.LightVerb, evidence);
        if (match.IsNominal && match.Args.LightVerb < 0) Suppose(match.Trigger, evidence);
        if (match.IsNominal && IsAnnounced(match.Trigger)) evidence.Note(CueKind.Future, match.Trigger);
        Climb(node, evidence);
        if (!match.IsNominal && _falsehoods.Find(node) is var untrue and >= 0) evidence.Note(CueKind.Negated, untrue);
        return Settle(match, evidence.Decide());
    }

    private StatusReading Settle(Match match, StatusReading reading)
    {
        if (reading.Status == EventStatus.Hypothetical && IsAttempt(match, reading.First)) reading = StatusReading.Actual;
        if (reading.Status != EventStatus.Actual) return reading;
        bool offers = match.Frame.Type is EventType.Agree or EventType.Concede && !match.IsNominal;
        if (offers && (_suppositions.HasCondition(match.Trigger) || match.Args.Infinitive >= 0 && _suppositions.HasCondition(match.Args.Infinitive)))
        {
            return new StatusReading(EventStatus.Hypothetical, match.Trigger);
        }

        return past.Read(match) ?? reading;
    }

    /// <summary>An attack that was tried is one, whether it succeeded or not: <c>tried to storm the palace</c>.</summary>
    private bool IsAttempt(Match match, int cue) => match.Type == EventType.Assault && tree.Tags[cue] == PennTag.VBD
        && (tree.Is(cue, _words.Try) || tree.Is(cue, _words.Attempt));

    /// <summary>A support verb that itself says that the deed is planned, weighed or called off.</summary>
    private void Support(int verb, StatusEvidence evidence)
    {
        if (IsSpeech(verb) || tree.Is(verb, _words.Call) && tree.Phrases[verb] < 0) return;
        if (!Cue(verb, CueClass.Verb, evidence) && codebook.IsCue(tree.Lemmas[verb], CueClass.Verb, CueKind.Denied)) evidence.Note(CueKind.Negated, verb);
    }

    private void Suppose(int noun, StatusEvidence evidence)
    {
        int modal = _suppositions.Supposed(noun, out bool conditional);
        if (modal < 0) return;
        bool occurs = tree.Heads[modal] >= 0 && codebook.IsCue(tree.Lemmas[tree.Heads[modal]], CueClass.Verb, CueKind.Occurrence);
        if (conditional || !occurs) evidence.Note(CueKind.Hypothetical, modal);
    }

    /// <summary>What stands on the noun itself: <c>planned</c>, <c>alleged</c>, <c>no</c>, <c>ahead of</c>.</summary>
    private void Nominal(int noun, StatusEvidence evidence)
    {
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            switch (tree.Relations[c])
            {
                case Relation.Amod or Relation.Compound: Cue(c, CueClass.Adjective, evidence); break;
                case Relation.Det: Cue(c, CueClass.Adverb, evidence); break;
                case Relation.Advmod or Relation.CcPreconj: Cue(c, CueClass.Adverb, evidence, CueKind.Negated); break;
                case Relation.Case: Cue(tree.MarkerWord(c), c, CueClass.Mark, evidence); break;
            }
        }
    }

    /// <summary>Whether a noun that heads its sentence has an infinitive of taking place, as headlines have: <c>talks to resume in Gao</c>.</summary>
    private bool IsAnnounced(int noun)
    {
        for (int c = tree.FirstChild(noun); c >= 0 && tree.Relations[noun] == Relation.Root; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Acl && subjects.HasTo(c) && codebook.IsCue(tree.Lemmas[c], CueClass.Verb, CueKind.Occurrence)) return true;
        }

        return false;
    }

    private bool IsMeasured(int noun) => tree.Heads[noun] >= 0 && tree.Relations[noun] == Relation.Nmod
        && codebook.InClass(tree.Lemmas[tree.Heads[noun]], codebook.ClassNamed("measure"));

    private void Modifiers(int token, StatusEvidence evidence)
    {
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Advmod) Cue(c, CueClass.Adverb, evidence);
        }
    }

    private void Climb(int node, StatusEvidence evidence)
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
    private void Clause(int node, StatusEvidence evidence)
    {
        for (int c = tree.FirstChild(node); c >= 0; c = tree.Next(c))
        {
            switch (tree.Relations[c])
            {
                case Relation.Aux or Relation.AuxPass: Auxiliary(node, c, evidence); break;
                case Relation.Advmod: if (Bears(node, c)) Cue(c, CueClass.Adverb, evidence); break;
                case Relation.Cc or Relation.CcPreconj: if (c < node && Bears(node, c)) Cue(c, CueClass.Adverb, evidence, CueKind.Negated); break;
                case Relation.Obl: Cue(tree.Phrases[c], c, CueClass.Adverb, evidence); break;
                case Relation.Mark: if (!IsSequence(node, c)) Cue(tree.MarkerWord(c), c, CueClass.Mark, evidence); break;
                case Relation.Nsubj or Relation.NsubjPass or Relation.Obj: Negating(c, evidence); break;
            }
        }

        if (_suppositions.HasCondition(node)) evidence.Conditional = true;
        if (_suppositions.Inverted(node) is var inverted and >= 0) evidence.Note(CueKind.Hypothetical, inverted);
        if (!subjects.HasTo(node)) return;
        if (HeadsSentence(node) && subjects.Own(node) >= 0) evidence.Note(CueKind.Future, node);
        if (tree.Has(node, Relation.Cop)) evidence.Note(CueKind.Future, tree.Child(node, Relation.Cop));
        if (Yet(node) is var yet and >= 0) evidence.Note(CueKind.Negated, yet);
    }

    /// <summary>Whether a clause under <c>before</c> tells what came next in the past, not what is to come.</summary>
    private bool IsSequence(int node, int mark)
    {
        if (!tree.IsForm(mark, "before")) return false;
        if (tree.Tags[node] != PennTag.VBG) return tree.Tags[node] is PennTag.VBD or PennTag.VBN;
        return tree.Heads[node] is var main && main >= 0 && tree.Tags[main] == PennTag.VBD;
    }

    /// <summary>Whether an adverb is the verb's: not what a negation behind it denies, nor <c>not only</c>, nor <c>once more</c>.</summary>
    private bool Bears(int node, int adverb)
    {
        bool followed = adverb + 1 < tree.Count;
        if (tree.IsForm(adverb, "not")) return !(adverb > node && tree.Parts[node] == Upos.VERB) && !(followed && (tree.IsForm(adverb + 1, "only") || tree.IsForm(adverb + 1, "just") || tree.IsForm(adverb + 1, "merely")));
        return !tree.IsForm(adverb, "once") || !followed || !(tree.IsForm(adverb + 1, "more") || tree.IsForm(adverb + 1, "again"));
    }

    /// <summary>The <c>yet</c> of <c>has yet to</c>; -1 where there is none.</summary>
    private int Yet(int verb)
    {
        for (int t = verb - 1; t > 0 && verb - t < 5; t--)
        {
            if (tree.Tags[t] == PennTag.TO) return tree.IsForm(t - 1, "yet") ? t - 1 : -1;
        }

        return -1;
    }

    private bool HeadsSentence(int node) =>
        tree.Relations[node] is Relation.Root or Relation.Parataxis || (tree.Relations[node] == Relation.Conj && tree.Relations[tree.Heads[node]] == Relation.Root && subjects.Own(node) >= 0);

    private void Auxiliary(int node, int aux, StatusEvidence evidence)
    {
        if (_suppositions.Fronted(node) is var comma && aux < comma && comma < node) return;
        if (tree.Is(aux, _words.Would))
        {
            bool past = IsReported(node) && IsPastSpeech(node);
            bool reported = !_suppositions.HasCondition(node) || past;
            bool contrary = tree.IsForm(aux + 1, "have") && !past;
            evidence.Note(reported && !contrary ? CueKind.Future : CueKind.Hypothetical, aux);
            evidence.Speculated |= contrary;
            evidence.Modal = aux;
            return;
        }

        if (tree.Tags[aux] == PennTag.VBG) DeniedBefore(aux, evidence);
        if (tree.Is(aux, _words.Do) && tree.Tags[aux] is PennTag.VBP or PennTag.VBZ) evidence.Habitual = true;
        if (Cue(aux, CueClass.Auxiliary, evidence)) evidence.Modal = aux;
        evidence.Speculated |= _suppositions.IsWeighing(aux);
        if (subjects.HasTo(node) && tree.Is(aux, _words.Be) && aux < node && ToFollows(aux, node)) evidence.Note(CueKind.Future, aux);
    }

    /// <summary>A verb of denial right before a gerund, which parsers take for a noun: <c>X denies having fired</c>.</summary>
    private void DeniedBefore(int gerund, StatusEvidence evidence)
    {
        int before = gerund - 1;
        while (before > 0 && tree.Parts[before] == Upos.ADV) before--;
        if (before < 0 || !codebook.IsCue(tree.Lemmas[before], CueClass.Verb, CueKind.Denied)) return;
        evidence.Denier = tree.IsVerb(before) ? subjects.Surface(before) : -1;
        evidence.Note(CueKind.Negated, before);
    }

    private bool ToFollows(int aux, int node)
    {
        for (int t = aux + 1; t < node; t++)
        {
            if (tree.Tags[t] == PennTag.TO) return true;
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

    /// <summary>A <c>denies</c> that parsers take for the subject or a part of it: <c>X denies it fired</c>; -1 where there is none.</summary>
    private int Denial(int subject)
    {
        if (tree.Is(subject, _words.Deny)) return subject;
        int before = tree.LeftEdge(subject) - 1;
        return before >= 0 && tree.Is(before, _words.Deny) && tree.Tags[before] is PennTag.NNS or PennTag.VBZ or PennTag.VBD ? before : -1;
    }

    private void Negating(int argument, StatusEvidence evidence)
    {
        Cue(argument, CueClass.Noun, evidence, CueKind.Negated);
        int det = tree.Child(argument, Relation.Det);
        if (det >= 0) Cue(det, CueClass.Adverb, evidence, CueKind.Negated);
        int pair = tree.Child(argument, Relation.CcPreconj);
        if (pair >= 0) Cue(pair, CueClass.Adverb, evidence, CueKind.Negated);
        if (tree.Relations[argument] is not Relation.Obj && Denial(argument) is var denial and >= 0) evidence.Note(CueKind.Negated, denial);
        int adverb = tree.Child(argument, Relation.Advmod);
        if (adverb >= 0 && tree.IsForm(adverb, "not") && Bears(argument, adverb)) evidence.Note(CueKind.Negated, adverb);
    }

    private bool Cue(int token, CueClass kind, StatusEvidence evidence, CueKind? only = null)
    {
        bool found = Cue(tree.Phrases[token], token, kind, evidence, only);
        found = found || Cue(tree.Lemmas[token], token, kind, evidence, only);
        return found || Cue(tree.Forms[token], token, kind, evidence, only);
    }

    private bool Cue(int word, int token, CueClass kind, StatusEvidence evidence, CueKind? only = null)
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
}
