using System.Collections.Immutable;
using System.Data.Common;
using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Text;

namespace Readout.Archive.Watches.Making;

/// <summary>
/// Statements of note: what those whom a question is about said in the articles that a brief stands on, by the speaker's office, words
/// quoted as they were said first. For one thread.
/// </summary>
internal sealed class StatementSection(ArchiveConnection connection)
{
    private const int Most = 6;
    private const int MostOfOne = 2;
    private const int MostArticles = 200;
    private const int Shortest = 30;

    /// <summary>The statements of the articles of some reports.</summary>
    public ImmutableArray<BriefStatement> Read(IEnumerable<KeptEvent> reports, WatchQuestion question)
    {
        Dictionary<long, KeptArticle> articles = reports.Select(report => report.Article).DistinctBy(article => article.CopyGroup).Take(MostArticles)
            .GroupBy(article => article.Revision).ToDictionary(group => group.Key, group => group.First());
        if (articles.Count == 0) return [];
        IEnumerable<Said> said = Quotes([.. articles.Keys]).Where(quote => IsAsked(quote, question) && Level(quote) > ContactLevel.Unknown)
            .OrderByDescending(Points).ThenBy(quote => quote.Id);
        List<BriefStatement> statements = [];
        Dictionary<string, int> bySpeaker = new(StringComparer.Ordinal);
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (Said quote in said)
        {
            if (statements.Count == Most) break;
            if (bySpeaker.GetValueOrDefault(quote.Speaker) == MostOfOne || Statement(quote, articles[quote.Revision]) is not { } statement) continue;
            if (!told.Add(statement.Source.Sentence)) continue;
            bySpeaker[quote.Speaker] = bySpeaker.GetValueOrDefault(quote.Speaker) + 1;
            statements.Add(statement);
        }

        return [.. statements];
    }

    private List<Said> Quotes(long[] revisions) => connection.Query(
        $"""
        SELECT quotes.id, quotes.revision, quotes.kind, quotes.content_spans, speakers.name, speakers.office, speakers.reference, speakers.code, speakers.country, bodies.name
        FROM quotes JOIN actors AS speakers ON speakers.id = quotes.speaker LEFT JOIN actors AS bodies ON bodies.id = quotes.body
        WHERE quotes.current = 1 AND {connection.Dialect.IsAmong("quotes.revision", "@numbers")} ORDER BY quotes.id
        """,
        Read, ("@numbers", connection.Dialect.Numbers(revisions)));

    private BriefStatement? Statement(Said quote, KeptArticle article)
    {
        TextSpan content = quote.Content[0];
        (TextSpan Span, string Text)? sentence = connection.Query(
            "SELECT span_start, span_end, text FROM sentences WHERE revision = @revision AND span_start <= @at AND span_end > @at LIMIT 1",
            row => ((TextSpan, string)?)(new TextSpan(row.GetInt32(0), row.GetInt32(1)), row.GetString(2)), ("@revision", quote.Revision), ("@at", (long)content.Start)).FirstOrDefault();
        if (sentence is not { } found) return null;
        int start = content.Start - found.Span.Start;
        int end = Math.Min(content.End - found.Span.Start, found.Text.Length);
        return end - start < Shortest ? null : new BriefStatement(quote.Speaker, quote.Office, quote.Body, quote.Kind, new BriefSource
        {
            Article = article.Id,
            Publisher = article.Source,
            Title = article.Title,
            Url = article.Url,
            Published = article.Published,
            Sentence = found.Text,
            MarkStart = start,
            MarkEnd = end,
        });
    }

    private static bool IsAsked(Said quote, WatchQuestion question) => !quote.Content.IsEmpty && (!question.NamesSides
        || question.Codes.Contains(quote.Code ?? "", StringComparer.Ordinal) || question.Countries.Contains(quote.Country ?? "", StringComparer.Ordinal)
        || question.Actors.Contains(quote.Reference ?? "", StringComparer.Ordinal));

    private static ContactLevel Level(Said quote) => ContactLevels.OfOffice(quote.Office ?? quote.Speaker);

    private static int Points(Said quote) => HappeningWeight.LevelPoints(Level(quote)) + (quote.Kind switch
    {
        "direct" => 10,
        "mixed" => 6,
        _ => 0,
    });

    private static Said Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), Spans.Parse(row.GetString(3)), row.GetString(4), row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7),
        row.TextOrNull(8), row.TextOrNull(9));

    private sealed record Said(
        long Id, long Revision, string Kind, ImmutableArray<TextSpan> Content, string Speaker, string? Office, string? Reference, string? Code, string? Country, string? Body);
}
