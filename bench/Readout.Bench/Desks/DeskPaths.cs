using System.Collections.Immutable;
using System.Globalization;
using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Store;
using Readout.Archive.Watches;

namespace Readout.Bench.Desks;

/// <summary>A kind of page. Immutable.</summary>
/// <param name="Name">The kind: its route.</param>
/// <param name="Paths">Addresses of the kind, those that cost most among them.</param>
internal sealed record DeskPage(string Name, ImmutableArray<string> Paths)
{
    /// <summary>One of them.</summary>
    public Uri Next(int number) => new(Paths[number % Paths.Length], UriKind.Relative);
}

/// <summary>What a desk is asked for: every page, with the busiest pair, actor, person and story of the archive and its longest articles, and some that are not.</summary>
/// <param name="Articles">How many articles the archive has.</param>
/// <param name="Events">How many events.</param>
/// <param name="Pages">The pages.</param>
internal sealed record DeskPaths(long Articles, long Events, ImmutableArray<DeskPage> Pages)
{
    private static readonly string[] s_searches =
    [
        "", "?q=trade", "?q=said", "?q=%22trade+deficit%22", "?country=JPN", "?q=talks&type=CONSULT", "?q=trad*", "?q=min*", "?q=trade+-talks&from=2004-01-01", "?type=PROTEST&status=future",
    ];

    private const string Sentence = "Norway%20condemned%20the%20arrest%20of%20two%20trawlermen%20and%20urged%20Iceland%20to%20release%20them.";

    public static DeskPaths Of(RecordArchive archive)
    {
        using ArchiveConnection connection = archive.Connect();
        long articles = connection.Number("SELECT MAX(id) FROM articles");
        return new DeskPaths(articles, connection.Number("SELECT MAX(id) FROM events"), [.. Relations(connection), .. Records(connection, articles), .. Lists(), .. Watches(archive)]);
    }

    private static IEnumerable<DeskPage> Relations(ArchiveConnection connection)
    {
        string[] pairs = [.. connection.Query("SELECT low, high FROM (SELECT low, high FROM dyads LIMIT 200000) AS first GROUP BY low, high ORDER BY COUNT(*) DESC LIMIT 3", row => $"{row.GetString(0)}/{row.GetString(1)}")];
        yield return new("/relation/{a}/{b}", [.. pairs.Select(pair => $"/relation/{pair}")]);
        yield return new("/relation/{a}/{b}/embed", [$"/relation/{pairs[0]}/embed"]);
        yield return new("/relation/{a}/{b}/chart.svg", [$"/relation/{pairs[0]}/chart.svg"]);
        yield return new("/relation/{a}/{b}/series.csv", [$"/relation/{pairs[0]}/series.csv"]);
        yield return new("/api/relations/{a}/{b}", [.. pairs.Select(pair => $"/api/relations/{pair}")]);
    }

    private static IEnumerable<DeskPage> Records(ArchiveConnection connection, long articles)
    {
        ImmutableArray<string> actors = [.. Most(connection, "actors.code", "actors.kind = 'state' AND actors.code IS NOT NULL"), .. Most(connection, "actors.reference", "actors.kind = 'person' AND actors.reference IS NOT NULL")];
        ImmutableArray<long> stories = [.. connection.Query("SELECT id FROM stories ORDER BY articles DESC LIMIT 2", row => row.GetInt64(0)), .. connection.Query("SELECT id FROM stories LIMIT 3", row => row.GetInt64(0))];
        ImmutableArray<long> some = [.. connection.Query("SELECT article FROM revisions ORDER BY text_length DESC LIMIT 2", row => row.GetInt64(0)), .. Enumerable.Range(1, 40).Select(i => Math.Max(1, articles * i / 41))];
        ImmutableArray<long> happenings = [.. connection.Query("SELECT id FROM happenings LIMIT 10", row => row.GetInt64(0))];
        yield return new("/article/{id}", Each("/article/", some));
        yield return new("/api/articles/{id}", Each("/api/articles/", some));
        yield return new("/api/articles/{id}/around", [.. some.Select(id => Invariant($"/api/articles/{id}/around"))]);
        yield return new("/story/{id}", Each("/story/", stories));
        yield return new("/api/stories/{id}", Each("/api/stories/", stories));
        yield return new("/actor/{id}", [.. actors.Select(code => $"/actor/{code}")]);
        yield return new("/api/actors/{id}", [.. actors.Select(code => $"/api/actors/{code}")]);
        yield return new("/api/happenings/{id}", Each("/api/happenings/", happenings));
    }

