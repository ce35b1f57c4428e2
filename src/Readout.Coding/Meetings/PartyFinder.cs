using System.Collections.Immutable;
using Readout.Coding.Actors;
using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Meetings;

/// <summary>Finds who takes part in a meeting: subject, object and <c>with</c> of the verb; <c>between</c>, <c>with</c> and possessor of the noun.</summary>
internal sealed class PartyFinder(SyntaxIndex tree, MeetingWords words, ActorLayer actors, TextSpan? dateline)
{
    private const int Reach = 40;

    /// <summary>The mentions that take part, in text order, each once.</summary>
    public ImmutableArray<int> Of(int token, bool verb, bool visit, ImmutableArray<CodedEvent> events)
    {
        SortedSet<int> found = [];
        int? host = visit ? Host(token, verb) : null;
        foreach (CodedEvent coded in events)
        {
            found.UnionWith(coded.Actors);
            found.UnionWith(coded.Recipients);
        }

        int subject = Subject(token, verb);
        if (subject >= 0) AddList(found, subject);
        else AddBefore(found, verb ? token : Carrier(token));
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c)) AddArgument(found, token, c);
        if (!verb && tree.Heads[token] is >= 0 and int carrier && tree.Relations[token] is Relation.Obj or Relation.Obl)
        {
            for (int c = tree.FirstChild(carrier); c >= 0; c = tree.Next(c))
            {
                if (tree.Relations[c] == Relation.Obl && c > token && IsWith(c)) AddList(found, c);
            }
        }

        found.RemoveWhere(mention => actors.Actor(mention).Kind == "place" || (dateline?.Contains(actors.Mentions[mention].Span) ?? false));
        if (host is { } receiving && !found.Any(mention => actors.Actor(mention).Code == actors.Actor(receiving).Code)) found.Add(receiving);
        return [.. found];
    }

    /// <summary>Whether somebody of rank goes to a state that is not his own: <c>the president will fly to Lima</c>.</summary>
    /// <param name="verb">The verb of going.</param>
    /// <param name="country">Country of the place that the clause names, or null.</param>
    public bool IsEnvoyAbroad(int verb, string? country)
    {
        int subject = Subject(verb, verb: true);
        if (subject < 0) return false;
        string? host = Host(verb, verb: true) is int mention ? actors.Actor(mention).Code : country;
        return host is not null && actors.ActorsOf(tree.Token(subject)).Any(visitor => IsOfRank(visitor) && actors.Actor(visitor).Code is { } code && code != host);
    }

    /// <summary>Whether what is received or seen is a person or a delegation.</summary>
    public bool IsReceived(int verb)
    {
        int received = Arguments.Read(tree, verb) is var arguments && arguments.PassiveSubject >= 0 ? arguments.PassiveSubject : arguments.Object;
        if (received < 0) return false;
        if (tree.Lemma(received) is "other" or "another") return true;
        return actors.ActorsOf(tree.Token(received)).Any(mention => actors.Actor(mention).Kind is "person" or "agent" or "body" or "group");
    }

    /// <summary>Whether the subject is several, or a body of several: <c>the ministers will meet</c>, <c>the council meets</c>.</summary>
    public bool MeetsInItself(int verb)
    {
        int subject = Subject(verb, verb: true);
        if (subject < 0) return false;
        if (tree.Tags[subject] is PennTag.NNS or PennTag.NNPS) return true;
        return actors.ActorsOf(tree.Token(subject)).Any(mention => actors.Actor(mention).Kind is "body" or "group" or "igo");
    }

    private bool IsOfRank(int mention)
    {
        ActorReference actor = actors.Actor(mention);
        if (actor.Kind == "person" || (actor.Kind == "body" && actor.Name.Contains("delegation", StringComparison.OrdinalIgnoreCase))) return true;
        string name = (actor.Office ?? actor.Name).ToLowerInvariant();
        return words.Holds(MeetingClass.Leader, name) || words.Holds(MeetingClass.Minister, name) || words.Holds(MeetingClass.Official, name);
    }

    /// <summary>The state or capital that a visit goes to, or null.</summary>
    private int? Host(int token, bool verb)
    {
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c))
        {
            if (c < token || tree.Relations[c] is not (Relation.Obj or Relation.Obl or Relation.Nmod)) continue;
            int preposition = Arguments.Preposition(tree, c);
            bool goal = preposition < 0 ? verb && tree.Relations[c] == Relation.Obj : tree.Is(preposition, "to") || tree.Is(preposition, "in") || tree.Is(preposition, "for");
            if (!goal) continue;
            foreach (int mention in actors.MentionsAt(c))
            {
                if (actors.Actor(mention) is { Kind: "state" or "government" or "place", Code: not null }) return mention;
            }
        }

        return null;
    }

    private void AddArgument(SortedSet<int> found, int token, int child)
    {
        bool with = tree.Relations[child] is Relation.Obl or Relation.Nmod && IsWith(child);
        bool direct = tree.Parts[token] == Upos.VERB && tree.Relations[child] is Relation.Obj or Relation.NsubjPass && (tree.Lemma(token) is "meet" || words.Is(MeetingClass.Hosts, tree.Lemma(token)));
        if (with || direct || tree.Relations[child] == Relation.NmodPoss) AddList(found, child);
        else if (tree.Relations[child] is Relation.Amod or Relation.Compound or Relation.NmodDesc) AddStates(found, child);
    }

    private bool IsWith(int phrase)
    {
        int preposition = Arguments.Preposition(tree, phrase);
        return preposition >= 0 && (tree.Is(preposition, "with") || tree.Is(preposition, "between") || tree.Is(preposition, "among") || tree.Is(preposition, "by"));
    }

    /// <summary>The subject of the verb, or of the verb that holds, plans or cancels the meeting.</summary>
    private int Subject(int token, bool verb)
    {
        SourceReader subjects = new(tree);
        if (verb) return subjects.Find(token, Arguments.Read(tree, token));
        int carrier = Carrier(token);
        return carrier < 0 ? -1 : subjects.Find(carrier, Arguments.Read(tree, carrier));
    }

    /// <summary>The verb whose object a noun is, or under which it stands; -1 where there is none.</summary>
    private int Carrier(int noun)
    {
        int carrier = tree.Heads[noun];
        return carrier < 0 || tree.Parts[carrier] != Upos.VERB || tree.Relations[noun] is not (Relation.Obj or Relation.Obl) ? -1 : carrier;
    }

    /// <summary>The enumeration right before a verb for which the tree has no subject.</summary>
    private void AddBefore(SortedSet<int> found, int verb)
    {
        if (verb < 0) return;
        int last = verb - 1;
        int start = tree.SentenceFirst(verb);
        while (last >= start && tree.Parts[last] is Upos.AUX or Upos.ADV) last--;
        for (int t = last; t >= Math.Max(start, last - Reach) && IsListWord(t); t--) Add(found, t);
    }

    private void AddStates(SortedSet<int> found, int token)
    {
        foreach (int mention in actors.MentionsAt(token))
        {
            if (actors.Actor(mention).Kind is "state" or "government" or "group" or "igo") found.Add(mention);
        }
    }

    private void Add(SortedSet<int> found, int token)
    {
        foreach (int mention in actors.MentionsAt(token)) found.Add(mention);
    }

    /// <summary>The mentions of an enumeration: <c>A, adviser B and envoy C</c>, also where the tree misses a link of it.</summary>
    private void AddList(SortedSet<int> found, int head)
    {
        found.UnionWith(actors.ActorsOf(tree.Token(head)));
        int first = tree.First[head];
        for (int t = first - 1; t >= Math.Max(tree.SentenceFirst(head), first - Reach); t--)
        {
            if (!IsListWord(t)) break;
            if (tree.Parts[t] == Upos.PROPN) Add(found, t);
        }

        for (int t = head; t <= tree.Last[head] && t < head + Reach; t++)
        {
            if (tree.Parts[t] is Upos.VERB or Upos.AUX or Upos.ADP or Upos.PRON) break;
            if (tree.Parts[t] == Upos.PROPN || tree.Relations[t] == Relation.Conj) Add(found, t);
        }
    }

    private bool IsListWord(int token) => tree.Parts[token] is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.CCONJ or Upos.DET or Upos.PART
        || tree.Sign(token) == ',';
}
