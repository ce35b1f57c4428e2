using Readout.Archive.Reading;

namespace Readout.Desk.Layout;

/// <summary>An actor as pages and the API name it. Immutable.</summary>
/// <param name="Id">Directory identifier (<c>person/…</c>), else the code; null for one in no directory, who has no page.</param>
/// <param name="Name">The directory's name, else the words of the text.</param>
/// <param name="Code">Code of the closed table, or null.</param>
/// <param name="Office">Office held on the article's date, or null.</param>
public sealed record ActorName(string? Id, string Name, string? Code, string? Office)
{
    /// <summary>Address of the actor's page, or null.</summary>
    public string? Address => Id is null ? null : "/actor/" + string.Join('/', Id.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The actor of a party.</summary>
    public static ActorName Of(KeptParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return new ActorName(party.Reference ?? party.Code, party.Name, party.Code, party.Office);
    }

    /// <summary>The actors of parties, each once.</summary>
    public static System.Collections.Immutable.ImmutableArray<ActorName> Of(IEnumerable<KeptParty> parties) => [.. parties.Select(Of).Distinct()];
}
