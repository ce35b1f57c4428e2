using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Coding.Actors;

internal sealed partial class DocumentReading
{
    private void ResolveAgent(Phrase phrase)
    {
        if (Repeats(phrase)) return;
        AgentWord agent = _directory.Parts.Agents[phrase.Target];
        List<Belonging> owners = Owners(phrase);
        if (owners.Count == 0 && phrase.IsModifier) return;
        if (agent.Class == "count" && owners.Count == 0)
        {
            _anaphora.Nominal(phrase, agent, "two");
            return;
        }

        if (agent.Class is "count") return;
        if (agent.Class == "seat" && !owners.Exists(owner => owner.Entry?.Kind == EntryKind.Igo)) return;
        if (owners.Count == 0 && _anaphora.Nominal(phrase, agent, Counted(phrase)))
        {
            _belongings[phrase] = [Belonging.Of(_mentions.ActorOf(phrase.Mention), null)];
            return;
        }

        if (owners.Count == 0) owners.Add(Place(phrase) ?? (Belongs(agent) ? Focus(phrase, out _) : agent.Sector is "JRN" or "UNK" || agent.Class == "thing" ? Belonging.None : Scene()));
        foreach (Belonging owner in owners)
        {
            ActorReference actor = AgentReference(phrase, agent, owner);
            phrase.Mention = _mentions.Add(phrase, actor, MentionForm.Nominal, null, null, agent.Name);
            Remember(phrase, Belonging.Of(actor, owner.Entry));
        }
    }

    private ActorReference AgentReference(Phrase phrase, AgentWord agent, Belonging owner)
    {
        ActorReference actor = References.Agent(phrase.IsFormer ? agent with { Sector = "ELI" } : agent, Words(phrase), owner);
        if (owner.Code is null && Belongs(agent)) actor = actor with { Unresolved = "whose is not said" };
        if (!phrase.Plural || phrase.IsFormer || !phrase.KeepsRole || phrase.Owners.Count == 0) return actor;
        TitleReading? title = _directory.Parts.Titles.FirstOrDefault(reading => reading.Name == agent.Name && reading.Role.StartsWith("head", StringComparison.Ordinal) | reading.Role.EndsWith("minister", StringComparison.Ordinal));
        if (title is null || phrase.Determiner != "the") return actor;
        ImmutableArray<int> holders = _titles.Holders(title, owner, agent.Name);
        return holders.Length == 1 ? _references.Person(holders[0], null) : actor;
    }

    /// <summary>Agents that are some state's: officials, soldiers, police, lawmakers.</summary>
    private static bool Belongs(AgentWord agent) =>
        agent.Sector is "GOV" or "LEG" or "MIL" or "COP" or "SPY" or "JUD" or "OPP" && agent.Class != "thing" || agent.Name is "protester" or "demonstrator" or "protestor";

    /// <summary>The state of all the places named so far: where a text with a dateline happens.</summary>
    private Belonging Scene() =>
        _discourse.Scene is string code ? new Belonging(code, _directory.CountryOf(code), null, _directory.State(code)) : Belonging.None;

    private string Counted(Phrase phrase)
    {
        for (int run = Math.Max(0, phrase.First - 1); run <= phrase.HeadFirst; run++)
        {
            if (_runs.Is(run, "two") || _runs.Is(run, "both")) return "two";
            if (_runs.Is(run, "three")) return "three";
        }

        return "";
    }
}
