using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>What stands above a deed: governing verbs, nouns and adjectives, conjuncts, main clauses of participles.</summary>
internal sealed partial class StatusReader
{
    /// <summary>What the governor says of the deed below it, and whether to go on climbing from it.</summary>
    private bool Govern(int node, int head, bool atTrigger, StatusEvidence evidence, out int next)
    {
        next = head;
        Relation relation = tree.Relations[node];
        switch (relation)
        {
            case Relation.Conj:
                return Conjunct(node, head, evidence, out next);
            case Relation.Ccomp or Relation.Csubj when tree.Marker(node) is var marker && marker >= 0 && (tree.IsForm(marker, "whether") || tree.IsForm(marker, "if")):
                return false;
            case Relation.AclRelcl when tree.Marker(node) is var that && that >= 0 && tree.Relations[that] == Relation.Mark && codebook.IsCue(tree.Lemmas[head], CueClass.Noun, CueKind.Speech):
                return Governor(head, Relation.Acl, evidence);
            case Relation.AclRelcl:
                if (IsGeneral(node, head)) evidence.Note(CueKind.Hypothetical, tree.Child(tree.Heads[head], Relation.Aux));
                return false;
            case Relation.Xcomp or Relation.Ccomp or Relation.Acl or Relation.Csubj:
                if (relation == Relation.Acl && tree.Tags[node] == PennTag.VBN) Suppose(head, evidence);
                return Governor(head, relation, evidence);
            case Relation.Obj or Relation.NsubjPass or Relation.Nsubj when !tree.IsVerb(node):
                return GovernorOfNoun(head, evidence);
            case Relation.Nmod or Relation.Obl when !tree.IsVerb(node) && atTrigger:
                return GovernorOfPhrase(node, head, evidence);
            case Relation.Advcl when atTrigger && subjects.HasTo(node):
                return Governor(head, Relation.Xcomp, evidence);
            case Relation.Advcl:
                return tree.Tags[node] == PennTag.VBG && Participle(node, head, evidence);
            default:
                return false;
        }
    }

    /// <summary>Whether a clause picks out what is only thought of: <c>a state that left the pact would …</c>.</summary>
    private bool IsGeneral(int clause, int noun)
    {
        int verb = tree.Heads[noun];
        if (verb < 0 || tree.Relations[noun] != Relation.Nsubj || tree.Tags[clause] != PennTag.VBD || !_suppositions.IsIndefinite(noun)) return false;
        int aux = tree.Child(verb, Relation.Aux);
        return aux >= 0 && tree.Is(aux, _words.Would);
    }

    private bool Conjunct(int node, int head, StatusEvidence evidence, out int next)
    {
        next = head;
        bool verb = tree.IsVerb(node);
        if (verb != tree.IsVerb(head)) return false;
        int conjunction = tree.Child(node, Relation.Cc);
        evidence.BeyondNegation |= conjunction >= 0 && (tree.IsForm(conjunction, "but") || tree.IsForm(conjunction, "yet"));
        return !verb || subjects.Own(node) < 0 || Skip(head, evidence, out next);
    }

    /// <summary>A gerund behind <c>from</c> is what the verb says of it; a participle shares the time of the verb that it follows.</summary>
    private bool Participle(int node, int head, StatusEvidence evidence)
    {
        int marker = tree.Marker(node);
        if (marker > 0 && (tree.IsForm(marker, "of") && tree.IsForm(marker - 1, "short") || tree.IsForm(marker, "from") && tree.IsForm(marker - 1, "far")))
        {
            evidence.Note(CueKind.Negated, marker - 1);
            return false;
        }

        if (marker >= 0 && tree.IsForm(marker, "from")) return Governor(head, Relation.Xcomp, evidence);
        if (node < head) return false;
        evidence.BeyondNegation = true;
        return Governor(head, Relation.Advcl, evidence);
    }