    private static IEnumerable<DeskPage> Lists() =>
    [
        new("/", ["/", "/?since=week", "/?since=month"]),
        new("/relations", ["/relations"]),
        new("/stories", ["/stories"]),
        new("/calendar", ["/calendar", "/calendar?month=2004-03", "/calendar?view=list"]),
        new("/search", [.. s_searches.Select(search => "/search" + search)]),
        new("/codebook", ["/codebook", "/codebook?sentence=" + Sentence]),
        new("/codebook/{type}", ["/codebook/CONSULT", "/codebook/ACCUSE", "/codebook/SANCTION?q=embargo"]),
        new("/review", ["/review", "/review?below=75", "/review?of=dispute", "/review?of=second", "/review?of=lost"]),
        new("/review/replies", ["/review/replies"]),
        new("/sources", ["/sources"]),
        new("/account", ["/account"]),
        new("/api", ["/api"]),
        new("/api/today", ["/api/today"]),
        new("/api/events", ["/api/events", "/api/events?type=PROTEST"]),
        new("/api/search", [.. s_searches.Skip(1).Select(search => "/api/search" + search)]),
        new("/api/relations", ["/api/relations"]),
        new("/api/stories", ["/api/stories"]),
        new("/api/meetings", ["/api/meetings"]),
        new("/api/review", ["/api/review?of=dispute", "/api/review"]),
        new("/api/codebook", ["/api/codebook"]),
        new("/api/coding", ["/api/coding?sentence=" + Sentence]),
        new("/api/sources", ["/api/sources"]),
        new("/api/status", ["/api/status"]),
    ];

    // One is made where there is none: over a pair and two types, as an analyst's would be.
    private static IEnumerable<DeskPage> Watches(RecordArchive archive)
    {
        WatchStore store = new(archive);
        Watch watch = store.All() is [var first, ..] ? first : store.Add(
            new WatchDraft("Measured", new WatchQuestion { Relations = [RelationPair.Of("JPN", "USA")], Types = [Coding.Record.EventType.Sanction, Coding.Record.EventType.Threaten] }, new WatchRhythm(WatchPace.Daily)), "local", DateTimeOffset.UtcNow);
        return
        [
            new("/watches", ["/watches"]),
            new("/watches/new", ["/watches/new"]),
            new("/watches/{id}", [Invariant($"/watches/{watch.Id}")]),
            new("/watches/{id}/preview", [Invariant($"/watches/{watch.Id}/preview"), Invariant($"/watches/{watch.Id}/preview?from=2004-12-01&to=2004-12-07")]),
            new("/api/watches/{id}/preview", [Invariant($"/api/watches/{watch.Id}/preview?from=2004-01-01&to=2004-12-31")]),
            new("/api/watches", ["/api/watches"]),
        ];
    }

    private static ImmutableArray<string> Each(string begin, IEnumerable<long> numbers) => [.. numbers.Select(number => begin + number.ToString(CultureInfo.InvariantCulture))];

    private static List<string> Most(ArchiveConnection connection, string column, string condition) => connection.Query(
        $"SELECT {column} FROM (SELECT actor FROM parties LIMIT 200000) AS first JOIN actors ON actors.id = first.actor WHERE {condition} GROUP BY {column} ORDER BY COUNT(*) DESC LIMIT 2", row => row.GetString(0));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
