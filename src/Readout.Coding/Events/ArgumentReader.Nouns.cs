using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>The arguments of nouns: modifiers, phrases, support verbs.</summary>
internal sealed partial class ArgumentReader
{
    private void NounChild(Arguments args, int c)
    {
        switch (_tree.Relations[c])
        {
            case Relation.NmodPoss: if (args.Subject < 0) args.Subject = c; break;
            case Relation.Nsubj: if (args.Subject < 0) args.Subject = Subjects.Resolve(c); break;
            case Relation.Nmod or Relation.Obl: NounPhrase(args, c); break;
            case Relation.Compound or Relation.Amod or Relation.NmodDesc: NounModifier(args, c); break;
            case Relation.Acl or Relation.Advcl or Relation.Ccomp or Relation.Xcomp: NounClause(args, c); break;
        }
    }

    private void NounPhrase(Arguments args, int c)
    {
        int marker = _tree.Marker(c);
        if (marker < 0 || IsTime(c)) return;
        int word = _tree.MarkerWord(marker);
        if (word != _words.By) Author(args, c);
        if (word == _words.By) args.Subject = c;
        else if (word == _words.Of && IsSecond(marker)) return;
        else if (word == _words.Of && args.Of < 0) args.Of = c;
        else args.AddPhrase(word, Subjects.Resolve(c));
    }

    /// <summary>An author that hangs on the phrase before it: <c>a strike on the reactor by X</c>.</summary>
    private void Author(Arguments args, int phrase)
    {
        for (int c = _tree.FirstChild(phrase); c >= 0; c = _tree.Next(c))
        {
            bool by = c > phrase && _tree.Relations[c] == Relation.Nmod && _tree.Marker(c) is var marker && marker >= 0 && _tree.Forms[marker] == _words.By;
            if (by && args.Subject < 0 && _parties.MentionsAt(c).Length > 0) args.Subject = c;
        }
    }

    /// <summary>Whether an <c>of</c> only ends another preposition: <c>ahead of</c>, <c>instead of</c>.</summary>
    private bool IsSecond(int of) => of > 0 && (_tree.IsForm(of - 1, "ahead") || _tree.IsForm(of - 1, "instead") || _tree.IsForm(of - 1, "outside")
        || _tree.IsForm(of - 1, "because") || _tree.IsForm(of - 1, "out") || _tree.IsForm(of - 1, "regardless"));

    private void NounModifier(Arguments args, int c)
    {
        bool party = _parties.MentionsAt(c).Length > 0;
        if (party && args.Subject < 0) args.Subject = c;
        else if (args.Object < 0 && _tree.Relations[c] == Relation.Compound) args.Object = c;
    }

    private void NounClause(Arguments args, int c)
    {
        if (Subjects.HasTo(c))
        {
            Infinitive(args, c);
            return;
        }

        int marker = _tree.Marker(c);
        if (marker >= 0 && _tree.Tags[c] == PennTag.VBG) args.AddPhrase(_tree.MarkerWord(marker), c);
        else if (marker >= 0 && _tree.Forms[marker] == _words.That && args.That < 0) args.That = c;
    }

    /// <summary>Whether the noun stands under a word of measure: <c>two rounds of talks</c>.</summary>
    private bool IsMeasured(int noun)
    {
        int head = _tree.Heads[noun];
        if (head < 0 || _tree.Relations[noun] != Relation.Nmod || !_codebook.InClass(_tree.Lemmas[head], _measureClass)) return false;
        int marker = _tree.Marker(noun);
        return marker >= 0 && _tree.Forms[marker] == _words.Of;
    }

    private void InheritModifiers(Arguments args, int first)
    {
        if (args.Subject >= 0) return;
        int possessor = _tree.Child(first, Relation.NmodPoss);
        if (possessor >= 0) args.Subject = possessor;
    }

