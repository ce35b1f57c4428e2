using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>
/// Points back: pronouns, <c>the ministry</c>, <c>the two leaders</c>, <c>his counterpart</c>. Candidates are weighed by
/// distance, subjecthood and agreement in whole numbers; where none fits, or two fit alike, the mention stays open.
/// </summary>
internal sealed class Anaphora(ActorDirectory directory, Document document, Discourse discourse, MentionList mentions)
{
    private const int Reach = 4;

    /// <summary>Adds the mentions of a pronoun; none where the token is no pronoun or stands for no actor.</summary>
    public void Pronoun(Token token)
    {
        if (token.Upos is not (Upos.PRON or Upos.DET or Upos.None) || token.Relation == Relation.Expl || token.End - token.Start is < 2 or > 10) return;
        string word = Folding.Fold(token.Form);
        MentionForm form = word is "his" or "their" or "its" || (word == "her" && token.Relation == Relation.NmodPoss) ? MentionForm.Possessive : MentionForm.Pronoun;
        switch (word)
        {
            case "he" or "him" or "his" or "himself":
                Person(token, form, Gender.Female);
                break;
            case "she" or "her" or "hers" or "herself":
                Person(token, form, Gender.Male);
                break;
            case "they" or "them" or "their" or "themselves":
                Several(token, form);
                break;
            case "it" or "its" or "itself":
                Thing(token, form);
                break;
        }
    }

    /// <summary>A definite title without an owner that repeats someone: <c>the president</c>.</summary>
    public bool Title(Phrase phrase, string words)
    {
        if (phrase.Determiner is not ("the" or "") || phrase.IsFormer || phrase.Apposition is not null) return false;
        HashSet<string> names = [.. phrase.Targets.Select(target => directory.Parts.Titles[target].Name)];
        HashSet<string> roles = [.. phrase.Targets.Select(target => directory.Parts.Titles[target].Role).Where(role => role.Length > 0)];
        for (int i = discourse.Traces.Count - 1; i >= 0; i--)
        {
            Trace trace = discourse.Traces[i];
            if (!trace.IsPerson || trace.Actor.Unresolved == "whose is not said") continue;
            bool titled = trace.Person is not null && (trace.Person.Titles.Overlaps(names) || HoldsRole(trace, roles, names));
            bool repeats = trace.Person is null && trace.Actor.Kind == "person" && trace.Actor.Code is not null && EndsLike(trace.Actor, names);
            if (!titled && !repeats) continue;
            phrase.Mention = mentions.Add(phrase, trace.Actor, MentionForm.Title, trace.Person, trace.Mention);
            return true;
        }

        return false;
    }

    private static bool EndsLike(ActorReference actor, HashSet<string> names) =>
        names.Any(name => Folding.Fold(actor.Name).EndsWith(name, StringComparison.Ordinal) || actor.Office is not null && Folding.Fold(actor.Office) == name);

    /// <summary>A definite agent or <c>the two …</c> that stands for actors named before; false where it introduces.</summary>
    public bool Nominal(Phrase phrase, AgentWord agent, string counted)
    {
        bool definite = phrase.Determiner is "the" or "both" or "these" || counted == "two";
        if (phrase.Plural && definite && counted is "two" or "three") return Pair(phrase, agent, counted == "two" ? 2 : 3);
        if (phrase.Plural || phrase.Determiner is not ("the" or "this" or "that")) return false;
        string name = agent.Name;
        if (directory.Cue("collective-nouns", name) || agent.Class == "group") return Collective(phrase, name);
        return false;
    }

    /// <summary><c>the ministry</c>, <c>the army</c> again.</summary>
    public bool Body(Phrase phrase, BodyKind kind)
    {
        if (phrase.Determiner is not ("the" or "its" or "")) return false;
        for (int i = discourse.Traces.Count - 1; i >= 0; i--)
        {
            Trace trace = discourse.Traces[i];
            if (trace.Actor.Code is null || trace.Actor.Kind is not ("body" or "government") || trace.Actor.Id is null) continue;
            string sort = directory.IndexOf(trace.Actor.Id) is var index and >= 0 ? directory.Entries[index].Sort : trace.Actor.Id;
            bool general = kind.Name is "ministry" or "agency" && (sort.EndsWith("ministry", StringComparison.Ordinal) || sort.EndsWith("agency", StringComparison.Ordinal));
            if (sort != kind.Name && !sort.EndsWith("-" + kind.Name, StringComparison.Ordinal) && !general) continue;
            phrase.Mention = mentions.Add(phrase, trace.Actor, MentionForm.Nominal, null, trace.Mention);
            return true;
        }

        return false;
    }

