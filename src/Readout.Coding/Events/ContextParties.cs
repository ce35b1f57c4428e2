using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Completes events whose clause leaves a party out from what stands around it: another phrase of the clause, the deed
/// before it (<c>Iran condemned the raid</c>), the party spoken of last.
/// </summary>
internal sealed class ContextParties(TreeIndex tree, FrameMatcher matcher, IPartySource parties)
{
    /// <summary>Sentences back from which a party may come.</summary>
    private const int Reach = 3;

    /// <summary>Completes the matches of a document, which are in text order.</summary>
    public void Complete(List<Match> matches)
    {
        for (int i = 0; i < matches.Count; i++)
        {
            if (matches[i].Dropped) continue;
            Actors(matches, i);
            Agent(matches, i);
            Recipients(matches, i);
        }
    }

    /// <summary>A pronoun that stands for nobody known takes the actors of the deed before it.</summary>
    private void Actors(List<Match> matches, int index)
    {
        Match match = matches[index];
        if (match.Actors.Count == 0 || Knows(match.Actors) || !match.Actors.TrueForAll(IsPronoun)) return;
        for (int j = index - 1; j >= 0 && Distance(match, matches[j]) <= 1; j--)
        {
            if (!Knows(matches[j].Actors)) continue;
            match.Actors.Clear();
            Add(matches[j].Actors, match.Actors, match);
            return;
        }
    }

    /// <summary>A deed without an agent is the doing of whoever did the deed before it to the same party.</summary>
    private void Agent(List<Match> matches, int index)
    {
        Match match = matches[index];
        if (match.Actors.Count > 0 || match.Status.Status == EventStatus.Negated || !Knows(match.Recipients)) return;
        for (int j = index - 1; j >= 0 && Distance(match, matches[j]) <= 1; j--)
        {
            Match before = matches[j];
            if (before.Type.Quad() != match.Type.Quad() && before.Type.Quad() != QuadClass.MaterialConflict || !Knows(before.Actors)) continue;
            if (!before.Recipients.Exists(other => match.Recipients.Exists(mention => parties.Actor(mention).Code is { } code && parties.Actor(other).Code == code))) continue;
            Add(before.Actors, match.Actors, match);
            return;
        }
    }

    private bool IsPronoun(int mention) => parties.Actor(mention) is { Kind: "person", Unresolved: "no person before it that it could stand for" or "nobody before it that it could stand for" };

    private void Recipients(List<Match> matches, int index)
    {
        Match match = matches[index];
        bool mutual = match.Frame.Recipients.Length == 0 && match.Recipients.Count == 0;
        if (Knows(match.Recipients) || !Knows(match.Actors)) return;
        if (match.Type == EventType.Protest) Against(matches, match);
        if (!Takes(match)) return;
        if (mutual && (Codes(match.Actors) > 1 || match.Mode == "multilateral")) return;
        List<int> found = [];
        Clause(match, found);
        if (found.Count == 0) Named(match, found);
        bool answers = match.Type is not (EventType.Coerce or EventType.Mobilize) && match.Mode != "resign";
        bool opposed = match.Type.Quad() == QuadClass.MaterialConflict && Codes(match.Actors) > 1;
        if (found.Count == 0 && answers && !opposed) Deed(matches, index, found);
        if (found.Count == 0 && answers && !opposed) Spoken(match, found);
        if (found.Count == 0 && !mutual && HasOwnSide(match)) Own(match, found);
        if (found.Count == 0) return;
        List<int> into = mutual && match.Type is EventType.Consult or EventType.Cooperate ? match.Actors : match.Recipients;
        if (into == match.Recipients) into.Clear();
        Add(found, into, match);
    }