    private void Governor(Arguments args, int token, FrameReference[] candidates)
    {
        int head = _tree.Heads[token];
        if (head < 0 || !_tree.IsVerb(head)) return;
        Relation relation = _tree.Relations[token];
        bool acts = relation is Relation.Obj or Relation.NsubjPass
            || relation is Relation.Obl && IsEntered(token)
            || relation is Relation.Xcomp;
        if (_tree.Relations[head] == Relation.AclRelcl && _tree.Heads[head] == token) return;
        if (acts && _codebook.InClass(_tree.Lemmas[head], _inverseClass)) MergeInverse(args, head);
        else if (acts && IsLight(head, candidates)) Merge(args, head);
        else if (relation is Relation.Nsubj or Relation.NsubjPass) args.OccurrenceVerb = head;
        else if (relation == Relation.Obl && args.Subject < 0) TakePart(args, token, head);
    }

    /// <summary>Who acts in the course of a deed takes part in it: <c>in a call with X, Y proposed …</c>.</summary>
    private void TakePart(Arguments args, int noun, int verb)
    {
        int marker = _tree.Marker(noun);
        int word = marker < 0 ? -1 : _tree.Forms[marker];
        if (word < 0 || (word != _words.In && word != _words.During && word != _words.At)) return;
        foreach ((int preposition, _) in args.Phrases)
        {
            if (preposition != _words.With) continue;
            args.Subject = Subjects.Surface(verb);
            args.OccurrenceVerb = verb;
            return;
        }
    }

    /// <summary>A support verb behind its noun: <c>talks held by X</c>, <c>the sanctions that X imposed</c>.</summary>
    private void Postmodifier(Arguments args, int noun, FrameReference[] candidates)
    {
        for (int c = _tree.FirstChild(noun); c >= 0; c = _tree.Next(c))
        {
            if (_tree.Relations[c] is not (Relation.Acl or Relation.AclRelcl) || !IsLight(c, candidates)) continue;
            if (Verb(c).Object != noun) continue;
            Merge(args, c);
            return;
        }
    }

    private bool IsEntered(int token)
    {
        int marker = _tree.Marker(token);
        return marker >= 0 && (_tree.Forms[marker] == _words.In || _tree.Forms[marker] == _words.Into || _tree.Forms[marker] == _words.Under);
    }

    /// <summary>A verb whose subject suffers the noun's deed: <c>received aid from X</c>, <c>came under fire from X</c>.</summary>
    private void MergeInverse(Arguments args, int verb)
    {
        Arguments support = Verb(verb);
        args.LightVerb = verb;
        if (args.Object < 0 && args.Of < 0) args.Object = support.Subject;
        if (args.IndirectObject < 0) args.IndirectObject = support.Subject;
        foreach ((int word, int phrase) in support.Phrases)
        {
            if (phrase != args.Trigger) args.AddPhrase(word, phrase);
        }

        if (args.Subject >= 0) return;
        foreach ((int word, int phrase) in args.Phrases)
        {
            if (word == _words.From || word == _words.By) args.Subject = phrase;
        }
    }

    private bool IsLight(int verb, FrameReference[] candidates)
    {
        if (_codebook.InClass(_tree.Lemmas[verb], _lightClass)) return true;
        foreach (FrameReference candidate in candidates)
        {
            if (candidate.Frame.TakesLightVerbs && Array.IndexOf(candidate.Frame.LightVerbs, _tree.Lemmas[verb]) >= 0) return true;
        }

        return false;
    }

    private void Merge(Arguments args, int verb)
    {
        Arguments support = Verb(verb);
        args.LightVerb = verb;
        bool takesPart = support.Passive && support.Subject < 0 && _tree.Relations[args.Trigger] == Relation.Obl;
        int subject = takesPart ? support.Object : support.Subject;
        if (subject >= 0)
        {
            if (args.Subject >= 0 && _parties.MentionsAt(args.Subject).Length > 0 && _tree.Relations[args.Subject] != Relation.NmodPoss && args.Object < 0) args.Object = args.Subject;
            args.Subject = subject;
        }

        if (args.IndirectObject < 0) args.IndirectObject = support.IndirectObject;
        if (args.Infinitive < 0) args.Infinitive = support.Infinitive;
        if (args.That < 0) args.That = support.That;
        foreach ((int word, int phrase) in support.Phrases)
        {
            if (phrase != args.Trigger) args.AddPhrase(word, phrase);
        }
    }
}