    /// <summary>Whose, by <c>his</c>, <c>its</c>, <c>their</c> before a phrase: what the pronoun was settled to.</summary>
    public IEnumerable<Belonging> PossessorOf(Phrase phrase, WordRuns runs)
    {
        int first = runs.TokenOf(phrase.First);
        Trace? pronoun = discourse.Traces.LastOrDefault(trace => trace.Token < first && trace.Token >= first - 4 && document.Token(trace.Token).Relation == Relation.NmodPoss);
        if (pronoun is null || pronoun.Actor.Code is null) yield break;
        int index = pronoun.Actor.Id is null ? -1 : directory.IndexOf(pronoun.Actor.Id);
        ActorEntry? entry = index >= 0 && directory.Entries[index].Kind != EntryKind.Person ? directory.Entries[index] : directory.State(pronoun.Actor.Code);
        yield return new Belonging(pronoun.Actor.Code, pronoun.Actor.Country, null, entry);
    }

    private void Person(Token token, MentionForm form, Gender not)
    {
        int sentence = document.SentenceOf(token.Index);
        Trace? best = null;
        int score = int.MinValue;
        foreach (Trace trace in discourse.Traces)
        {
            if (!trace.IsPerson || sentence - trace.Sentence > Reach || trace.Person?.Gender == not || Clashes(token, trace)) continue;
            int weight = Weight(token, trace, sentence) + (trace.Person is { Gender: not Gender.Unknown } ? 15 : 0) + (trace.Person is not null ? 5 : 0);
            if (weight < score) continue;
            best = trace;
            score = weight;
        }

        if (best is not null) mentions.AddPronoun(token, form, best);
        else mentions.AddOpen(token, form, "no person before it that it could stand for");
    }

    private void Thing(Token token, MentionForm form)
    {
        int sentence = document.SentenceOf(token.Index);
        Trace? best = null;
        int score = 20;
        foreach (Trace trace in discourse.Traces)
        {
            if (trace.Number != GrammaticalNumber.Collective || trace.Actor.Code is null || sentence - trace.Sentence > 1 || Clashes(token, trace)) continue;
            int weight = Weight(token, trace, sentence);
            if (weight < score) continue;
            best = trace;
            score = weight;
        }

        if (best is not null) mentions.AddPronoun(token, form, best);
    }

    private void Several(Token token, MentionForm form)
    {
        int sentence = document.SentenceOf(token.Index);
        List<Trace> best = [];
        int score = int.MinValue;
        foreach (Trace trace in discourse.Traces)
        {
            if (sentence - trace.Sentence > 2 || Clashes(token, trace) || trace.Actor.Kind == "place") continue;
            List<Trace> joined = Joined(trace);
            bool many = trace.Number == GrammaticalNumber.Plural || joined.Count > 1;
            if (!many && trace.Number != GrammaticalNumber.Collective) continue;
            int weight = Weight(token, trace, sentence) + (many ? 25 : trace.Actor.Kind == "state" ? -25 : 0);
            if (weight < score) continue;
            score = weight;
            best = joined.Count > 1 ? joined : [.. discourse.Traces.Where(other => other.Token == trace.Token)];
        }

        foreach (Trace trace in best.DistinctBy(trace => trace.Key)) mentions.AddPronoun(token, form, trace);
        if (best.Count == 0) mentions.AddOpen(token, form, "nobody before it that it could stand for");
    }

    /// <summary>The traces joined to one by <c>and</c>, itself the first.</summary>
    private List<Trace> Joined(Trace trace)
    {
        List<Trace> joined = [trace];
        if (!document.IsParsed || document.Token(trace.Token).Relation == Relation.Conj) return joined;
        foreach (Trace other in discourse.Traces)
        {
            Token token = document.Token(other.Token);
            if (other.Sentence == trace.Sentence && token.Relation == Relation.Conj && token.HeadIndex == trace.Token && other.Actor.Kind != "place") joined.Add(other);
        }

        return joined;
    }

    private int Weight(Token token, Trace trace, int sentence)
    {
        int distance = sentence - trace.Sentence;
        int weight = 60 - (25 * distance) + (trace.IsSubject ? 30 : 0);
        if (distance == 0 && GovernsClause(token, trace)) weight += 30;
        if (distance == 0) weight -= Math.Min(10, (token.Index - trace.Token) / 4);
        return weight;
    }

