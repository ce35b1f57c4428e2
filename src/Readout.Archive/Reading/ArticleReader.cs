using System.Data.Common;
using Readout.Archive.Identity;
using Readout.Archive.Store;
using Readout.Archive.Writing;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Reading;

/// <summary>Reads articles, their revisions and their records. Safe to call from every thread.</summary>
public sealed class ArticleReader
{
    private const string Select = """
        SELECT articles.id, articles.identity, revisions.given_id, revisions.id, revisions.number, revisions.url, revisions.source, revisions.title,
               revisions.published, articles.copy_group, articles.story
        FROM articles JOIN revisions ON revisions.id = articles.revision
        """;

    private readonly RecordArchive _archive;

    internal ArticleReader(RecordArchive archive) => _archive = archive;

    /// <summary>The article of that identity; null where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public KeptArticle? Find(string identity) => One($"{Select} WHERE articles.identity = @value", identity);

    /// <summary>The article of that number; null where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public KeptArticle? Find(long id) => One($"{Select} WHERE articles.id = @value", id);

    /// <summary>Whether the archive has committed this content of the article, coded with this pack.</summary>
    /// <param name="article">The article as it would be read.</param>
    /// <param name="pack">The pack that it would be read with.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public bool Knows(Article article, PackIdentity pack)
    {
        ArticleIdentity identity = ArticleIdentity.Of(article);
        using ArchiveConnection connection = _archive.Connect();
        return ArticleState.Find(connection, identity.Name) is { } state
            && state.RevisionOf(identity.ContentHash) is long revision && state.CodingOf(revision, pack) is not null;
    }

    /// <summary>Articles in the order in which they came, in pages, so that memory stays bounded.</summary>
    /// <param name="after">Number of the article after which to begin; 0 for all.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IEnumerable<KeptArticle> All(long after = 0)
    {
        while (true)
        {
            List<KeptArticle> page;
            using (ArchiveConnection connection = _archive.Connect())
            {
                page = connection.Query($"{Select} WHERE articles.id > @after ORDER BY articles.id LIMIT 500", Read, ("@after", after));
            }

            if (page.Count == 0) yield break;
            foreach (KeptArticle article in page) yield return article;
            after = page[^1].Id;
        }
    }

    /// <summary>The articles of a story by day of publication, no more than a limit.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<KeptArticle> OfStory(long story, int limit)
    {
        using ArchiveConnection connection = _archive.Connect();
        return connection.Query($"{Select} WHERE articles.story = @story ORDER BY revisions.published, articles.id LIMIT @limit", Read, ("@story", story), ("@limit", (long)limit));
    }

    /// <summary>The articles of a group of copies in the order in which they came, no more than a limit.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<KeptArticle> OfCopyGroup(long group, int limit)
    {
        using ArchiveConnection connection = _archive.Connect();
        return connection.Query($"{Select} WHERE articles.copy_group = @group ORDER BY articles.id LIMIT @limit", Read, ("@group", group), ("@limit", (long)limit));
    }

