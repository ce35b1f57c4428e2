using System.Data.Common;
using Readout.Archive.Identity;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;
using Readout.Archive.Writing;
using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Verify;

/// <summary>Holds some revisions with all their codings against their records. For one thread.</summary>
internal sealed class RevisionCheck(ArchiveConnection connection, IReadOnlyList<long> revisions)
{
    private static readonly (TableShape Table, string Owner, string From)[] RowsOfCodings =
    [
        (Tables.Events, "events", "events"),
        (Tables.Parties, "events", "parties JOIN events ON events.id = parties.event"),
        (Tables.Attributions, "events", "attributions JOIN events ON events.id = attributions.event"),
        (Tables.Sizes, "events", "sizes JOIN events ON events.id = sizes.event"),
        (Tables.Dyads, "events", "dyads JOIN events ON events.id = dyads.event"),
        (Tables.Quotes, "quotes", "quotes"),
        (Tables.Meetings, "meetings", "meetings"),
        (Tables.MeetingParties, "meetings", "meeting_parties JOIN meetings ON meetings.id = meeting_parties.meeting"),
        (Tables.MeetingEvents, "meetings", "meeting_events JOIN meetings ON meetings.id = meeting_events.meeting"),
    ];

    private readonly List<ArchiveFinding> _findings = [];
    private readonly StoredActors _actors = new(connection);
    private readonly Dictionary<TableShape, ILookup<long, object?[]>> _rows = [];
    private ILookup<long, SentenceRow> _sentences = Array.Empty<SentenceRow>().ToLookup(row => row.Revision);

    /// <summary>What is wrong with them.</summary>
    public IReadOnlyList<ArchiveFinding> Run()
    {
        List<CodingRow> codings = Codings();
        foreach ((TableShape table, string owner, string from) in RowsOfCodings) _rows[table] = Rows(table, owner, from);
        _sentences = Sentences();
        foreach (long revision in revisions.Except(codings.Select(coding => coding.Revision))) Add($"revisions {revision}", "has no coding");
        foreach (CodingRow coding in codings) Check(coding);
        return _findings;
    }

    private void Check(CodingRow coding)
    {
        string where = $"codings {coding.Id}";
        if (Record(coding, where) is not { } record) return;
        IReadOnlyList<string> problems = RecordCheck.Problems(record);
        foreach (string problem in problems) Add(where, $"the record: {problem}");
        if (problems.Count > 0) return;
        if (record.Pack != coding.Pack) Add(where, $"its pack is {coding.Pack.Version}, by the record {record.Pack.Version}");
        Count(where, "sentences", coding.Sentences, record.Sentences.Length);
        Count(where, "events", coding.Events, record.Events.Length);
        Count(where, "quotes", coding.Quotes, record.Quotes.Length);
        Count(where, "meetings", coding.Meetings, record.Meetings.Length);
        CheckRevision(coding, record.Article);
        CheckKeys(where, record);
        if (coding.IsNewest) CheckSentences(coding, record);
        CheckRows(coding, record);
    }

    private ArticleRecord? Record(CodingRow coding, string where)
    {
        try
        {
            byte[] json = RecordBytes.Unpack(coding.Record);
            if (RecordBytes.Hash(json) != coding.Hash) Add(where, "the record is not the one whose hash was kept");
            return RecordJson.Parse(json);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or FormatException)
        {
            Add(where, $"the record cannot be read: {exception.Message}");
            return null;
        }
    }

    private void CheckRevision(CodingRow coding, Article article)
    {
        string where = $"revisions {coding.Revision}";
        ArticleIdentity identity = ArticleIdentity.Of(article);
        if (StoredText.Of(identity.Name) != coding.Identity) Add($"articles {coding.Article}", $"its identity is '{coding.Identity}', by the record '{identity.Name}'");
        if (identity.ContentHash != coding.ContentHash) Add(where, "its content hash is not that of the record's text");
        object?[] right = [StoredText.Of(article.Id), StoredText.OrNull(article.Url), StoredText.OrNull(article.Source), StoredText.OrNull(article.Title), Days.ToText(article.Published), article.Language, (long)article.Text.Length];
        string[] names = ["given_id", "url", "source", "title", "published", "language", "text_length"];

        // What is not content may differ from the coding that the revision came with.
        int from = coding.IsFirst ? 0 : 4;
        for (int i = from; i < right.Length; i++)
        {
            if (!Equals(coding.Facts[i], right[i])) Add(where, $"{names[i]} is not what the record says");
        }
    }

    private void CheckKeys(string where, ArticleRecord record)
    {
        EventKey key = new(record.Article);
        Dictionary<TextSpan, int> ordinals = [];
        foreach (CodedEvent coded in record.Events)
        {
            int ordinal = ordinals.GetValueOrDefault(coded.Trigger);
            ordinals[coded.Trigger] = ordinal + 1;
            if (key.Of(coded.Trigger, ordinal) != coded.Key) Add(where, $"the key of {coded.Id} is not that of its trigger");
        }
    }

    private void CheckSentences(CodingRow coding, ArticleRecord record)
    {
        SentenceRow[] rows = [.. _sentences[coding.Revision]];
        rows = coding.IsCurrent ? [.. rows.Where(row => row.Current)] : [.. rows.TakeLast(record.Sentences.Length)];
        if (!coding.IsCurrent && _sentences[coding.Revision].Any(row => row.Current)) Add($"revisions {coding.Revision}", "sentences of it count, but there is a newer one");
        Count($"revisions {coding.Revision}", "rows in sentences", rows.Length, record.Sentences.Length);
        CheckSlices(coding.Revision, StoredText.Of(record.Article.Text));
        for (int i = 0; i < Math.Min(rows.Length, record.Sentences.Length); i++)
        {
            TextSpan span = record.Sentences[i];
            if (rows[i].Number != i || rows[i].Span != span) Add($"sentences {rows[i].Id}", $"is sentence {rows[i].Number} at {rows[i].Span}, by the record {i} at {span}");
        }
    }

