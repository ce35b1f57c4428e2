using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive;
using Readout.Archive.Store;

namespace Readout.Bench.Desks;

/// <summary>A kind of page. Immutable.</summary>
/// <param name="Name">The kind: its route.</param>
/// <param name="Paths">Addresses of the kind, those that cost most among them.</param>
internal sealed record DeskPage(string Name, ImmutableArray<string> Paths)
{
    /// <summary>One of them.</summary>
    public Uri Next(int number) => new(Paths[number % Paths.Length], UriKind.Relative);
}

/// <summary>What a desk is asked for: every page, with the busiest pair, actor, person and story of the archive, and some that are not.</summary>
/// <param name="Articles">How many articles the archive has.</param>
/// <param name="Events">How many events.</param>
/// <param name="Pages">The pages.</param>
internal sealed record DeskPaths(long Articles, long Events, ImmutableArray<DeskPage> Pages)
{
    public static DeskPaths Of(RecordArchive archive)
    {
        using ArchiveConnection connection = archive.Connect();
        long articles = connection.Number("SELECT MAX(id) FROM articles");
        long events = connection.Number("SELECT MAX(id) FROM events");
        ImmutableArray<(string Low, string High)> pairs = [.. connection.Query("SELECT low, high FROM (SELECT low, high FROM dyads LIMIT 200000) AS first GROUP BY low, high ORDER BY COUNT(*) DESC LIMIT 3", row => (row.GetString(0), row.GetString(1)))];
        ImmutableArray<string> codes = [.. Most(connection, "actors.code", "actors.kind = 'state' AND actors.code IS NOT NULL"), .. Most(connection, "actors.reference", "actors.kind = 'person' AND actors.reference IS NOT NULL")];
        ImmutableArray<long> stories = [.. connection.Query("SELECT id FROM stories ORDER BY articles DESC LIMIT 2", row => row.GetInt64(0)), .. connection.Query("SELECT id FROM stories LIMIT 3", row => row.GetInt64(0))];
        ImmutableArray<string> some = [.. Enumerable.Range(1, 40).Select(i => Invariant($"{Math.Max(1, articles * i / 41)}"))];
        ImmutableArray<long> happenings = [.. connection.Query("SELECT id FROM happenings LIMIT 10", row => row.GetInt64(0))];
        return new DeskPaths(articles, events,
        [
            new("/", ["/", "/?since=week", "/?since=month"]),
            new("/relations", ["/relations"]),
            new("/relation/{a}/{b}", [.. pairs.Select(pair => $"/relation/{pair.Low}/{pair.High}")]),
            new("/article/{id}", [.. some.Select(id => $"/article/{id}")]),
            new("/story/{id}", [.. stories.Select(id => Invariant($"/story/{id}"))]),
            new("/actor/{id}", [.. codes.Select(code => $"/actor/{code}")]),
            new("/calendar", ["/calendar", "/calendar?month=2004-03"]),
            new("/search", ["/search?q=trade", "/search?q=said", "/search?q=%22trade+deficit%22", "/search?country=JPN", "/search?q=talks&type=CONSULT"]),
            new("/watches", ["/watches"]),
            new("/codebook", ["/codebook"]),
            new("/review", ["/review"]),
            new("/sources", ["/sources"]),
            new("/api", ["/api"]),
            new("/api/today", ["/api/today"]),
            new("/api/events", ["/api/events", "/api/events?type=PROTEST"]),
            new("/api/articles/{id}", [.. some.Select(id => $"/api/articles/{id}")]),
            new("/api/relations/{a}/{b}", [.. pairs.Select(pair => $"/api/relations/{pair.Low}/{pair.High}")]),
            new("/api/stories/{id}", [.. stories.Select(id => Invariant($"/api/stories/{id}"))]),
            new("/api/happenings/{id}", [.. happenings.Select(id => Invariant($"/api/happenings/{id}"))]),
            new("/api/meetings", ["/api/meetings"]),
            new("/api/actors/{id}", [.. codes.Select(code => $"/api/actors/{code}")]),
            new("/api/status", ["/api/status"]),
        ]);
    }

    private static List<string> Most(ArchiveConnection connection, string column, string condition) => connection.Query(
        $"SELECT {column} FROM (SELECT actor FROM parties LIMIT 200000) AS first JOIN actors ON actors.id = first.actor WHERE {condition} GROUP BY {column} ORDER BY COUNT(*) DESC LIMIT 2", row => row.GetString(0));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
