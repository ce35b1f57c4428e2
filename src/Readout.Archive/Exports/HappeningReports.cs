using System.Data.Common;
using Readout.Archive.Store;
using Readout.Text;

namespace Readout.Archive.Exports;

/// <summary>All accounts of happenings, in the order in which they were kept.</summary>
internal static class HappeningReports
{
    private const string Select = """
        SELECT events.happening, revisions.given_id, articles.identity, revisions.number, revisions.url, revisions.source, revisions.title, revisions.published,
               revisions.language, revisions.text_length, articles.copy_group, sentences.number, sentences.text, events.span_start, events.span_end,
               events.trigger_start, events.trigger_end, events.trigger_text
        FROM events JOIN articles ON articles.id = events.article JOIN revisions ON revisions.id = events.revision
        JOIN sentences ON sentences.id = events.sentence
        """;

    public static ILookup<long, ExportReport> Of(RecordArchive archive, IReadOnlyCollection<long> happenings)
    {
        using ArchiveConnection connection = archive.Connect();
        string condition = connection.Dialect.IsAmong("events.happening", "@happenings");
        return connection.Query($"{Select} WHERE events.current = 1 AND {condition} ORDER BY events.happening, events.id", Read, ("@happenings", connection.Dialect.Numbers(happenings)))
            .ToLookup(row => row.Happening, row => row.Report);
    }

    private static (long Happening, ExportReport Report) Read(DbDataReader row) => (row.GetInt64(0), new ExportReport
    {
        Article = row.GetString(1),
        Identity = row.GetString(2),
        Revision = row.GetInt32(3),
        Url = row.TextOrNull(4),
        Source = row.TextOrNull(5),
        Title = row.TextOrNull(6),
        Published = Days.Parse(row.TextOrNull(7)),
        Language = row.GetString(8),
        TextLength = row.GetInt32(9),
        CopyGroup = row.GetInt64(10),
        Sentence = row.GetInt32(11),
        SentenceText = row.GetString(12),
        Span = new TextSpan(row.GetInt32(13), row.GetInt32(14)),
        Trigger = new TextSpan(row.GetInt32(15), row.GetInt32(16)),
        TriggerText = row.GetString(17),
    });
}