    /// <summary>Whether a deed of the type has somebody on its other side where news does not say otherwise.</summary>
    private static bool Takes(Match match) => match.Type switch
    {
        EventType.Accuse or EventType.Request or EventType.Reject or EventType.Threaten or EventType.Sanction or EventType.Aid => true,
        EventType.Agree or EventType.Support => true,
        EventType.Consult or EventType.Cooperate => true,
        EventType.Concede or EventType.Retreat or EventType.Assault or EventType.Mobilize or EventType.Coerce => true,
        _ => false,
    };

    /// <summary>Whom a protest demands something of or blames; else who of its own state its sentence names behind it.</summary>
    private void Against(List<Match> matches, Match protest)
    {
        List<int> found = [];
        foreach (Match other in matches)
        {
            bool same = other != protest && tree.SentenceOf[other.Trigger] == tree.SentenceOf[protest.Trigger];
            if (!same || other.Type is not (EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten) || !Knows(other.Recipients)) continue;
            if (Knows(other.Actors) && other.Actors.TrueForAll(actor => IsOther(actor, protest))) continue;
            found.AddRange(other.Recipients.Where(IsKnown));
        }

        if (found.Count == 0) Own(protest, found);
        if (found.Count == 0) return;
        protest.Recipients.Clear();
        Add(found, protest.Recipients, protest);
    }

    /// <summary>Whether a deed of the type is often done to others of the same state.</summary>
    private static bool HasOwnSide(Match match) =>
        match.Type is EventType.Accuse or EventType.Request or EventType.Reject or EventType.Threaten or EventType.Sanction or EventType.Coerce or EventType.Assault;

    /// <summary>Another body or person of the actor's own state behind the deed in its sentence: <c>declined to resign despite pressure by the commission</c>.</summary>
    private void Own(Match match, List<int> found)
    {
        int sentence = tree.SentenceOf[match.Trigger];
        for (int t = match.Trigger + 1; t < tree.Count && tree.SentenceOf[t] == sentence && found.Count == 0; t++)
        {
            if (!IsPartOf(t, match.Predicate) || IsSpeaker(t)) continue;
            foreach (int mention in parties.MentionsAt(t))
            {
                if (mention < MarkedParties.Target && IsOwn(parties.Actor(mention), match)) found.Add(mention);
            }
        }
    }

    /// <summary>Whether a token stands in what a verb governs, and in no clause beside it or one that only goes with it.</summary>
    private bool IsPartOf(int token, int verb)
    {
        for (int t = token; t >= 0; t = tree.Heads[t])
        {
            if (t == verb) return true;
            if (tree.Relations[t] == Relation.Parataxis || tree.Relations[t] == Relation.Conj && tree.IsVerb(t)) return false;
            if (tree.Relations[t] == Relation.Advcl && !matcher.Reader.Subjects.HasTo(t) && tree.Tags[t] != PennTag.VBG) return false;
        }

        return false;
    }

    private bool IsOwn(ActorReference actor, Match match) => actor is { Code: not null, Kind: not ("place" or "state") }
        && match.Actors.TrueForAll(other => other < MarkedParties.Target && parties.Actor(other) is var one && one.Code == actor.Code && one.Name != actor.Name && (one.Id is null || one.Id != actor.Id));

    /// <summary>Parties in the phrases of the deed's own clause.</summary>
    private void Clause(Match match, List<int> found)
    {
        foreach ((int word, int phrase) in match.Args.Phrases)
        {
            if (tree.Words[word] is "during" or "in" or "at" or "by" or "before" or "after" or "as" or "since" or "until" or "of") continue;
            if (tree.IsVerb(phrase)) continue;
            List<int> inside = [];
            matcher.Parties.Collect(phrase, inside, 1);
            foreach (int mention in inside)
            {
                if (IsOther(mention, match)) found.Add(mention);
            }

            if (found.Count > 0) return;
        }
    }

