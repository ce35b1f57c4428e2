using System.Collections.Concurrent;
using Readout.Archive.Identity;
using Readout.Coding.Actors;
using Readout.Coding.Record;
using Readout.Desk.Hosting;

namespace Readout.Desk.Relation;

/// <summary>
/// Whose a publisher is: the state whose body it is by its name (<c>Ministry of Foreign Affairs of Norway</c>) or whose domain it has. Safe to call from every thread.
/// </summary>
internal sealed class Publishers(DeskKnowledge knowledge)
{
    private const int MostKept = 5_000;
    private readonly ConcurrentDictionary<string, string?> _codes = new(StringComparer.Ordinal);

    /// <summary>Code of the closed table; null where nothing says it.</summary>
    public string? CodeOf(string? source)
    {
        if (string.IsNullOrWhiteSpace(source) || source.Length > 200) return null;
        if (_codes.TryGetValue(source, out string? known)) return known;
        string? code = PublisherState.OfHost(source) ?? OfName(source);
        if (_codes.Count < MostKept) _codes[source] = code;
        return code;
    }

    // A paper is not the city in its name: the whole name must be one phrase of the directory, or name a body of government.
    private string? OfName(string name)
    {
        ActorFinding finding = new ActorLookup(knowledge.Knowledge.Actors, knowledge.Knowledge.Places).Find(name, null);
        ActorReference actor = finding.Actor;
        if (actor.Unresolved is not null || actor.Code is null) return null;
        bool isWhole = finding.Meanings.Any(meaning => meaning.Words.Equals(name, StringComparison.OrdinalIgnoreCase));
        return isWhole || actor.Kind == "body" ? actor.Code : null;
    }
}
