using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Finds the surface subject of a verb that has none of its own: through conjunction, control, participles and
/// relative clauses.
/// </summary>
internal sealed class SubjectFinder(TreeIndex tree, Codebook codebook)
{
    private readonly GrammarWords _words = codebook.Grammar;
    private readonly int _role = codebook.ClassNamed("role");
    private readonly int _troops = codebook.ClassNamed("troops");
    private readonly int _naming = codebook.ClassNamed("naming");
    private readonly int _objectControl = codebook.ClassNamed("object-control");

    private const int MaxClimb = 8;

    /// <summary>The surface subject, its relative pronoun resolved; -1 where there is none.</summary>
    public int Surface(int verb) => Resolve(Surface(verb, 0));

    /// <summary>The verb's own subject child; -1 where it has none.</summary>
    public int Own(int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c].Base() is Relation.Nsubj or Relation.Csubj && (c >= tree.DatelineEnd || verb < tree.DatelineEnd)) return Participant(c);
        }

        int expletive = tree.Child(verb, Relation.Expl);
        return expletive >= 0 && expletive < verb && tree.IsForm(expletive, "it") && tree.Tags[expletive] == PennTag.PRP && IsReported(verb) ? expletive : -1;
    }

    /// <summary>Of a gerund clause before a verb its own subject: <c>a charity working in Mali said</c> has the charity speak.</summary>
    private int Participant(int subject)
    {
        if (tree.Relations[subject] != Relation.Csubj || tree.Tags[subject] != PennTag.VBG) return subject;
        int own = tree.Child(subject, Relation.Nsubj);
        return own >= 0 && own < subject ? own : subject;
    }

    /// <summary>
    /// Whether a participle is the past tense of a clause which the parser took for an attribute of its subject, since its verb of saying has a subject
    /// of its own: <c>gunmen wounded two guards, police said</c>.
    /// </summary>
    public bool IsClause(int participle)
    {
        int noun = tree.Heads[participle];
        if (tree.Relations[participle] != Relation.Acl || tree.Tags[participle] != PennTag.VBN || noun != participle - 1 || ObjectAfter(participle) < 0) return false;
        if (tree.Relations[noun] != Relation.Nsubj || tree.Heads[noun] is not (>= 0 and var verb) || codebook.InClass(tree.Lemmas[participle], _naming)) return false;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (c > participle && tree.Relations[c] == Relation.Nsubj) return true;
        }

        return false;
    }

    /// <summary>The noun whose phrase begins right behind a verb; -1 where none does.</summary>
    public int ObjectAfter(int verb)
    {
        int next = verb + 1;
        if (next >= tree.Count || tree.SentenceOf[next] != tree.SentenceOf[verb]) return -1;
        if (tree.Parts[next] is not (Upos.DET or Upos.NUM or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.PRON)) return -1;
        while (tree.Heads[next] > next) next = tree.Heads[next];
        return tree.IsNoun(next) || tree.Parts[next] == Upos.PRON ? next : -1;
    }

    /// <summary>Whether the clause is what somebody says: there <c>it</c> stands for the speaker more often than for nothing.</summary>
    private bool IsReported(int verb)
    {
        return tree.Relations[verb] == Relation.Ccomp;
    }

    /// <summary>What a relative pronoun stands for: the noun that its clause modifies; any other token is itself.</summary>
    public int Resolve(int token)
    {
        if (token < 0 || !IsRelative(token)) return token;
        for (int t = token; t >= 0; t = tree.Heads[t])
        {
            if (tree.Relations[t] == Relation.AclRelcl) return tree.Heads[t];
        }

        return token;
    }

    public bool IsRelative(int token) =>
        tree.Tags[token] is PennTag.WDT or PennTag.WP || tree.Tags[token] == PennTag.IN && tree.Parts[token] == Upos.PRON;

    /// <summary>Whether the clause is an infinitive with <c>to</c>.</summary>
    public bool HasTo(int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0 && c < verb; c = tree.Next(c))
        {
            bool to = tree.Tags[c] == PennTag.TO || tree.Tags[verb] == PennTag.VB && tree.IsForm(c, "to");
            if (to && tree.Relations[c] is Relation.Mark or Relation.Aux) return true;
        }

        return false;
    }

    public bool IsPassive(int verb)
    {
        bool participle = tree.Tags[verb] is PennTag.VBN or PennTag.VBD;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] is Relation.AuxPass or Relation.NsubjPass or Relation.CsubjPass) return true;
        }

        if (!participle) return false;
        bool bare = tree.Tags[verb] == PennTag.VBN && !tree.Has(verb, Relation.Aux) && !tree.Has(verb, Relation.Cop);
        switch (tree.Relations[verb])
        {
            case Relation.Acl when IsClause(verb): return false;
            case Relation.Acl: return (tree.Tags[verb] == PennTag.VBN || HasAgent(verb)) && !tree.Has(verb, Relation.Obj);
            case Relation.Amod: return !(Own(verb) is >= 0 and var own && own < verb && tree.Has(verb, Relation.Obj));
            case Relation.Advcl or Relation.Xcomp: return bare && !tree.Has(verb, Relation.Obj) && Own(verb) < 0;
            case Relation.Conj: return bare && Own(verb) < 0 && !tree.Has(verb, Relation.Obj) && IsPassive(tree.Heads[verb]);
            default: return bare && !tree.Has(verb, Relation.Obj) && Own(verb) < 0;
        }
    }

    private bool HasAgent(int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] is Relation.OblAgent or Relation.Obl && tree.Marker(c) is var marker && marker >= 0 && tree.Forms[marker] == _words.By) return true;
        }

        return false;
    }

    private int Surface(int verb, int depth)
    {
        if (depth > MaxClimb) return -1;
        int own = Own(verb);
        if (own >= 0) return own;
        int head = tree.Heads[verb];
        if (head < 0) return -1;
        switch (tree.Relations[verb])
        {
            case Relation.Conj: return Surface(head, depth + 1);
            case Relation.Xcomp: return Controller(verb, head, depth);
            case Relation.Advcl: return Adverbial(verb, head, depth);
            case Relation.Ccomp: return tree.Tags[verb] is PennTag.VBG or PennTag.VB ? Controller(verb, head, depth) : -1;
            case Relation.AclRelcl: return head;
            case Relation.Acl: return HasTo(verb) || tree.Marker(verb) >= 0 ? NounController(head, depth) : head;
            case Relation.Amod: return head;
            default: return -1;
        }
    }

    /// <summary>The controller of an infinitive or gerund: the governor's object, or whom it calls on, or its subject.</summary>
    private int Controller(int verb, int governor, int depth)
    {
        if (!tree.IsVerb(governor)) return tree.IsNoun(governor) ? NounController(governor, depth) : Surface(governor, depth + 1);
        bool keepsSubject = tree.Lemmas[governor] is var lemma && lemma >= 0
            && (lemma == _words.Promise || lemma == _words.Threaten || lemma == _words.Agree || lemma == _words.Vow || lemma == _words.Pledge);
        if (!keepsSubject)
        {
            int indirect = tree.Child(governor, Relation.Iobj);
            int direct = indirect >= 0 ? indirect : tree.Child(governor, Relation.Obj);
            if (direct >= 0 && direct < verb) return direct;
            int called = HasTo(verb) ? Called(governor, verb) : -1;
            if (called >= 0) return called;
        }

        return Surface(governor, depth + 1);
    }

    private int Called(int governor, int before)
    {
        for (int c = tree.FirstChild(governor); c >= 0 && c < before; c = tree.Next(c))
        {
            if (tree.Relations[c] != Relation.Obl || c < governor) continue;
            int marker = tree.Marker(c);
            int word = marker < 0 ? -1 : tree.Forms[marker];
            if (word >= 0 && (word == _words.On || word == _words.Upon || word == _words.For || word == _words.To)) return c;
        }

        return -1;
    }

    private int Adverbial(int verb, int head, int depth)
    {
        int marker = tree.Marker(verb);
        bool gerund = tree.Tags[verb] == PennTag.VBG;
        if (marker >= 0 && gerund && tree.IsVerb(head))
        {
            int word = tree.Forms[marker];
            bool objectControl = word >= 0 && (word == _words.Of || word == _words.For || word == _words.Into || word == _words.With
                || tree.Forms[marker] == _words.On) || tree.IsForm(marker, "from");
            int direct = objectControl ? tree.Child(head, Relation.Obj) : -1;
            if (direct >= 0) return direct;
        }

        if (HasTo(verb) && tree.IsVerb(head) && codebook.InClass(tree.Lemmas[head], _objectControl)) return Controller(verb, head, depth);
        return Surface(head, depth + 1);
    }

    /// <summary>Who a noun's infinitive is about: its possessor, or the subject of the verb that it depends on.</summary>
    private int NounController(int noun, int depth)
    {
        int own = Own(noun);
        if (own >= 0) return own;
        int possessor = tree.Child(noun, Relation.NmodPoss);
        if (possessor >= 0) return possessor;
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Nmod && tree.Marker(c) is var marker && marker >= 0 && tree.Forms[marker] == _words.By) return c;
        }

        int head = tree.Heads[noun];
        if (head < 0 || !tree.IsVerb(head)) return -1;
        if (tree.Relations[noun] == Relation.Obj && (TakesInfinitive(head) || IsActor(noun))) return noun;
        return tree.Relations[noun] is Relation.Obj or Relation.Xcomp || tree.Relations[noun] == Relation.Obl && IsIn(noun) ? Surface(head, depth + 1) : -1;
    }

    /// <summary>Whether the verb's object is who does its infinitive.</summary>
    public bool TakesInfinitive(int verb) => codebook.InClass(tree.Lemmas[verb], _objectControl);

    /// <summary>An infinitive that the parser hung on the object: <c>asked the council to go</c>. -1 where there is none.</summary>
    public int InfinitiveOn(int noun)
    {
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            if (c > noun && tree.Relations[c] == Relation.Acl && HasTo(c)) return c;
        }

        return -1;
    }

    private bool IsActor(int noun) => tree.Parts[noun] == Upos.PROPN || codebook.InClass(tree.Lemmas[noun], _role) || codebook.InClass(tree.Lemmas[noun], _troops);

    private bool IsIn(int noun)
    {
        int marker = tree.Marker(noun);
        return marker >= 0 && tree.Forms[marker] == _words.In;
    }
}