    /// <summary>Articles of an article's story that are no copies of it, those kept nearest before and after it, in the order in which they came.</summary>
    /// <param name="article">The article; it is of a story.</param>
    /// <param name="limit">At most so many of each side.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<KeptArticle> Near(KeptArticle article, int limit)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Story is not long story) return [];
        using ArchiveConnection connection = _archive.Connect();
        (string, object?)[] parameters = [("@story", story), ("@article", article.Id), ("@group", article.CopyGroup), ("@limit", (long)limit)];
        const string Of = "WHERE articles.story = @story AND articles.copy_group <> @group AND articles.id";
        List<KeptArticle> before = connection.Query($"{Select} {Of} < @article ORDER BY articles.id DESC LIMIT @limit", Read, parameters);
        before.Reverse();
        return [.. before, .. connection.Query($"{Select} {Of} > @article ORDER BY articles.id LIMIT @limit", Read, parameters)];
    }

    /// <summary>The revisions of an article, oldest first; empty where there is no such article.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<KeptRevision> Revisions(long article)
    {
        using ArchiveConnection connection = _archive.Connect();
        ILookup<long, KeptCoding> codings = connection.Query(
            """
            SELECT codings.revision, codings.id, packs.version, packs.hash, codings.events, codings.quotes, codings.meetings
            FROM codings JOIN packs ON packs.id = codings.pack JOIN revisions ON revisions.id = codings.revision
            WHERE revisions.article = @article ORDER BY CASE WHEN codings.id = revisions.coding THEN 1 ELSE 0 END, codings.id
            """,
            row => (Revision: row.GetInt64(0), Coding: new KeptCoding(
                row.GetInt64(1), new PackIdentity(row.GetString(2), row.GetString(3)), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6))),
            ("@article", article)).ToLookup(pair => pair.Revision, pair => pair.Coding);
        return connection.Query(
            "SELECT id, number, content_hash, title, published, text_length FROM revisions WHERE article = @article ORDER BY number",
            row => new KeptRevision(row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.TextOrNull(3), Days.Parse(row.TextOrNull(4)), row.GetInt32(5), [.. codings[row.GetInt64(0)]]),
            ("@article", article));
    }

    /// <summary>The newest record of a revision; null where there is no such revision.</summary>
    /// <param name="revision">Number of the revision's row.</param>
    /// <exception cref="ArchiveException">The archive cannot be read, or the record is damaged.</exception>
    public ArticleRecord? Record(long revision) =>
        Parsed("SELECT codings.record FROM revisions JOIN codings ON codings.id = revisions.coding WHERE revisions.id = @id", revision);

    /// <summary>The record of a coding; null where there is no such coding.</summary>
    /// <param name="coding">Number of the coding's row.</param>
    /// <exception cref="ArchiveException">The archive cannot be read, or the record is damaged.</exception>
    public ArticleRecord? RecordOfCoding(long coding) => Parsed("SELECT record FROM codings WHERE id = @id", coding);

    /// <summary>The newest record of a revision as JSON in UTF-8; null where there is no such revision.</summary>
    /// <param name="revision">Number of the revision's row.</param>
    /// <exception cref="ArchiveException">The archive cannot be read, or the record is damaged.</exception>
    public byte[]? RecordJson(long revision) =>
        Json("SELECT codings.record FROM revisions JOIN codings ON codings.id = revisions.coding WHERE revisions.id = @id", revision);

    private ArticleRecord? Parsed(string sql, long id)
    {
        if (Json(sql, id) is not { } json) return null;
        try
        {
            return Coding.Record.RecordJson.Parse(json);
        }
        catch (FormatException exception)
        {
            throw Damaged(id, exception);
        }
    }

    private byte[]? Json(string sql, long id)
    {
        using ArchiveConnection connection = _archive.Connect();
        if (connection.Scalar(sql, ("@id", id)) is not byte[] packed) return null;
        try
        {
            return RecordBytes.Unpack(packed);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            throw Damaged(id, exception);
        }
    }

    private ArchiveException Damaged(long id, Exception exception) =>
        new($"{_archive.Location}: the record {id} is damaged", "run 'readout archive verify', then restore the last backup", exception);

    private KeptArticle? One(string sql, object value)
    {
        using ArchiveConnection connection = _archive.Connect();
        return connection.Query(sql, Read, ("@value", value)).FirstOrDefault();
    }

    private static KeptArticle Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Identity = row.GetString(1),
        GivenId = row.GetString(2),
        Revision = row.GetInt64(3),
        RevisionNumber = row.GetInt32(4),
        Url = row.TextOrNull(5),
        Source = row.TextOrNull(6),
        Title = row.TextOrNull(7),
        Published = Days.Parse(row.TextOrNull(8)),
        CopyGroup = row.GetInt64(9),
        Story = row.NumberOrNull(10),
    };
}
