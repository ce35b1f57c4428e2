using System.Collections.Frozen;
using Readout.Coding.Record;

namespace Readout.Coding.Actors;

internal sealed partial class Anaphora
{
    private bool Pair(Phrase phrase, AgentWord agent, int count)
    {
        bool states = directory.Cue("collective-nouns", agent.Name);
        List<Trace> found = Distinct(phrase, agent, count, states, ownClause: false);
        if (found.Count < count) found = Distinct(phrase, agent, count, states, ownClause: true);
        if (found.Count < count) found = Counted(count);
        if (found.Count < count) return agent.Class != "count" ? Open(phrase, agent, $"fewer than {(count == 2 ? "two" : "three")} before it that it could stand for") : true;
        foreach (Trace trace in found)
        {
            ActorReference actor = states ? StateOf(trace) : trace.Actor;
            phrase.Mention = mentions.Add(phrase, actor, MentionForm.Nominal, states ? null : trace.Person, trace.Mention);
        }

        return true;
    }

    /// <summary>The last so many states that the text has spoken of: whose <c>both governments</c> are.</summary>
    public IEnumerable<Belonging> States(Phrase phrase, int count)
    {
        List<Trace> found = Distinct(phrase, new AgentWord("country", "GOV", "group"), count, states: true, ownClause: true);
        return found.Count < count ? [] : found.Select(trace => new Belonging(trace.Actor.Code, trace.Actor.Country, null, directory.State(trace.Actor.Code!)));
    }

    /// <summary>The last so many, in text order, that differ; the subject of the phrase's own sentence only where it must be.</summary>
    private List<Trace> Distinct(Phrase phrase, AgentWord agent, int count, bool states, bool ownClause)
    {
        bool leaders = directory.Cue("leader-nouns", agent.Name);
        List<Trace> found = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        int sentence = mentions.SentenceOf(phrase);
        for (int i = discourse.Traces.Count - 1; i >= 0 && found.Count < count; i--)
        {
            Trace trace = discourse.Traces[i];
            if (!ownClause && trace.Sentence == sentence && trace.IsSubject) continue;
            bool fits = states ? trace.Actor.Code is not null && trace.Actor.Kind is not "place" && (agent.Name is "side" or "party" or "team" or "delegation" || directory.State(trace.Actor.Code) is not null)
                : IsSomebody(trace) && (!leaders || IsLeader(trace) || agent.Name is "man" or "politician");
            if (fits && keys.Add(states ? trace.Actor.Code! : trace.Key)) found.Add(trace);
        }

        found.Reverse();
        return found;
    }

    /// <summary>Who was counted together before: <c>the foreign ministers of Egypt, Jordan and Syria</c>.</summary>
    private List<Trace> Counted(int count)
    {
        for (int i = discourse.Traces.Count - 1; i >= 0; i--)
        {
            List<Trace> together = [.. discourse.Traces.Where(trace => trace.Token == discourse.Traces[i].Token && trace.Number == GrammaticalNumber.Plural)];
            if (together.Count == count) return together;
        }

        return [];
    }

    private static bool IsSomebody(Trace trace) => trace.IsPerson || trace.Actor.Kind == "agent" && trace.Number == GrammaticalNumber.Singular && trace.Actor.Code is not null;

    private ActorReference StateOf(Trace trace)
    {
        if (trace.Actor.Kind is "state" or "group" or "igo" || trace.Actor.Code is null || directory.State(trace.Actor.Code) is not ActorEntry state) return trace.Actor;
        return new ActorReference { Id = state.Id, Name = state.Name, Kind = "state", Code = state.Code, Country = state.Country };
    }

    private bool IsLeader(Trace trace) =>
        trace.Person is null && directory.Parts.Cues.TryGetValue("leader-nouns", out FrozenSet<string>? nouns) && nouns.Any(noun => Folding.Fold(trace.Actor.Name).EndsWith(noun, StringComparison.Ordinal))
        || trace.Person is { Entry: >= 0 } person && directory.Entries[person.Entry].Offices.Any(row => row.Roles.Any(role => role is "head-of-state" or "head-of-government" or "leader") && row.Title == trace.Actor.Office)
        || trace.Person is not null && trace.Person.Titles.Any(title => directory.Cue("leader-nouns", title));

    private bool Open(Phrase phrase, AgentWord agent, string reason)
    {
        ActorReference actor = References.Unsettled(agent.Name, "agent", Belonging.None, agent.Sector, reason);
        phrase.Mention = mentions.Add(phrase, actor, MentionForm.Nominal, null);
        return true;
    }
}
