using System.Data.Common;
using System.Globalization;
using Readout.Archive.Store;
using Readout.Text;

namespace Readout.Archive.Reading;

/// <summary>Reads quotes. Safe to call from every thread.</summary>
public sealed class QuoteReader
{
    // A person is one row of actors for each office under which the news knew them.
    private const int MostActorRows = 64;

    private const string Select = """
        SELECT quotes.id, quotes.number, quotes.kind, quotes.stance, quotes.content_spans,
               speakers.reference, speakers.name, speakers.code, speakers.office, bodies.reference, bodies.name, bodies.code, bodies.office,
               articles.id, articles.identity, revisions.given_id, revisions.id, revisions.number, revisions.url, revisions.source, revisions.title,
               revisions.published, articles.copy_group, articles.story
        FROM quotes JOIN revisions ON revisions.id = quotes.revision JOIN articles ON articles.id = revisions.article
        LEFT JOIN actors AS speakers ON speakers.id = quotes.speaker LEFT JOIN actors AS bodies ON bodies.id = quotes.body
        """;

    private readonly RecordArchive _archive;

    internal QuoteReader(RecordArchive archive) => _archive = archive;

    /// <summary>The quotes of some revisions as they are coded now, in the order of revisions and of the text.</summary>
    /// <param name="revisions">Numbers of revisions' rows.</param>
    /// <param name="codes">Codes of the closed table, of which one is that of who speaks or of whom the speaker speaks for; empty for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<KeptQuote> OfRevisions(IReadOnlyCollection<long> revisions, IReadOnlyList<string> codes, int limit)
    {
        ArgumentNullException.ThrowIfNull(revisions);
        ArgumentNullException.ThrowIfNull(codes);
        if (revisions.Count == 0) return [];
        List<(string, object?)> parameters = [.. codes.Select((code, i) => (string.Create(CultureInfo.InvariantCulture, $"@code{i}"), (object?)code)), ("@limit", (long)limit)];
        string among = string.Join(", ", parameters.SkipLast(1).Select(parameter => parameter.Item1));
        string voices = codes.Count == 0 ? "" : $" AND (speakers.code IN ({among}) OR bodies.code IN ({among}))";
        using ArchiveConnection connection = _archive.Connect();
        parameters.Add(("@revisions", connection.Dialect.Numbers(revisions)));
        return WithText(connection, connection.Query(
            $"{Select} WHERE {connection.Dialect.IsAmong("quotes.revision", "@revisions")} AND quotes.current = 1{voices} ORDER BY quotes.revision, quotes.number LIMIT @limit",
            Read, [.. parameters]));
    }

    /// <summary>What somebody said, that which was kept last first.</summary>
    /// <param name="reference">Directory identifier: <c>person/…</c>.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="before">Number of the quote before which the answer begins; null from the newest.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<KeptQuote> Newest(string reference, int limit, long? before = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        using ArchiveConnection connection = _archive.Connect();
        List<long> rows = connection.Query("SELECT id FROM actors WHERE reference = @reference ORDER BY id DESC LIMIT @most", row => row.GetInt64(0),
            ("@reference", reference), ("@most", (long)MostActorRows));
        IEnumerable<long> newest = rows.SelectMany(actor => connection.Query(
            "SELECT id FROM quotes WHERE speaker = @actor AND current = 1 AND id < @before ORDER BY id DESC LIMIT @limit", row => row.GetInt64(0),
            ("@actor", actor), ("@before", before ?? long.MaxValue), ("@limit", (long)limit))).OrderDescending().Take(limit);
        return WithText(connection, connection.Query($"{Select} WHERE {connection.Dialect.IsAmong("quotes.id", "@quotes")} ORDER BY quotes.id DESC", Read,
            ("@quotes", connection.Dialect.Numbers([.. newest]))));
    }

    private static List<KeptQuote> WithText(ArchiveConnection connection, List<KeptQuote> quotes) => [.. quotes.Select(quote => WithText(connection, quote))];

    private static KeptQuote WithText(ArchiveConnection connection, KeptQuote quote)
    {
        if (quote.Content.IsEmpty) return quote;
        List<(TextSpan Span, string Text)> sentences = connection.Query(
            "SELECT span_start, span_end, text FROM sentences WHERE revision = @revision AND current = 1 AND span_end > @start AND span_start < @end ORDER BY number",
            row => (new TextSpan(row.GetInt32(0), row.GetInt32(1)), row.GetString(2)),
            ("@revision", quote.Article.Revision), ("@start", (long)quote.Content.Min(span => span.Start)), ("@end", (long)quote.Content.Max(span => span.End)));
        if (sentences.Count == 0) return quote;
        TextSpan whole = new(sentences[0].Span.Start, sentences[^1].Span.End);
        char[] text = new char[whole.Length];
        Array.Fill(text, ' ');
        foreach ((TextSpan span, string words) in sentences) words.AsSpan(0, Math.Min(words.Length, whole.End - span.Start)).CopyTo(text.AsSpan(span.Start - whole.Start));
        return quote with { Span = whole, Text = new string(text) };
    }

    private static KeptQuote Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Number = row.GetInt32(1),
        Kind = row.GetString(2),
        Stance = row.TextOrNull(3),
        Content = Spans.Parse(row.GetString(4)),
        Speaker = Voice(row, 5),
        For = Voice(row, 9),
        Article = new KeptArticle
        {
            Id = row.GetInt64(13),
            Identity = row.GetString(14),
            GivenId = row.GetString(15),
            Revision = row.GetInt64(16),
            RevisionNumber = row.GetInt32(17),
            Url = row.TextOrNull(18),
            Source = row.TextOrNull(19),
            Title = row.TextOrNull(20),
            Published = Days.Parse(row.TextOrNull(21)),
            CopyGroup = row.GetInt64(22),
            Story = row.NumberOrNull(23),
        },
    };

    private static QuoteVoice? Voice(DbDataReader row, int first) =>
        row.TextOrNull(first + 1) is { } name ? new QuoteVoice(row.TextOrNull(first), name, row.TextOrNull(first + 2), row.TextOrNull(first + 3)) : null;
}
