using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>Finds the political actors that a phrase is or holds.</summary>
internal sealed class PartyReader(Codebook codebook, TreeIndex tree, IPartySource parties, SlotReader slots, ArgumentReader reader, FrameMatcher matcher)
{
    private const int MaxDepth = 3;
    private readonly Stack<List<int>> _pool = [];
    private int _deeds;
    private readonly int _roleClass = codebook.ClassNamed("role");

    /// <summary>Adds the parties of a frame's slots, each mention once, in the order of the slots.</summary>
    public void Collect(Slot[] from, Arguments args, Frame frame, List<int> into)
    {
        Span<int> tokens = stackalloc int[SlotReader.Capacity];
        foreach (Slot slot in from)
        {
            int count = slots.Read(slot, args, frame, tokens);
            for (int i = 0; i < count; i++) Collect(tokens[i], into, 0);
        }
    }

    /// <summary>Whether the phrase is or holds a party.</summary>
    public bool Any(int token)
    {
        List<int> found = _pool.Count > 0 ? _pool.Pop() : [];
        Collect(token, found, 0, false);
        bool any = found.Count > 0;
        found.Clear();
        _pool.Push(found);
        return any;
    }

    /// <summary>Whether the token itself names a state or its government.</summary>
    public bool IsState(int token)
    {
        foreach (int mention in parties.MentionsAt(token))
        {
            if (parties.Actor(mention).Kind is "state" or "government") return true;
        }

        return false;
    }

    /// <summary>Whether a known party of the phrase holds power: a state, a body, an official, an organisation, an armed group.</summary>
    public bool IsPower(int token)
    {
        List<int> found = _pool.Count > 0 ? _pool.Pop() : [];
        Collect(token, found, 0, false);
        bool any = found.Exists(mention => mention >= MarkedParties.Target || HoldsPower(parties.Actor(mention)));
        found.Clear();
        _pool.Push(found);
        return any;
    }

    /// <summary>
    /// Whether one who holds power acts, and on a party, on something that only a pronoun names, or on nobody named; or, in a
    /// passive, a party suffers.
    /// </summary>
    public bool IsEngaged(Arguments args)
    {
        bool acts = args.Subject >= 0 && IsPowerItself(args.Subject) && (!args.SharedSubject || tree.Relations[args.Trigger] is Relation.Conj or Relation.Xcomp);
        if (args.Passive) return acts || args.Subject < 0 && args.Object >= 0 && IsPowerItself(args.Object);
        if (!acts) return false;
        if (args.Object < 0) return true;
        return tree.Parts[args.Object] == Upos.PRON || Any(args.Object) || HasPartyPhrase(args);
    }

    /// <summary>Whether the word itself, and not only an adjective on it, names one who holds power.</summary>
    private bool IsPowerItself(int token)
    {
        foreach (int mention in parties.MentionsAt(reader.Subjects.Resolve(token)))
        {
            if (mention >= MarkedParties.Target || HoldsPower(parties.Actor(mention))) return true;
        }

        return false;
    }

    private bool HasPartyPhrase(Arguments args)
    {
        foreach ((_, int phrase) in args.Phrases)
        {
            if (Any(phrase)) return true;
        }

        return false;
    }

    private static bool HoldsPower(ActorReference actor) => actor.Code is not null && (actor.Kind is "state" or "government" or "body" or "igo" or "group"
        || actor.Sector is "GOV" or "MIL" or "LEG" or "REB" or "OPP" or "PTY" or "SPY" or "JUD" or "COP" or "PRM" or "UAF");

    /// <summary>Adds the parties that a phrase is, or else those inside it.</summary>
    public void Collect(int token, List<int> into, int depth, bool throughDeeds = true)
    {
        if (token < 0 || depth > MaxDepth) return;
        token = reader.Subjects.Resolve(token);
        if (tree.Parts[token] == Upos.VERB)
        {
            if (throughDeeds) Collect(reader.Verb(token).Subject, into, depth + 1);
            return;
        }

        bool direct = AddDirect(token, into);
        for (int c = tree.FirstChild(token); c >= 0 && !direct; c = tree.Next(c)) direct = IsNaming(c, token) && AddNamed(c, into);
        if (direct)
        {
            ListMembers(token, into, depth);
            if (!IsUnresolved(token)) return;
            int before = into.Count;
            Inside(token, into, depth, throughDeeds);
            if (into.Count > before) RemoveDirect(token, into);
            return;
        }

        Match? deed = depth < MaxDepth ? matcher.At(token) : null;
        if (deed is null) Inside(token, into, depth, throughDeeds);
        else if (throughDeeds) CollectDeed(deed, into);
        else Possessor(token, into, depth);
    }

    /// <summary>Whether a child names what its head describes: <c>the envoy, X</c>, <c>his rival X</c>.</summary>
    private bool IsNaming(int child, int head)
    {
        if (tree.Relations[child] == Relation.Flat) return true;
        bool bare = tree.Relations[child] == Relation.Nmod && child > head && tree.Parts[child] == Upos.PROPN && tree.Marker(child) < 0;
        if (tree.Relations[child] != Relation.Appos && !bare) return false;
        for (int t = head + 1; t < child; t++)
        {
            if (tree.Document.Token(t).Form is "\u201d" or "\"") return false;
        }

        return tree.Parts[head] != Upos.NOUN || !IsPerson(child) || codebook.InClass(tree.Lemmas[head], _roleClass);
    }

