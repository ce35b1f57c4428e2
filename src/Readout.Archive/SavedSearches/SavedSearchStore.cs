using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.SavedSearches;

/// <summary>
/// The searches that readers keep. Writing takes short transactions of its own, which go through while articles are kept. Safe to call from every thread
/// and from several processes.
/// </summary>
/// <param name="archive">The archive; it stays open.</param>
public sealed class SavedSearchStore(RecordArchive archive)
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 120;

    /// <summary>Longest query string, in characters.</summary>
    public const int LongestQuery = 4_000;

    /// <summary>Most searches that one reader keeps.</summary>
    public const int Most = 100;

    /// <summary>Keeps a search; one of that name is replaced.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="name">What they call it.</param>
    /// <param name="query">Query string of the search page.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="ArgumentException">It cannot be kept; the message says why.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public SavedSearch Keep(string owner, string name, string query, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(query);
        SavedSearch search = new(StoredText.Of(owner), StoredText.Of(name.Trim()), StoredText.Of(query), now);
        if (search.Name.Length == 0) throw new ArgumentException("a search is kept under a name");
        if (search.Name.Length > LongestName) throw new ArgumentException($"the name of a search has at most {LongestName} characters");
        if (search.Name.Any(char.IsControl)) throw new ArgumentException("the name of a search is one line without control characters");
        if (query.Length > LongestQuery) throw new ArgumentException($"a search that is kept has at most {LongestQuery} characters");
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() => Write(connection, search));
        return search;
    }

    /// <summary>Forgets a search; false where the owner has none of that name.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public bool Forget(string owner, string name)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(name);
        int gone = 0;
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() => gone = connection.Execute("DELETE FROM saved_searches WHERE owner = @owner AND name = @name", ("@owner", StoredText.Of(owner)), ("@name", StoredText.Of(name.Trim()))));
        return gone > 0;
    }

    /// <summary>The searches of an owner, by name.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<SavedSearch> Of(string owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        using ArchiveConnection connection = archive.Connect();
        List<SavedSearch> kept = connection.Query(
            "SELECT owner, name, query, made_at FROM saved_searches WHERE owner = @owner ORDER BY name LIMIT @most",
            row => new SavedSearch(row.GetString(0), row.GetString(1), row.GetString(2), Times.Parse(row.GetString(3))), ("@owner", StoredText.Of(owner)), ("@most", (long)Most));
        return [.. kept.OrderBy(search => search.Name, StringComparer.Ordinal)];
    }

    private static void Write(ArchiveConnection connection, SavedSearch search)
    {
        long others = connection.Number("SELECT COUNT(*) FROM saved_searches WHERE owner = @owner AND name <> @name", ("@owner", search.Owner), ("@name", search.Name));
        if (others >= Most) throw new ArgumentException($"{Most} searches are kept already; forget one first");
        connection.Execute(
            """
            INSERT INTO saved_searches (owner, name, query, made_at) VALUES (@owner, @name, @query, @at)
            ON CONFLICT (owner, name) DO UPDATE SET query = excluded.query, made_at = excluded.made_at
            """,
            ("@owner", search.Owner), ("@name", search.Name), ("@query", search.Query), ("@at", Times.ToText(search.MadeAt)));
    }
}
