using Readout.Archive.Search.Words;

namespace Readout.Archive.Store.Dialects;

/// <summary>How an engine asks its full text: FTS5 of SQLite, tsvector of PostgreSQL. Immutable, thread-safe.</summary>
internal abstract class WordSearch
{
    /// <summary>What a marked word begins with in <see cref="Marked"/>: two characters that Unicode keeps out of texts.</summary>
    public const char Begin = '\uFDD0';

    /// <summary>What a marked word ends with.</summary>
    public const char End = '\uFDD1';

    /// <summary>The full text of an engine.</summary>
    public static WordSearch Of(Dialect dialect) => dialect is PostgresDialect ? PostgresWordSearch.Instance : SqliteWordSearch.Instance;

    /// <summary>Numbers of current sentences that <c>@words</c> finds, as a query with the column <c>id</c>.</summary>
    public abstract string Sentences { get; }

    /// <summary>Numbers of events, perhaps no longer in <c>event_facets</c>, that <c>@words</c> finds, as a query with the column <c>id</c>.</summary>
    public abstract string Events { get; }

    /// <summary>Puts the events of <c>event_facets</c> into the full text that are not in it.</summary>
    public abstract string Add { get; }

    /// <summary>The value of <c>@words</c> for words alone.</summary>
    public abstract string Text(WordQuery words);

    /// <summary>The value of <c>@words</c> for words and facets: of each group of tokens one.</summary>
    public abstract string Text(WordQuery words, IReadOnlyList<IReadOnlyList<string>> facets);

    /// <summary>Number and text of some sentences with what the words find between <see cref="Begin"/> and <see cref="End"/>.</summary>
    /// <param name="connection">The archive.</param>
    /// <param name="words">What <see cref="Text(WordQuery)"/> gave.</param>
    /// <param name="sentences">Numbers of the sentences, as a parameter.</param>
    public abstract List<(long Sentence, string Text)> Marked(ArchiveConnection connection, string words, object sentences);
}

/// <inheritdoc/>
internal sealed class SqliteWordSearch : WordSearch
{
    public static readonly SqliteWordSearch Instance = new();

    public override string Sentences => "SELECT rowid AS id FROM sentence_words WHERE sentence_words MATCH @words";

    public override string Events => "SELECT rowid AS id FROM event_words WHERE event_words MATCH @words";

    public override string Add => """
        INSERT INTO event_words (rowid, words, facets)
        SELECT event_facets.event, sentences.text, event_facets.facets FROM event_facets JOIN sentences ON sentences.id = event_facets.sentence
        WHERE event_facets.event > COALESCE((SELECT MAX(id) FROM event_words_docsize), 0) ORDER BY event_facets.event
        """;

    // https://sqlite.org/fts5.html#full_text_query_syntax: a string in double quotes is a phrase and nothing else.
    public override string Text(WordQuery words)
    {
        string all = string.Join(" AND ", words.All.Select(group => $"({string.Join(" OR ", group.Select(Term))})"));
        return words.None.IsEmpty ? all : $"({all}) NOT ({string.Join(" OR ", words.None.Select(Term))})";
    }

    public override string Text(WordQuery words, IReadOnlyList<IReadOnlyList<string>> facets)
    {
        IEnumerable<string> groups = facets.Select(group => $"(facets : ({string.Join(" OR ", group.Select(token => $"\"{token}\""))}))");
        return string.Join(" AND ", words.IsEmpty ? groups : groups.Prepend(Columned(words)));
    }

    // In a full text of these sentences alone: that of the archive would look up the words anew for each of them.
    public override List<(long Sentence, string Text)> Marked(ArchiveConnection connection, string words, object sentences)
    {
        connection.Execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.shown USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2')");
        connection.Execute("DELETE FROM temp.shown");
        connection.Execute($"INSERT INTO temp.shown (rowid, text) SELECT id, text FROM sentences WHERE {connection.Dialect.IsAmong("id", "@numbers")}", ("@numbers", sentences));
        return connection.Query($"SELECT rowid, highlight(shown, 0, '{Begin}', '{End}') FROM temp.shown WHERE shown MATCH @words", row => (row.GetInt64(0), row.GetString(1)), ("@words", words));
    }

    // A column filter binds to the expression in brackets after it.
    private static string Columned(WordQuery words)
    {
        string all = string.Join(" AND ", words.All.Select(group => $"(words : ({string.Join(" OR ", group.Select(Term))}))"));
        return words.None.IsEmpty ? all : $"(({all}) NOT (words : ({string.Join(" OR ", words.None.Select(Term))})))";
    }

    private static string Term(WordTerm term) => $"\"{string.Join(' ', term.Words)}\"{(term.IsPrefix ? " *" : "")}";
}

/// <inheritdoc/>
internal sealed class PostgresWordSearch : WordSearch
{
    public static readonly PostgresWordSearch Instance = new();

    public override string Sentences => "SELECT id FROM sentences WHERE current = 1 AND words @@ to_tsquery('english', @words)";

    public override string Events => "SELECT event AS id FROM event_facets WHERE words @@ to_tsquery('english', @words)";

    public override string Add => """
        UPDATE event_facets SET words = sentences.words || array_to_tsvector(string_to_array(event_facets.facets, ' '))
        FROM sentences WHERE sentences.id = event_facets.sentence AND event_facets.words IS NULL
        """;

    public override string Text(WordQuery words)
    {
        string all = string.Join(" & ", words.All.Select(group => $"({string.Join(" | ", group.Select(Term))})"));
        return words.None.IsEmpty ? all : $"({all}) & !({string.Join(" | ", words.None.Select(Term))})";
    }

    public override string Text(WordQuery words, IReadOnlyList<IReadOnlyList<string>> facets)
    {
        IEnumerable<string> groups = facets.Select(group => $"({string.Join(" | ", group.Select(token => $"'{token}'"))})");
        return string.Join(" & ", words.IsEmpty ? groups : groups.Prepend($"({Text(words)})"));
    }

    public override List<(long Sentence, string Text)> Marked(ArchiveConnection connection, string words, object sentences) => connection.Query(
        $"SELECT id, ts_headline('english', text, to_tsquery('english', @words), 'HighlightAll=true, StartSel={Begin}, StopSel={End}') FROM sentences WHERE {connection.Dialect.IsAmong("id", "@numbers")}",
        row => (row.GetInt64(0), row.GetString(1)), ("@words", words), ("@numbers", sentences));

    // https://www.postgresql.org/docs/current/datatype-textsearch.html: several words in one quoted string are a phrase.
    private static string Term(WordTerm term) => term.Words.Length == 1 || !term.IsPrefix
        ? $"'{string.Join(' ', term.Words)}'{(term.IsPrefix ? ":*" : "")}"
        : $"('{string.Join(' ', term.Words[..^1])}' <-> '{term.Words[^1]}':*)";
}