    private bool IsPerson(int token) => PersonAt(token) >= 0;

    private int PersonAt(int token)
    {
        foreach (int mention in parties.MentionsAt(token))
        {
            if (parties.Actor(mention).Kind == "person") return mention;
        }

        return -1;
    }

    /// <summary>Members of a list that the parser took for attributes or appositions: <c>X, adviser Y and envoy Z</c>.</summary>
    private void ListMembers(int token, List<int> into, int depth)
    {
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] is Relation.Appos or Relation.Flat && depth < MaxDepth) JoinedPersons(c, into, depth);
            bool loose = tree.Relations[c] is Relation.Compound or Relation.NmodDesc or Relation.Appos or Relation.Dep or Relation.List
                || tree.Relations[c] == Relation.Nmod && tree.Marker(c) < 0;
            if (!loose || depth >= MaxDepth) continue;
            if (IsListed(c, token) || NamesAnother(c, token)) Collect(c, into, depth + 1);
            else if (c < token) ListMembers(c, into, depth + 1);
        }
    }

    /// <summary>Persons joined to the name behind a description: <c>adviser X and envoy Y</c>.</summary>
    private void JoinedPersons(int name, List<int> into, int depth)
    {
        for (int c = tree.FirstChild(name); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Conj && IsPerson(c)) Collect(c, into, depth + 1);
        }
    }

    /// <summary>Whether what stands in apposition to a person names another one, and so is the next of a list.</summary>
    private bool NamesAnother(int child, int head)
    {
        int one = PersonAt(head), other = PersonAt(child);
        for (int c = tree.FirstChild(child); c >= 0 && other < 0; c = tree.Next(c))
        {
            if (tree.Relations[c] is Relation.Appos or Relation.Flat) other = PersonAt(c);
        }

        return one >= 0 && other >= 0 && one != other && parties.Actor(one).Name != parties.Actor(other).Name;
    }

    private bool IsListed(int child, int head)
    {
        if (child > head)
        {
            for (int t = head + 1; t < child; t++)
            {
                if (tree.Tags[t] == PennTag.CC) return true;
            }

            return false;
        }

        int next = tree.RightEdge(child) + 1;
        return next < head && tree.Document.Token(next).Form is "," && tree.Parts[child] == Upos.PROPN;
    }

    /// <summary>The actors of a deed that a phrase names; deeds inside deeds are followed a few steps only.</summary>
    private void CollectDeed(Match deed, List<int> into)
    {
        if (_deeds >= MaxDepth) return;
        _deeds++;
        int before = into.Count;
        Collect(deed.Frame.Actors, deed.Args, deed.Frame, into);
        if (into.Count == before && deed.Args.Subject >= 0) Collect(deed.Args.Subject, into, 1);
        _deeds--;
    }

    private bool AddDirect(int token, List<int> into)
    {
        ReadOnlySpan<int> mentions = parties.MentionsAt(token);
        foreach (int mention in mentions)
        {
            if (!into.Contains(mention)) into.Add(mention);
        }

        return mentions.Length > 0;
    }

    private bool IsAnyKnown(List<int> mentions, int from)
    {
        for (int i = from; i < mentions.Count; i++)
        {
            if (mentions[i] >= MarkedParties.Target || parties.Actor(mentions[i]).Code is not null) return true;
        }

        return false;
    }

    private bool IsUnresolved(int token)
    {
        foreach (int mention in parties.MentionsAt(token))
        {
            if (mention >= MarkedParties.Target || parties.Actor(mention).Code is not null) return false;
        }

        return parties.MentionsAt(token).Length > 0;
    }

    private void RemoveDirect(int token, List<int> into)
    {
        foreach (int mention in parties.MentionsAt(token)) into.Remove(mention);
    }

    private bool AddNamed(int token, List<int> into)
    {
        bool found = AddDirect(token, into);
        for (int c = tree.FirstChild(token); c >= 0 && found; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Conj) AddDirect(c, into);
        }

        return found;
    }

    private void Possessor(int token, List<int> into, int depth)
    {
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.NmodPoss) Collect(c, into, depth + 1, false);
        }
    }

    private void Inside(int token, List<int> into, int depth, bool throughDeeds)
    {
        int before = into.Count;
        Possessor(token, into, depth);
        if (into.Count > before) return;
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c))
        {
            bool holds = tree.Relations[c] is Relation.Amod or Relation.Compound or Relation.NmodDesc
                || tree.Relations[c] == Relation.Nmod && Holds(c);
            if (holds && (tree.Relations[c] != Relation.Nmod || matcher.At(c) is null)) Collect(c, into, depth + 1, throughDeeds);
            if (IsAnyKnown(into, before)) return;
        }
    }

    private bool Holds(int phrase)
    {
        int marker = tree.Marker(phrase);
        return marker >= 0 && (tree.IsForm(marker, "of") || tree.IsForm(marker, "by") || tree.IsForm(marker, "from") || tree.IsForm(marker, "in")
            || tree.IsForm(marker, "for") || tree.IsForm(marker, "at") || tree.IsForm(marker, "with"));
    }
}
