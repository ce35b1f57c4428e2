using Readout.Archive.Search.Facets;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;
using Readout.Archive.Writing;

namespace Readout.Archive.Search.Indexing;

/// <summary>
/// Makes events findable by words and facets, in the transaction that keeps them. Values are numbered in the order of keeping, so that
/// nothing depends on where commits fall. An archive that was filled without it catches up first. For one thread.
/// </summary>
internal sealed class SearchLayer : IKeepLayer
{
    private const int AtOnce = 2_000;
    private static readonly TableShape EventFacets = TableShape.Of("event_facets", "event:i sentence:i day:i facets:t");
    private readonly List<(long Article, object?[] Row)> _pending = [];
    private FacetTable? _table;
    private bool _isCaughtUp;

    public void Keep(ArchiveConnection connection, WrittenCoding kept)
    {
        if (!kept.IsCurrent) return;
        if (kept.Result.Outcome is KeepOutcome.Revision or KeepOutcome.Recoded) Forget(connection, kept.Result.Article);
        if (kept.Events.IsEmpty) return;
        CatchUp(connection, kept.Events.Min());
        Dictionary<long, long> sentences = connection.Query(
            "SELECT id, sentence FROM events WHERE id >= @first AND id <= @last", row => (row.GetInt64(0), row.GetInt64(1)),
            ("@first", kept.Events.Min()), ("@last", kept.Events.Max())).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        for (int i = 0; i < kept.Events.Length; i++)
        {
            IndexedEvent indexed = IndexedEvent.Of(kept.Record, kept.Record.Events[i], kept.Events[i], sentences[kept.Events[i]]);
            _pending.Add((kept.Result.Article, Row(indexed)));
        }
    }

    public void Flush(ArchiveConnection connection)
    {
        if (!_isCaughtUp) CatchUp(connection, long.MaxValue);
        Write(connection, [.. _pending.Select(pending => pending.Row)]);
        _pending.Clear();
    }

    /// <summary>Makes all current events findable that are not, in an open transaction: after a restore.</summary>
    public static void CatchUp(ArchiveConnection connection) => new SearchLayer().Flush(connection);

    private void Forget(ArchiveConnection connection, long article)
    {
        _pending.RemoveAll(pending => pending.Article == article);
        connection.Execute(
            """
            DELETE FROM event_facets WHERE event IN (
                SELECT events.id FROM events JOIN revisions ON revisions.id = events.revision WHERE revisions.article = @article AND events.current = 0)
            """,
            ("@article", article));
    }

    private void CatchUp(ArchiveConnection connection, long before)
    {
        _table ??= new FacetTable(connection);
        if (_isCaughtUp) return;
        _isCaughtUp = true;
        long last = connection.Number("SELECT COALESCE(MAX(event), 0) FROM event_facets");
        while (IndexedEvents.Between(connection, last, before, AtOnce) is { Count: > 0 } part)
        {
            Write(connection, [.. part.Select(Row)]);
            last = part[^1].Event;
        }

        connection.Execute(WordSearch.Of(connection.Dialect).Add);
    }

    private void Write(ArchiveConnection connection, List<object?[]> rows)
    {
        using RowSink sink = connection.Dialect.OpenSink(connection);
        connection.Guard(() =>
        {
            _table!.WriteTo(sink);
            sink.Write(EventFacets, rows);
            return true;
        });
        if (rows.Count > 0) connection.Execute(WordSearch.Of(connection.Dialect).Add);
    }

    private object?[] Row(IndexedEvent indexed)
    {
        SortedSet<long> facets = [];
        foreach (FacetValue value in indexed.Values) facets.Add(_table!.Number(value));
        string tokens = string.Join(' ', facets.Select(FacetKind.TokenOf));
        if (indexed.Day is { } day) tokens = $"{tokens} {DayTokens.Of(DateOnly.FromDayNumber((int)day))}";
        return [indexed.Event, indexed.Sentence, indexed.Day, tokens];
    }
}
