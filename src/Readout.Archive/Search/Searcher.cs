using Readout.Archive.Search.Facets;
using Readout.Archive.Search.Words;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Search;

/// <summary>Finds sentences of an archive by words and facets. Safe to call from every thread.</summary>
public sealed class Searcher
{
    /// <summary>Counting stops here, so that a page costs the same in every archive.</summary>
    public const int MostCounted = 5_000;

    /// <summary>Values of a facet beyond these are not given.</summary>
    public const int MostValues = 12;

    private readonly RecordArchive _archive;

    /// <summary>Searches an archive.</summary>
    /// <param name="archive">The archive; it stays open.</param>
    public Searcher(RecordArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _archive = archive;
    }

    /// <summary>A page of what is found.</summary>
    /// <param name="query">What is looked for.</param>
    /// <exception cref="ArgumentException">The words cannot be understood, or nothing is looked for; the message says why.</exception>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public SearchPage Find(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        WordQuery words = WordQuery.Parse(query.Words);
        using ArchiveConnection connection = _archive.Connect();
        WordSearch engine = WordSearch.Of(connection.Dialect);
        FacetFilter filter = FacetFilter.Of(query, connection);
        if (words.IsEmpty && filter.IsEmpty) throw new ArgumentException("nothing is looked for: give words, or a facet such as --type");
        if (filter.FindsNothing) return new SearchPage([], true, 0, false, null, []);
        EventMatches matches = new(connection, engine, engine.Text(words, filter.Tokens), filter);
        FacetCounter counter = new(connection);
        HitReader hits = new(_archive, connection, engine, words.IsEmpty ? null : engine.Text(words));
        if (filter.IsEmpty && query.Order == SearchOrder.NewestKept) return Sentences(query, new SentenceMatches(connection, engine, words), matches, counter, hits);
        matches.Count(counter);
        return query.Order == SearchOrder.NewestDay ? ByDay(query, new MatchesByDay(connection, engine, words, filter), counter, hits) : Events(query, matches, counter, hits);
    }

    private static SearchPage ByDay(SearchQuery query, MatchesByDay matches, FacetCounter counter, HitReader hits)
    {
        (List<(long Sentence, List<long> Events)> found, long? next) = matches.Page(query.After, Limit(query), areFew: counter.Events < MostCounted);
        return new SearchPage(hits.Read(found), true, counter.Events, counter.Events >= MostCounted, next, counter.Counts());
    }

    private static SearchPage Events(SearchQuery query, EventMatches matches, FacetCounter counter, HitReader hits)
    {
        (List<(long Sentence, List<long> Events)> found, bool more) = matches.Page(query.After, Limit(query));
        long? next = more ? found[^1].Events.Min() : null;
        return new SearchPage(hits.Read(found), true, counter.Events, counter.Events >= MostCounted, next, counter.Counts());
    }

    private static SearchPage Sentences(SearchQuery query, SentenceMatches sentences, EventMatches events, FacetCounter counter, HitReader hits)
    {
        sentences.Count(counter, events);
        (List<long> numbers, bool more) = sentences.Page(query.After, Limit(query));
        return new SearchPage(hits.Read(numbers), false, sentences.Total, sentences.Total >= MostCounted, more ? numbers[^1] : null, counter.Counts());
    }

    private static int Limit(SearchQuery query) => Math.Clamp(query.Limit, 1, 1000);
}