    /// <summary>A conjunct with a subject of its own still stands under its first conjunct's governor.</summary>
    private bool Skip(int head, StatusEvidence evidence, out int next)
    {
        next = head;
        int above = tree.Heads[head];
        if (above < 0 || tree.Relations[head] is not (Relation.Ccomp or Relation.Xcomp)) return false;
        next = above;
        return Governor(above, tree.Relations[head], evidence);
    }

    private bool Governor(int head, Relation relation, StatusEvidence evidence)
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
            return relation != Relation.Ccomp || codebook.IsCue(word, CueClass.Verb, CueKind.Transparent) && !IsSpeech(head);
        }

        if (tree.IsNoun(head)) Lacking(head, evidence);
        else if (tree.IsForm(head, "able") && tree.Child(head, Relation.Cop) is var was && was >= 0 && tree.Tags[was] == PennTag.VBD) return true;
        return Attribute(head, tree.IsNoun(head) ? CueClass.Noun : CueClass.Adjective, evidence) | (relation != Relation.Acl || tree.Relations[head] is Relation.Obj or Relation.NsubjPass);
    }

    private bool Attribute(int word, CueClass kind, StatusEvidence evidence)
    {
        evidence.Offered |= codebook.IsCue(tree.Lemmas[word], kind, CueKind.Offer);
        return Cue(word, kind, evidence);
    }

    /// <summary>A word of plan, chance or report that is said not to be: <c>no plan to</c>, <c>no evidence that</c>, <c>without any hope of</c>.</summary>
    private void Lacking(int noun, StatusEvidence evidence)
    {
        bool weak = codebook.IsCue(tree.Lemmas[noun], CueClass.Noun, CueKind.Future) || codebook.IsCue(tree.Lemmas[noun], CueClass.Noun, CueKind.Hypothetical)
            || codebook.IsCue(tree.Lemmas[noun], CueClass.Noun, CueKind.Speech);
        if (!weak) return;
        int determiner = tree.Child(noun, Relation.Det), marker = tree.Child(noun, Relation.Case);
        if (determiner >= 0 && (tree.IsForm(determiner, "no") || tree.IsForm(determiner, "neither"))) evidence.Note(CueKind.Negated, determiner);
        else if (marker >= 0 && tree.IsForm(marker, "without")) evidence.Note(CueKind.Negated, marker);
    }

    private bool GovernorOfNoun(int head, StatusEvidence evidence)
    {
        if (!tree.IsVerb(head)) return Predicate(head, evidence);
        int word = tree.Lemmas[head];
        if (codebook.IsCue(word, CueClass.Verb, CueKind.Denied))
        {
            evidence.Denier = subjects.Surface(head);
            return evidence.Note(CueKind.Negated, head);
        }

        if (tree.Is(head, _words.Call) && tree.Phrases[head] < 0) return false;
        bool cue = Cue(head, CueClass.Verb, evidence);
        return cue || codebook.IsCue(word, CueClass.Verb, CueKind.Transparent) || codebook.IsCue(word, CueClass.Verb, CueKind.Occurrence);
    }

    /// <summary>What a predicate without a verb of its own says of the deed that is its subject: <c>the visit is likely</c>, <c>the visit will be the first</c>.</summary>
    private bool Predicate(int head, StatusEvidence evidence)
    {
        int aux = tree.Child(head, Relation.Aux);
        if (aux >= 0 && tree.Is(aux, _words.Will)) evidence.Note(CueKind.Future, aux);
        return tree.Parts[head] == Upos.ADJ && Cue(head, CueClass.Adjective, evidence);
    }

    private bool GovernorOfPhrase(int node, int head, StatusEvidence evidence)
    {
        if (tree.IsNoun(head))
        {
            Lacking(head, evidence);
            return Cue(head, CueClass.Noun, evidence);
        }

        int marker = tree.Marker(node);
        if (marker < 0 || !tree.IsVerb(head)) return false;
        if (tree.IsForm(marker, "from")) return Cue(head, CueClass.Verb, evidence, CueKind.Negated);
        return tree.IsForm(marker, "for") && Cue(head, CueClass.Verb, evidence);
    }
}