    /// <summary>
    /// The one other party that the sentence names behind the deed, wherever it stands: <c>moved two brigades to the river facing
    /// X</c>; a place only inside what is acted on (<c>reopened its embassy in X</c>).
    /// </summary>
    private void Named(Match match, List<int> found)
    {
        int sentence = tree.SentenceOf[match.Trigger];
        string? code = null;
        for (int t = match.Trigger + 1; t < tree.Count && tree.SentenceOf[t] == sentence; t++)
        {
            if (IsSpeaker(t)) continue;
            foreach (int mention in parties.MentionsAt(t))
            {
                if (!IsOther(mention, match) || parties.Actor(mention).Kind == "place" && !IsInObject(t, match)) continue;
                if (code is not null && parties.Actor(mention).Code != code)
                {
                    found.Clear();
                    return;
                }

                code = parties.Actor(mention).Code;
                if (found.Count == 0) found.Add(mention);
            }
        }
    }

    private bool IsInObject(int token, Match match) => match.Args.Object > match.Trigger && tree.IsWithin(token, match.Args.Object);

    /// <summary>Whether the token is the subject of a clause that only says who tells it: <c>…, X said</c>.</summary>
    private bool IsSpeaker(int token)
    {
        for (int t = token; t >= 0; t = tree.Heads[t])
        {
            if (tree.Relations[t].Base() != Relation.Nsubj) continue;
            int verb = tree.Heads[t];
            return verb >= 0 && (tree.Relations[verb] == Relation.Parataxis || tree.Has(verb, Relation.Ccomp));
        }

        return false;
    }

    /// <summary>The other side of the nearest deed before.</summary>
    private void Deed(List<Match> matches, int index, List<int> found)
    {
        Match match = matches[index];
        for (int j = index - 1; j >= 0 && Distance(match, matches[j]) <= Reach; j--)
        {
            Match before = matches[j];
            bool acted = before.Actors.Exists(actor => !IsOther(actor, match) && IsKnown(actor));
            Side(acted ? before.Recipients : before.Actors, match, found);
            if (found.Count == 0) Side(acted ? before.Actors : before.Recipients, match, found);
            if (found.Count > 0) return;
        }
    }

    private void Side(List<int> from, Match match, List<int> found)
    {
        foreach (int mention in from)
        {
            if (IsOther(mention, match)) found.Add(mention);
        }
    }

    /// <summary>The party that the text named last before the deed.</summary>
    private void Spoken(Match match, List<int> found)
    {
        int sentence = tree.SentenceOf[match.Trigger];
        for (int t = match.Predicate - 1; t >= 0 && sentence - tree.SentenceOf[t] <= Reach; t--)
        {
            foreach (int mention in parties.MentionsAt(t))
            {
                if (mention < MarkedParties.Target && parties.Actor(mention).Kind is not "place" && IsOther(mention, match)) found.Add(mention);
            }

            if (found.Count > 0) return;
        }
    }

    private static void Add(List<int> from, List<int> into, Match match)
    {
        foreach (int mention in from)
        {
            if (!into.Contains(mention) && (into == match.Actors || !match.Actors.Contains(mention))) into.Add(mention);
        }
    }

    private int Distance(Match match, Match before) => tree.SentenceOf[match.Trigger] - tree.SentenceOf[before.Trigger];

    private bool IsKnown(int mention) => mention >= MarkedParties.Target || parties.Actor(mention).Code is not null;

    /// <summary>Whether a mention has a code that no actor of the match has.</summary>
    private bool IsOther(int mention, Match match)
    {
        if (mention >= MarkedParties.Target || parties.Actor(mention).Code is not { } code) return false;
        foreach (int actor in match.Actors)
        {
            if (actor < MarkedParties.Target && parties.Actor(actor).Code == code) return false;
        }

        return true;
    }

    private bool Knows(List<int> mentions) => mentions.Exists(IsKnown);

    private int Codes(List<int> mentions)
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        foreach (int mention in mentions)
        {
            if (mention < MarkedParties.Target && parties.Actor(mention).Code is { } code) codes.Add(code);
        }

        return codes.Count;
    }
}