    /// <summary>Whether the trace is the subject of the verb that the pronoun's clause depends on: <c>Novak said he</c>.</summary>
    private bool GovernsClause(Token token, Trace trace)
    {
        if (!document.IsParsed) return false;
        Token subject = document.Token(trace.Token);
        return trace.IsSubject && token.IsWithin(subject.Head) && token.Head.Index != subject.Head.Index;
    }

    /// <summary>Subject and object of one verb are two (<c>Novak told him</c>), unless reflexive or possessive.</summary>
    private bool Clashes(Token token, Trace trace)
    {
        if (trace.Token == token.Index) return true;
        if (!document.IsParsed || token.Relation == Relation.NmodPoss) return false;
        Token other = document.Token(trace.Token);
        bool sameVerb = other.HeadIndex == token.HeadIndex && other.HeadIndex >= 0;
        return sameVerb && !token.Form.EndsWith("self", StringComparison.Ordinal) && !token.Form.EndsWith("selves", StringComparison.Ordinal);
    }

    private bool Pair(Phrase phrase, AgentWord agent, int count)
    {
        bool states = directory.Cue("collective-nouns", agent.Name);
        bool leaders = directory.Cue("leader-nouns", agent.Name);
        List<Trace> found = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        for (int i = discourse.Traces.Count - 1; i >= 0 && found.Count < count; i--)
        {
            Trace trace = discourse.Traces[i];
            bool fits = states ? trace.Actor.Code is not null && trace.Actor.Kind is not "place" : trace.IsPerson && (!leaders || IsLeader(trace) || agent.Name is "man" or "politician");
            if (fits && keys.Add(states ? trace.Actor.Code! : trace.Key)) found.Add(trace);
        }

        if (found.Count < count) return Open(phrase, agent, $"fewer than {(count == 2 ? "two" : "three")} before it that it could stand for");
        found.Reverse();
        foreach (Trace trace in found)
        {
            ActorReference actor = states ? StateOf(trace) : trace.Actor;
            phrase.Mention = mentions.Add(phrase, actor, MentionForm.Nominal, states ? null : trace.Person, trace.Mention);
        }

        return true;
    }

    private ActorReference StateOf(Trace trace)
    {
        if (trace.Actor.Kind is "state" or "group" or "igo" || trace.Actor.Code is null || directory.State(trace.Actor.Code) is not ActorEntry state) return trace.Actor;
        return new ActorReference { Id = state.Id, Name = state.Name, Kind = "state", Code = state.Code, Country = state.Country };
    }

    private bool IsLeader(Trace trace) =>
        trace.Person is { Entry: >= 0 } person && directory.Entries[person.Entry].Offices.Any(row => row.Roles.Any(role => role is "head-of-state" or "head-of-government" or "leader") && row.Title == trace.Actor.Office)
        || trace.Person is not null && trace.Person.Titles.Any(title => directory.Cue("leader-nouns", title));

    private bool Open(Phrase phrase, AgentWord agent, string reason)
    {
        ActorReference actor = References.Unsettled(agent.Name, "agent", Belonging.None, agent.Sector, reason);
        phrase.Mention = mentions.Add(phrase, actor, MentionForm.Nominal, null);
        return true;
    }

    private bool Collective(Phrase phrase, string name)
    {
        string[] kinds = name switch
        {
            "country" or "nation" or "state" or "kingdom" or "republic" or "superpower" => ["state"],
            "company" or "firm" or "corporation" => ["company"],
            "alliance" or "bloc" or "organization" or "organisation" or "coalition" => ["igo", "group"],
            "group" or "movement" or "party" or "militia" or "faction" or "insurgency" or "organisation of rebels" => ["group", "ngo"],
            _ => [],
        };
        if (kinds.Length == 0) return false;
        for (int i = discourse.Traces.Count - 1; i >= 0; i--)
        {
            Trace trace = discourse.Traces[i];
            if (!kinds.Contains(trace.Actor.Kind)) continue;
            phrase.Mention = mentions.Add(phrase, trace.Actor, MentionForm.Nominal, null, trace.Mention);
            return true;
        }

        return false;
    }

    private bool HoldsRole(Trace trace, HashSet<string> roles, HashSet<string> names)
    {
        if (trace.Actor.Office is null || trace.Person is not { Entry: >= 0 } person) return false;
        if (names.Contains(Folding.Fold(trace.Actor.Office))) return true;
        return roles.Count > 0 && directory.Entries[person.Entry].Offices.Any(row => row.Title == trace.Actor.Office && row.Roles.Any(roles.Contains));
    }
}
