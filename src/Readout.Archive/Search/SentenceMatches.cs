using Readout.Archive.Search.Facets;
using Readout.Archive.Search.Words;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Search;

/// <summary>
/// The current sentences that words find, newest first. The newest of them are read once, for the total, the page and the facets: to find the beginning of a word,
/// an engine goes through all that stands under the words that begin so, each time that it is asked. For one thread.
/// </summary>
internal sealed class SentenceMatches
{
    private readonly ArchiveConnection _connection;
    private readonly WordSearch _engine;
    private readonly WordQuery _words;
    private readonly string _text;
    private readonly List<long> _newest;

    public SentenceMatches(ArchiveConnection connection, WordSearch engine, WordQuery words)
    {
        (_connection, _engine, _words, _text) = (connection, engine, words, engine.Text(words));
        _newest = Read(long.MaxValue, Searcher.MostCounted);
    }

    /// <summary>How many there are, as far as they are counted.</summary>
    public long Total => _newest.Count;

    /// <summary>Counts facets over the events of the newest; for words without a beginning over the newest events, whose full text answers quickly.</summary>
    public void Count(FacetCounter counter, EventMatches events)
    {
        if (_words.HasBeginnings) EventMatches.Count(counter, _connection, _newest);
        else events.Count(counter);
    }

    /// <summary>The sentences after a number; whether there are more than the limit.</summary>
    public (List<long> Sentences, bool More) Page(long? after, int limit)
    {
        List<long> page = after is { } number ? [.. _newest.Where(sentence => sentence < number).Take(limit + 1)] : [.. _newest.Take(limit + 1)];
        if (page.Count <= limit && Total >= Searcher.MostCounted) page = Read(after ?? long.MaxValue, limit + 1);
        bool more = page.Count > limit;
        if (more) page.RemoveAt(limit);
        return (page, more);
    }

    private List<long> Read(long after, int limit) => _connection.Query(
        $"SELECT id FROM ({_engine.Sentences}) AS found WHERE id < @after ORDER BY id DESC LIMIT @limit",
        row => row.GetInt64(0), ("@words", _text), ("@after", after), ("@limit", (long)limit));
}
