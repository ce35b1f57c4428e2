using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>
/// Points back: pronouns, <c>the ministry</c>, <c>the two leaders</c>, <c>his counterpart</c>. Candidates are weighed by
/// distance, subjecthood and agreement in whole numbers; where none fits, or two fit alike, the mention stays open.
/// </summary>
internal sealed partial class Anaphora(ActorDirectory directory, Document document, Discourse discourse, MentionList mentions)
{
    private const int Reach = 4;

    /// <summary>Whether <c>it</c>, which the parser takes for an empty word, has a will in what somebody says: <c>Syria says it is willing to</c>.</summary>
    private bool IsWilling(Token token) => !token.IsRoot && token.Head.Relation == Relation.Ccomp && directory.Cue("willing-adjectives", token.Head.Lemma);

    /// <summary>Adds the mentions of a pronoun; none where the token is no pronoun or stands for no actor.</summary>
    public void Pronoun(Token token)
    {
        if (token.Upos is not (Upos.PRON or Upos.DET or Upos.None) || token.Relation == Relation.Expl && !IsWilling(token) || token.End - token.Start is < 2 or > 10) return;
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

    /// <summary>A definite title without an owner that repeats someone: <c>the president</c>; first by the words of the title, then by its role.</summary>
    public bool Title(Phrase phrase, string words)
    {
        if (phrase.Determiner is not ("the" or "") || phrase.Apposition is not null) return false;
        HashSet<string> names = [.. phrase.Targets.Select(target => directory.Parts.Titles[target].Name)];
        HashSet<string> roles = [.. phrase.Targets.Select(target => directory.Parts.Titles[target].Role).Where(role => role.Length > 0)];
        Trace? found = phrase.IsFormer ? Last(trace => WasOnce(trace, roles, names))
            : Last(trace => IsTitled(trace, names)) ?? Last(trace => trace.Person is not null ? HoldsRole(trace, roles, names) : trace.Actor.Code is not null && EndsLike(trace.Actor, names));
        if (found is null) return false;
        phrase.Mention = mentions.Add(phrase, found.Actor, MentionForm.Title, found.Person, found.Mention);
        return true;
    }

    private Trace? Last(Func<Trace, bool> fits)
    {
        for (int i = discourse.Traces.Count - 1; i >= 0; i--)
        {
            Trace trace = discourse.Traces[i];
            if (trace.IsPerson && trace.Actor.Unresolved != "whose is not said" && fits(trace)) return trace;
        }

        return null;
    }

    private static bool IsTitled(Trace trace, HashSet<string> names) =>
        trace.Person is not null && (trace.Person.Titles.Overlaps(names) || trace.Actor.Office is not null && names.Contains(Folding.Fold(trace.Actor.Office)));

    /// <summary>A former holder, by the offices that the directory knows or the title that the text gave.</summary>
    private bool WasOnce(Trace trace, HashSet<string> roles, HashSet<string> names)
    {
        if (trace.Person is null || trace.Actor.Sector != "ELI") return false;
        return trace.Person.Titles.Overlaps(names) || trace.Person.Entry >= 0 && directory.Entries[trace.Person.Entry].Offices.Any(row => names.Contains(Folding.Fold(row.Title)) || row.Roles.Any(roles.Contains));
    }

    private static bool EndsLike(ActorReference actor, HashSet<string> names) =>
        names.Any(name => Folding.Fold(actor.Name).EndsWith(name, StringComparison.Ordinal) || actor.Office is not null && Folding.Fold(actor.Office) == name);

    /// <summary>A definite agent or <c>the two …</c> that stands for actors named before; false where it introduces.</summary>
    public bool Nominal(Phrase phrase, AgentWord agent, string counted)
    {
        if (agent.Class == "count" && phrase.Determiner is "the") return Pair(phrase, agent with { Name = "politician" }, 2);
        bool definite = phrase.Determiner is "the" or "both" or "these" or "those";
        if (phrase.Plural && definite && counted is "two" or "three") return Pair(phrase, agent, counted == "two" ? 2 : 3);
        if (phrase.Determiner is not ("the" or "this" or "that" or "these" or "those")) return false;
        if (Again(phrase, agent)) return true;
        if (phrase.Plural) return false;
        string name = agent.Name;
        if (directory.Cue("collective-nouns", name) || agent.Class == "group") return Collective(phrase, name);
        return false;
    }

    /// <summary>
    /// The same agents again: <c>Peruvian rebels … the rebels</c>; rebels are also the one armed group named shortly before. Where the last
    /// two of that noun are of different states, neither is meant.
    /// </summary>
    private bool Again(Phrase phrase, AgentWord agent)
    {
        int sentence = mentions.SentenceOf(phrase);
        bool armed = agent.Sector == "REB" && phrase.Plural;
        Trace? found = null;
        for (int i = discourse.Traces.Count - 1; i >= 0 && sentence - discourse.Traces[i].Sentence <= 2 * Reach; i--)
        {
            Trace trace = discourse.Traces[i];
            bool same = trace.Actor.Kind == "agent" && trace.Agent == agent.Name && (trace.Number == GrammaticalNumber.Plural) == phrase.Plural;
            bool group = armed && trace.Actor is { Kind: "group", Sector: "REB" } && sentence - trace.Sentence <= Reach;
            if (!same && !group || trace.Actor.Code is null) continue;
            if (found is not null && found.Actor.Code != trace.Actor.Code) return false;
            found ??= trace;
        }

        if (found is null) return false;
        phrase.Mention = mentions.Add(phrase, found.Actor, MentionForm.Nominal, found.Person, found.Mention, agent.Name);
        return true;
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
        HashSet<string> clashing = [.. discourse.Traces.Where(trace => Clashes(token, trace)).Select(trace => trace.Key)];
        foreach (Trace trace in discourse.Traces)
        {
            if (!trace.IsPerson || sentence - trace.Sentence > Reach || trace.Person?.Gender == not || clashing.Contains(trace.Key)) continue;
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
        HashSet<string> clashing = [.. discourse.Traces.Where(trace => Clashes(token, trace)).Select(trace => trace.Key)];
        foreach (Trace trace in discourse.Traces)
        {
            if (sentence - trace.Sentence > 2 || clashing.Contains(trace.Key) || trace.Actor.Kind == "place") continue;
            List<Trace> joined = Joined(trace);
            if (joined.Exists(other => clashing.Contains(other.Key))) continue;
            bool many = trace.Number == GrammaticalNumber.Plural || joined.Count > 1;
            if (!many && trace.Number != GrammaticalNumber.Collective) continue;
            int weight = Weight(token, trace, sentence) + (many ? 25 : trace.Actor.Kind == "state" ? -25 : -15);
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

    private bool Collective(Phrase phrase, string name)
    {
        string[] kinds = name switch
        {
            "country" or "nation" or "state" or "kingdom" or "republic" or "superpower" => ["state"],
            "company" or "firm" or "corporation" => ["company"],
            "alliance" or "bloc" or "organization" or "organisation" or "coalition" => ["igo", "group"],
            "group" or "movement" or "party" or "militia" or "faction" or "insurgency" => ["group", "ngo", "agent"],
            _ => [],
        };
        if (kinds.Length == 0) return false;
        for (int i = discourse.Traces.Count - 1; i >= 0; i--)
        {
            Trace trace = discourse.Traces[i];
            if (!kinds.Contains(trace.Actor.Kind) || trace.Actor.Kind == "agent" && trace.Actor.Sector is not ("REB" or "PRM" or "UAF" or "CRM")) continue;
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
