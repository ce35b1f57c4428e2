using Readout.Analysis.Phrasing;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;
using Readout.Archive.Writing;

namespace Readout.Archive.Verify;

/// <summary>
/// Holds an archive against itself: the engine's own files, every reference, every kept record against its hash, and every
/// row against the record that it was made from: spans with their slices, keys, counts, parties, dyads. For one thread.
/// </summary>
public sealed class ArchiveVerifier
{
    private const int RevisionsAtOnce = 100;
    private readonly RecordArchive _archive;

    /// <summary>Makes a verifier of an archive.</summary>
    public ArchiveVerifier(RecordArchive archive) => _archive = archive;

    /// <summary>How many revisions have been looked at.</summary>
    public long Revisions { get; private set; }

    /// <summary>Looks through the archive; gives what is wrong as it is found.</summary>
    /// <exception cref="ArchiveException">The archive cannot be reached at all.</exception>
    public IEnumerable<ArchiveFinding> Run()
    {
        using ArchiveConnection connection = _archive.Connect();
        IEnumerable<Func<IEnumerable<ArchiveFinding>>> checks =
        [
            () => connection.Dialect.CheckEngine(connection).Select(line => new ArchiveFinding("file", line)),
            () => References(connection),
            () => Articles(connection),
            () => Actors(connection),
            () => Records(connection),
            () => StaleDyads(connection),
            () => EventParties(connection),
            () => connection.Dialect.CheckWords(connection).Select(line => new ArchiveFinding("sentence_words", line)),
        ];
        return checks.SelectMany(Guarded).ToList();
    }

    /// <summary>The findings of a check; where the engine gives up, that is the last of them.</summary>
    private static IEnumerable<ArchiveFinding> Guarded(Func<IEnumerable<ArchiveFinding>> check)
    {
        List<ArchiveFinding> findings = [];
        try
        {
            foreach (ArchiveFinding finding in check()) findings.Add(finding);
        }
        catch (ArchiveException exception)
        {
            findings.Add(new ArchiveFinding("file", exception.Message));
        }

        return findings;
    }

    private static IEnumerable<ArchiveFinding> References(ArchiveConnection connection)
    {
        List<Reference> references = [.. connection.Dialect.References(connection), new("articles", "copy_group", "articles", "id")];
        foreach ((string table, string column, string target, string key) in references)
        {
            string missing = $"NOT EXISTS (SELECT 1 FROM {target} AS target WHERE target.{key} = source.{column})";
            foreach ((long value, long count) in connection.Query(
                $"SELECT {column}, COUNT(*) FROM {table} AS source WHERE {column} IS NOT NULL AND {missing} GROUP BY {column} ORDER BY {column} LIMIT 1000",
                row => (row.GetInt64(0), row.GetInt64(1))))
            {
                yield return new ArchiveFinding(table, $"{column} names row {value} of {target}, which is not there ({Wording.Count(count, "row")})");
            }
        }
    }

    private static IEnumerable<ArchiveFinding> Articles(ArchiveConnection connection)
    {
        foreach (long article in connection.Query(
            $"""
            SELECT articles.id FROM articles WHERE articles.revision {connection.Dialect.Differs}
            (SELECT revisions.id FROM revisions WHERE revisions.article = articles.id ORDER BY revisions.number DESC LIMIT 1) ORDER BY articles.id
            """, row => row.GetInt64(0)))
        {
            yield return new ArchiveFinding($"articles {article}", "does not name its newest revision");
        }

        foreach (long article in connection.Query(
            "SELECT article FROM revisions GROUP BY article HAVING MIN(number) <> 1 OR MAX(number) <> COUNT(*) ORDER BY article", row => row.GetInt64(0)))
        {
            yield return new ArchiveFinding($"articles {article}", "its revisions are not numbered from 1 without a gap");
        }
    }

    private static IEnumerable<ArchiveFinding> Actors(ArchiveConnection connection) => connection.Stream(
        "SELECT id, hash, reference, name, kind, code, country, sector, office FROM actors ORDER BY id",
        row => (Id: row.GetInt64(0), Hash: row.GetString(1), Row: new ActorRow(
            row.TextOrNull(2), row.GetString(3), row.GetString(4), row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7), row.TextOrNull(8))))
        .Where(actor => actor.Hash != actor.Row.Hash())
        .Select(actor => new ArchiveFinding($"actors {actor.Id}", "its hash is not that of its columns"));

    private static IEnumerable<ArchiveFinding> StaleDyads(ArchiveConnection connection) => connection.Query(
        "SELECT DISTINCT dyads.event FROM dyads JOIN events ON events.id = dyads.event WHERE events.current = 0 ORDER BY dyads.event", row => row.GetInt64(0))
        .Select(number => new ArchiveFinding("dyads", $"event {number} does not count and is there"));

    private static IEnumerable<ArchiveFinding> EventParties(ArchiveConnection connection)
    {
        const string kept = "SELECT who, day, event, roles FROM event_parties WHERE event BETWEEN @first AND @last";
        const long atOnce = 100_000;
        long last = Math.Max(connection.Number("SELECT MAX(id) FROM events"), connection.Number("SELECT MAX(event) FROM event_parties"));
        for (long first = 1; first <= last; first += atOnce)
        {
            foreach ((string sql, string what) in ((string, string)[])[($"{EventPartyLayer.Expected} EXCEPT {kept}", "is missing or says another role"), ($"{kept} EXCEPT {EventPartyLayer.Expected}", "has no such part")])
            {
                foreach ((long number, string who) in connection.Query(
                    $"SELECT event, who FROM ({sql}) AS differing ORDER BY event, who LIMIT 1000", row => (row.GetInt64(0), row.GetString(1)), ("@first", first), ("@last", first + atOnce - 1)))
                {
                    yield return new ArchiveFinding("event_parties", $"{who} in event {number} {what}");
                }
            }
        }
    }

    private IEnumerable<ArchiveFinding> Records(ArchiveConnection connection)
    {
        for (long after = 0; ;)
        {
            List<long> revisions = connection.Query(
                "SELECT id FROM revisions WHERE id > @after ORDER BY id LIMIT @limit", row => row.GetInt64(0), ("@after", after), ("@limit", (long)RevisionsAtOnce));
            if (revisions.Count == 0) yield break;
            foreach (ArchiveFinding finding in new RevisionCheck(connection, revisions).Run()) yield return finding;
            Revisions += revisions.Count;
            after = revisions[^1];
        }
    }
}