    private void CheckSlices(long revision, string text)
    {
        foreach (SentenceRow row in _sentences[revision])
        {
            bool within = row.Span.Start >= 0 && row.Span.Start <= row.Span.End && row.Span.End <= text.Length;
            if (!within || row.Text != row.Span.In(text)) Add($"sentences {row.Id}", "its text is not the slice of the article's text");
        }
    }

    private void CheckRows(CodingRow coding, ArticleRecord record)
    {
        if (!CountRows(coding, record)) return;
        ExpectedRows expected = new();
        foreach (TableShape table in (TableShape[])[Tables.Events, Tables.Quotes, Tables.Meetings])
        {
            int number = table.Columns.Select(column => column.Name).ToList().IndexOf("number");
            expected.Number(table, _rows[table][coding.Id].OrderBy(row => row[number]).Select(row => (long)row[0]!));
        }

        CodingRows rows = new(expected, _actors, record, new CodingPlace(coding.Article, coding.Revision, coding.Id), coding.IsCurrent);
        long[] events = rows.AddEvents(SentencesOfEvents(coding, record));
        rows.AddQuotes();
        rows.AddMeetings(events);
        foreach ((TableShape table, _, _) in RowsOfCodings) _findings.AddRange(expected.Compare(table, _rows[table][coding.Id]));
    }

    private bool CountRows(CodingRow coding, ArticleRecord record)
    {
        int before = _findings.Count;
        Count($"codings {coding.Id}", "rows in events", _rows[Tables.Events][coding.Id].Count(), record.Events.Length);
        Count($"codings {coding.Id}", "rows in quotes", _rows[Tables.Quotes][coding.Id].Count(), record.Quotes.Length);
        Count($"codings {coding.Id}", "rows in meetings", _rows[Tables.Meetings][coding.Id].Count(), record.Meetings.Length);
        return _findings.Count == before;
    }

    /// <summary>The row of each sentence that an event stands in, as the events' rows name it, where that row is such a sentence.</summary>
    private long[] SentencesOfEvents(CodingRow coding, ArticleRecord record)
    {
        int column = Tables.Events.Columns.Select(c => c.Name).ToList().IndexOf("sentence");
        long[] named = [.. _rows[Tables.Events][coding.Id].OrderBy(row => row[0]).Select(row => row[column] as long? ?? 0)];
        Dictionary<long, SentenceRow> rows = _sentences[coding.Revision].ToDictionary(row => row.Id);
        long[] sentences = new long[record.Sentences.Length];
        for (int i = 0; i < named.Length; i++)
        {
            int sentence = record.Events[i].Sentence;
            if (rows.TryGetValue(named[i], out SentenceRow? row) && row.Number == sentence && row.Span == record.Sentences[sentence]) sentences[sentence] = row.Id;
        }

        return sentences;
    }

    private List<CodingRow> Codings() => connection.Query(
        $"""
        SELECT codings.id, codings.revision, revisions.article, articles.identity, revisions.content_hash, packs.version, packs.hash, codings.sentences,
               codings.events, codings.quotes, codings.meetings, codings.record_hash, codings.record, revisions.coding, articles.revision,
               (SELECT MIN(first.id) FROM codings AS first WHERE first.revision = revisions.id),
               revisions.given_id, revisions.url, revisions.source, revisions.title, revisions.published, revisions.language, revisions.text_length
        FROM codings JOIN revisions ON revisions.id = codings.revision JOIN articles ON articles.id = revisions.article JOIN packs ON packs.id = codings.pack
        WHERE {connection.Dialect.IsAmong("codings.revision", "@numbers")} ORDER BY codings.id
        """, CodingRow.Read, ("@numbers", connection.Dialect.Numbers(revisions)));

    // By revision, for which each of these tables has an index.
    private ILookup<long, object?[]> Rows(TableShape table, string owner, string from)
    {
        string columns = string.Join(", ", table.Columns.Select(column => $"{table.Name}.{column.Name}"));
        return connection.Query(
            $"SELECT {owner}.coding, {columns} FROM {from} WHERE {connection.Dialect.IsAmong($"{owner}.revision", "@numbers")}",
            row => (Coding: row.GetInt64(0), Values: Values(row)), ("@numbers", connection.Dialect.Numbers(revisions))).ToLookup(row => row.Coding, row => row.Values);
    }

    private static object?[] Values(DbDataReader row)
    {
        object?[] values = new object?[row.FieldCount - 1];
        for (int i = 0; i < values.Length; i++) values[i] = row.IsDBNull(i + 1) ? null : row.GetValue(i + 1);
        return values;
    }

    private ILookup<long, SentenceRow> Sentences() => connection.Query(
        $"SELECT id, revision, number, span_start, span_end, current, text FROM sentences WHERE {connection.Dialect.IsAmong("revision", "@numbers")} ORDER BY id",
        row => new SentenceRow(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), new TextSpan(row.GetInt32(3), row.GetInt32(4)), row.GetInt64(5) == 1, row.GetString(6)),
        ("@numbers", connection.Dialect.Numbers(revisions))).ToLookup(row => row.Revision);

    private void Count(string where, string what, long count, int right)
    {
        if (count != right) Add(where, $"{count} {what}, by the record {right}");
    }

    private void Add(string where, string what) => _findings.Add(new ArchiveFinding(where, what));

    private sealed record SentenceRow(long Id, long Revision, long Number, TextSpan Span, bool Current, string Text);
}
