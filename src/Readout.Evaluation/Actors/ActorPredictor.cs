using Readout.Coding.Actors;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Evaluation.Actors;

/// <summary>
/// Answers actor strings with the lookup, by the gold's conventions: a capital that acts is its government and another city
/// its inhabitants (GOV, CVL), and a people named by nationality alone has a country and no sector. Immutable; safe for
/// several threads.
/// </summary>
/// <param name="knowledge">Who is known.</param>
public sealed class ActorPredictor(Knowledge knowledge)
{
    private readonly ActorLookup _lookup = new((knowledge ?? throw new ArgumentNullException(nameof(knowledge))).Actors, knowledge.Places);

    /// <summary>Answers queries in order.</summary>
    /// <param name="queries">The queries.</param>
    public IEnumerable<ActorAnswer> Predict(IEnumerable<ActorQuery> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        foreach (ActorQuery query in queries)
        {
            ActorFinding finding = _lookup.Find(query.Query, query.Date, $"{query.Context} {query.KnownCountry}".Trim());
            ActorReference actor = finding.Actor;
            yield return new ActorAnswer(actor.Country, Sector(finding), actor.Id is null ? null : actor.Name);
        }
    }

    private static string? Sector(ActorFinding finding)
    {
        ActorReference actor = finding.Actor;
        if (actor.Kind == "place" && actor.VariantOf is not null) return null;
        if (actor.Kind == "place" && actor.Name == finding.Words) return finding.Meanings.Any(one => one.Meaning.StartsWith("capital of", StringComparison.Ordinal)) ? "GOV" : "CVL";
        bool people = actor is { Kind: "agent", Sector: "CVL" } && finding.Meanings.Length > 0
            && finding.Meanings[^1].Meaning.Contains("people of ", StringComparison.Ordinal);
        return people ? null : actor.Sector;
    }
}
