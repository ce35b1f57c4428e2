using System.Collections.Immutable;
using Readout.Archive.Store;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Search.Facets;

/// <summary>The facets of a query as tokens: of each group one must be there. Immutable.</summary>
/// <param name="Tokens">The groups.</param>
/// <param name="From">First day, or null.</param>
/// <param name="To">Last day, or null.</param>
/// <param name="FindsNothing">Whether a value is asked for that the archive has not.</param>
internal sealed record FacetFilter(IReadOnlyList<IReadOnlyList<string>> Tokens, DateOnly? From, DateOnly? To, bool FindsNothing)
{
    // Names that many actors share are few; this bounds what a hostile archive can do.
    private const int MostValues = 500;

    public bool IsEmpty => Tokens.Count == 0;

    public static FacetFilter Of(SearchQuery query, ArchiveConnection connection)
    {
        List<IReadOnlyList<string>> groups = [];
        Add(groups, connection, query.Actors, FacetKind.Actor, FacetKind.Code);
        Add(groups, connection, query.Countries, FacetKind.Country);
        Add(groups, connection, [.. query.Types.Select(type => type.Spelt())], FacetKind.Type);
        Add(groups, connection, query.Modes, FacetKind.Mode);
        Add(groups, connection, query.Contexts, FacetKind.Context);
        Add(groups, connection, [.. query.Statuses.Select(status => status.Spelt())], FacetKind.Status);
        Add(groups, connection, query.Sources, FacetKind.Source);
        Add(groups, connection, query.Speakers, FacetKind.Speaker);
        if (query.From is not null || query.To is not null) groups.Add(DayTokens.Between(query.From, query.To));
        return new FacetFilter(groups, query.From, query.To, groups.Any(group => group.Count == 0));
    }

    private static void Add(List<IReadOnlyList<string>> groups, ArchiveConnection connection, ImmutableArray<string> values, params string[] kinds)
    {
        if (values.IsEmpty) return;
        groups.Add([.. values.SelectMany(value => kinds.SelectMany(kind => Numbers(connection, kind, value))).Distinct().Order()
            .Select(FacetKind.TokenOf)]);
    }

    private static List<long> Numbers(ArchiveConnection connection, string kind, string value) => connection.Query(
        "SELECT id FROM facet_values WHERE kind = @kind AND (value = @value OR folded = @folded) ORDER BY id LIMIT @most",
        row => row.GetInt64(0), ("@kind", kind), ("@value", StoredText.Of(value)), ("@folded", StoredText.Of(value.ToLowerInvariant())), ("@most", (long)MostValues));
}
