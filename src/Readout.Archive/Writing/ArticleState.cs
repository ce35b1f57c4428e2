using System.Data.Common;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Writing;

/// <summary>What the archive has of an article: a row for each coding of each revision. Immutable.</summary>
internal sealed class ArticleState
{
    private readonly List<Row> _rows;

    private ArticleState(List<Row> rows) => _rows = rows;

    /// <summary>Number of the article.</summary>
    public long Article => _rows[0].Article;

    /// <summary>Number of its newest revision's row.</summary>
    public long Newest => _rows[0].Newest;

    /// <summary>How many revisions there are.</summary>
    public long Revisions => _rows.Max(row => row.Number);

    /// <summary>The article of that name; null where there is none.</summary>
    public static ArticleState? Find(ArchiveConnection connection, string identity)
    {
        List<Row> rows = connection.Query(
            """
            SELECT articles.id, articles.revision, revisions.id, revisions.number, revisions.content_hash, codings.id, packs.version, packs.hash
            FROM articles JOIN revisions ON revisions.article = articles.id
            JOIN codings ON codings.revision = revisions.id JOIN packs ON packs.id = codings.pack
            WHERE articles.identity = @identity
            """,
            Read, ("@identity", identity));
        return rows.Count == 0 ? null : new ArticleState(rows);
    }

    /// <summary>The number of the revision with that content; null where there is none.</summary>
    public long? RevisionOf(string contentHash) =>
        _rows.Where(row => row.ContentHash == contentHash).Select(row => (long?)row.Revision).FirstOrDefault();

    /// <summary>The number of the coding of a revision with that pack; null where there is none.</summary>
    public long? CodingOf(long revision, PackIdentity pack) =>
        _rows.Where(row => row.Revision == revision && row.Pack == pack).Select(row => (long?)row.Coding).FirstOrDefault();

    private static Row Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetString(4), row.GetInt64(5), new PackIdentity(row.GetString(6), row.GetString(7)));

    private sealed record Row(long Article, long Newest, long Revision, long Number, string ContentHash, long Coding, PackIdentity Pack);
}
