using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Reads what stands around a trigger into <see cref="Arguments"/>, so that frames need not know of passives, control,
/// relative clauses, participles, conjunctions, nominalisations or support verbs.
/// </summary>
internal sealed partial class ArgumentReader
{
    private readonly TreeIndex _tree;
    private readonly GrammarWords _words;
    private readonly Codebook _codebook;
    private readonly IPartySource _parties;
    private readonly Arguments?[] _verbs;
    private readonly int _lightClass;
    private readonly int _measureClass;
    private readonly int _inverseClass;
    private readonly int _timeClass;
    private readonly int _containerClass;
    private readonly int _givingClass;
    private readonly ParticleRepair _repair;

    public ArgumentReader(TreeIndex tree, Codebook codebook, IPartySource parties)
    {
        _tree = tree;
        _codebook = codebook;
        _words = codebook.Grammar;
        _parties = parties;
        _verbs = new Arguments?[tree.Count];
        _lightClass = codebook.ClassNamed("light");
        _measureClass = codebook.ClassNamed("measure");
        _inverseClass = codebook.ClassNamed("inverse-light");
        _timeClass = codebook.ClassNamed("time");
        Subjects = new SubjectFinder(tree, codebook);
        _containerClass = codebook.ClassNamed("container");
        _givingClass = codebook.ClassNamed("giving");
        _repair = new ParticleRepair(tree, codebook, Subjects, IsTime, parties);
    }

    public SubjectFinder Subjects { get; }

    /// <summary>Whether the noun only measures or holds what its <c>of</c> names.</summary>
    public bool IsContainer(int noun) => _codebook.InClass(_tree.Lemmas[noun], _containerClass);

    /// <summary>The arguments of a verb; computed once.</summary>
    public Arguments Verb(int token)
    {
        if (_verbs[token] is { } known) return known;
        Arguments args = new(token) { Kind = PredicateKind.Verb, Passive = Subjects.IsPassive(token) };
        _verbs[token] = args;
        int agent = -1;
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.Next(c)) agent = Math.Max(agent, VerbChild(args, c));
        PlaceSubject(args, token, agent);
        ShareObject(args, token);
        if (args.Object < 0 && Subjects.IsClause(token)) args.Object = Subjects.ObjectAfter(token);
        Detached(args, token);
        if (args.Object > token) Detached(args, _tree.RightEdge(args.Object));
        _repair.Complete(args, token);
        if (args.Object < 0 && !args.Passive && args.IndirectObject >= 0) args.Object = args.IndirectObject;
        bool attribute = _tree.Relations[token] == Relation.Amod && args.Subject >= 0;
        if (args.Object >= 0 && (_tree.Heads[args.Object] == token || attribute)) InheritPhrases(args, args.Object);
        if (args.Infinitive < 0 && args.Object > token && Subjects.TakesInfinitive(token)) args.Infinitive = Subjects.InfinitiveOn(args.Object);
        InfinitiveOnPhrase(args);
        return args;
    }

    /// <summary>The arguments of an adjective.</summary>
    public Arguments Adjective(int token)
    {
        Arguments args = new(token) { Kind = PredicateKind.Adjective };
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.Next(c)) VerbChild(args, c);
        args.Subject = Subjects.Resolve(Subjects.Own(token) is var own && own >= 0 ? own
            : _tree.Relations[token] == Relation.Amod ? _tree.Heads[token]
            : Subjects.Surface(token));
        return args;
    }

    /// <summary>The arguments of a noun, with those of its support verb where it has one.</summary>
    public Arguments Noun(int token, FrameReference[] candidates)
    {
        Arguments args = new(token) { Kind = PredicateKind.Noun };
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.Next(c)) NounChild(args, c);
        int first = token;
        while (_tree.Relations[first] == Relation.Conj && _tree.Heads[first] >= 0 && _tree.IsNoun(_tree.Heads[first])) first = _tree.Heads[first];
        if (first != token) InheritModifiers(args, first);
        if (args.Of >= 0) InheritPhrases(args, args.Of);
        Detached(args, token);
        if (IsMeasured(first)) first = _tree.Heads[first];
        Governor(args, first, candidates);
        if (args.LightVerb < 0) Postmodifier(args, first, candidates);
        return args;
    }

    /// <summary>A phrase right behind that the parser made the subject of a participle after it: <c>filed charges against two men suspected of</c>.</summary>
    private void Detached(Arguments args, int last)
    {
        int marker = last + 1;
        if (marker >= _tree.Count || _tree.Relations[marker] != Relation.Case || _tree.Heads[marker] is not (> 0 and var noun) || noun < marker) return;
        if (_tree.Relations[noun].Base() == Relation.Nsubj && !IsTime(noun)) args.AddPhrase(_tree.MarkerWord(marker), noun);
    }

    private int VerbChild(Arguments args, int c)
    {
        switch (_tree.Relations[c])
        {
            case Relation.Obj: PlaceObject(args, c); break;
            case Relation.Iobj: args.IndirectObject = Subjects.Resolve(c); break;
            case Relation.OblAgent: return c;
            case Relation.Obl or Relation.Nmod: return Oblique(args, c);
            case Relation.Xcomp: Complement(args, c); break;
            case Relation.Ccomp: Clause(args, c); break;
            case Relation.Advcl: Adverbial(args, c); break;
            case Relation.CompoundPrt: args.Particle = _tree.Forms[c] >= 0 ? _tree.Forms[c] : _tree.Lemmas[c]; break;
        }

        return -1;
    }

    private int Oblique(Arguments args, int c)
    {
        int marker = _tree.Marker(c);
        if (marker < 0) marker = MarkerOfNeighbour(c);
        if (IsTime(c)) return -1;
        if (IsAmount(args, c, marker)) PlaceObject(args, c);
        if (marker < 0 || args.Object == c) return -1;
        int word = _tree.MarkerWord(marker);
        if (word == _words.By && args.Passive && _parties.MentionsAt(Subjects.Resolve(c)).Length > 0) return c;
        args.AddPhrase(word, Subjects.Resolve(c));
        return -1;
    }

    /// <summary>The marker of the phrase right before a bare name, which then only names that phrase: <c>with his rival X</c>.</summary>
    private int MarkerOfNeighbour(int name)
    {
        int before = _tree.LeftEdge(name) - 1;
        if (before < 0 || _tree.Parts[name] != Upos.PROPN || !_tree.IsNoun(before)) return -1;
        while (_tree.Heads[before] >= 0 && _tree.Heads[before] != _tree.Heads[name]) before = _tree.Heads[before];
        return _tree.Heads[before] == _tree.Heads[name] && _tree.Relations[before] is Relation.Obl or Relation.Nmod ? _tree.Marker(before) : -1;
    }

    /// <summary>Whether a phrase only says when.</summary>
    private bool IsTime(int token) => _codebook.InClass(_tree.Lemmas[token], _timeClass) || _codebook.InClass(_tree.Forms[token], _timeClass)
        || _tree.Parts[token] == Upos.NUM && _tree.Document.Token(token).Form.Length == 4;

    /// <summary>
    /// Phrases that hang on the object may belong to the verb (<c>sent tents to X</c>, <c>lifted a ban on X</c>): parsers
    /// cannot tell, so frames get both.
    /// </summary>
    private void InheritPhrases(Arguments args, int noun)
    {
        for (int c = _tree.FirstChild(noun); c >= 0; c = _tree.Next(c))
        {
            if (_tree.Relations[c] == Relation.Conj && _tree.IsNoun(c)) InheritPhrases(args, c);
            bool gerund = _tree.Relations[c] is Relation.Acl or Relation.Advcl && _tree.Tags[c] == PennTag.VBG;
            if (_tree.Relations[c] is not (Relation.Nmod or Relation.Obl) && !gerund) continue;
            int marker = _tree.Marker(c);
            if (marker < 0 || IsTime(c)) continue;
            int word = _tree.MarkerWord(marker);
            if (gerund || word != _words.Of && word != _words.By) args.AddPhrase(word, Subjects.Resolve(c));
        }
    }

    private void Complement(Arguments args, int c)
    {
        if (Subjects.HasTo(c)) Infinitive(args, c);
        else if (_tree.Tags[c] == PennTag.VBG && !_tree.Has(c, Relation.Cop)) { if (args.Gerund < 0) args.Gerund = c; }
        else if (_tree.Tags[c] == PennTag.VB) Infinitive(args, c);
        else if (args.Predicate < 0) args.Predicate = c;
    }

    private void Clause(Arguments args, int c)
    {
        bool bare = _tree.Tags[c] == PennTag.VB && _tree.Lemmas[args.Trigger] == _words.Let;
        if (bare && args.Object < 0) args.Object = Subjects.Own(c);
        if (bare || _tree.Tags[c] == PennTag.VB && Subjects.HasTo(c)) Infinitive(args, c);
        else if (_tree.Tags[c] == PennTag.VBG && Subjects.Own(c) < 0 && !_tree.Has(c, Relation.Aux)) { if (args.Gerund < 0) args.Gerund = c; }
        else if (args.That < 0) args.That = c;
    }

    private void Adverbial(Arguments args, int c)
    {
        if (Subjects.HasTo(c))
        {
            if (args.Infinitive < 0) Infinitive(args, c);
            return;
        }

        int marker = _tree.Marker(c);
        if (marker >= 0) args.AddPhrase(_tree.MarkerWord(marker), c);
    }

    private void Infinitive(Arguments args, int c)
    {
        if (args.Infinitive < 0) args.Infinitive = c;
        int own = Subjects.Own(c);
        int marker = _tree.Marker(c);
        if (own >= 0 && marker >= 0 && _tree.Forms[marker] == _words.For) args.AddPhrase(_words.For, own);
    }

    private void PlaceSubject(Arguments args, int token, int agent)
    {
        int own = Subjects.Own(token);
        int surface = Subjects.Surface(token);
        args.SharedSubject = own < 0;
        bool relative = _tree.Relations[token] == Relation.AclRelcl;
        if (relative && own >= 0 && !Subjects.IsRelative(own) && args.Object < 0 && !args.Passive && !HasRelative(token)) args.Object = _tree.Heads[token];
        if (_tree.Relations[token] == Relation.Amod && own >= 0 && own < token && _tree.Relations[own] == Relation.Nsubj && _tree.Heads[token] > token)
        {
            args.Passive = false;
            if (args.Object < 0) args.Object = _tree.Heads[token];
        }

        if (!args.Passive)
        {
            args.Subject = surface >= 0 ? surface : Adjacent(token);
            return;
        }

        if (args.Object < 0) args.Object = surface;
        if (_tree.Relations[token] == Relation.Amod && LeftParty(token) is var left and >= 0) agent = left;
        if (args.Object != surface && args.IndirectObject < 0) args.IndirectObject = surface;
        args.Subject = Subjects.Resolve(agent);
    }

    /// <summary>
    /// A party right before a participle that the parser took for an attribute acts: <c>Bolivia severed relations</c>. -1
    /// where there is none.
    /// </summary>
    private int LeftParty(int participle)
    {
        int left = participle - 1;
        while (left >= 0 && _tree.Parts[left] == Upos.ADV) left--;
        bool sibling = left >= 0 && _tree.Heads[left] == _tree.Heads[participle] && _tree.Parts[left] is Upos.PROPN or Upos.NOUN
            && _tree.Relations[left] is not Relation.NmodPoss;
        return sibling && _parties.MentionsAt(left).Length > 0 ? left : -1;
    }

    /// <summary>
    /// A party right before a finite verb that the parser gave no subject, hanging on the phrase before it without a
    /// preposition: <c>After the talks Spain and Morocco reached …</c>. -1 where there is none.
    /// </summary>
    private int Adjacent(int verb)
    {
        bool finite = _tree.Tags[verb] is PennTag.VBD or PennTag.VBZ or PennTag.VBP || _tree.Has(verb, Relation.Aux) && _tree.Relations[verb] is Relation.Root or Relation.Ccomp or Relation.Conj;
        if (!finite || Subjects.HasTo(verb)) return -1;
        int left = verb - 1;
        while (left >= 0 && _tree.Parts[left] is Upos.ADV or Upos.AUX) left--;
        if (left > 0 && left == verb - 1 && _tree.IsForm(left, "-")) return BeforePrefix(left - 1);
        if (left < 0 || _tree.SentenceOf[left] != _tree.SentenceOf[verb] || !_tree.IsNoun(left)) return -1;
        while ((_tree.Relations[left] is Relation.Conj or Relation.Flat or Relation.Compound or Relation.NmodDesc
            || _tree.Relations[left] == Relation.Nmod && _tree.Marker(left) is var of && of >= 0 && _tree.Forms[of] == _words.Of)
            && _tree.Heads[left] is var head && head >= 0 && head < verb && _tree.IsNoun(head)) left = head;
        return _tree.Marker(left) < 0 && _tree.Relations[left] is Relation.Nmod or Relation.Appos or Relation.NmodUnmarked or Relation.Dep or Relation.Obl
            && _parties.MentionsAt(left).Length > 0 ? left : -1;
    }

    private bool HasRelative(int verb)
    {
        for (int c = _tree.FirstChild(verb); c >= 0; c = _tree.Next(c))
        {
            if (Subjects.IsRelative(c)) return true;
        }

        return false;
    }

    /// <summary>Shares an object between coordinated verbs: <c>condemned and rejected the raid</c>.</summary>
    private void ShareObject(Arguments args, int token)
    {
        if (args.Object >= 0 || args.Passive || args.Infinitive >= 0 || args.That >= 0) return;
        if (_tree.Relations[token] == Relation.Conj)
        {
            int head = _tree.Heads[token];
            int shared = _tree.IsVerb(head) ? _tree.Child(head, Relation.Obj) : -1;
            if (shared > token) args.Object = Subjects.Resolve(shared);
            return;
        }

        int conjunct = _tree.Child(token, Relation.Conj);
        if (conjunct < 0 || conjunct - token > 2 || !_tree.IsVerb(conjunct) || Subjects.Own(conjunct) >= 0) return;
        int right = _tree.Child(conjunct, Relation.Obj);
        if (right >= 0) args.Object = Subjects.Resolve(right);
    }
}
