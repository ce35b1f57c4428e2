using System.Collections.Immutable;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Archive.Writing;
using Readout.Coding.Codebooks;
using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Corrections;

/// <summary>
/// What people say of events. Each entry is kept for good; what it does to the record is a further coding of its article, beside the
/// program's own, so that every query sees it and nothing is lost. Safe to call from every thread; there is one writer.
/// </summary>
/// <param name="archive">The archive; it stays open.</param>
/// <param name="codebook">Modes, codes and scores of types.</param>
public sealed class CorrectionLog(RecordArchive archive, Codebook codebook)
{
    /// <summary>Accepts, rejects or changes an event.</summary>
    /// <param name="key">Its key, or the beginning of it that no other has.</param>
    /// <param name="kind">Not <see cref="CorrectionKind.Add"/>.</param>
    /// <param name="fields">What is changed; empty otherwise.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="ArgumentException">There is no such event, or a field is none; the message says which.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public CorrectionResult Correct(string key, CorrectionKind kind, ImmutableSortedDictionary<string, string> fields, string by, DateTimeOffset at, string why)
    {
        ArgumentNullException.ThrowIfNull(fields);
        CorrectionFields.Check(fields);
        if (kind == CorrectionKind.Change && fields.IsEmpty) throw new ArgumentException("a change names what is changed");
        (long article, string found) = Find(key);
        KeptArticle kept = archive.Articles.Find(article)!;
        ArticleRecord record = archive.Articles.Record(kept.Revision)!;
        CodedEvent coded = record.Events.First(one => one.Key == found);
        return Write(Entry(kept, record, coded.Trigger, found, by, at, why) with { Kind = kind, Fields = CorrectionFields.WithScores(fields, coded, codebook) });
    }

    /// <summary>Adds an event that the program did not find.</summary>
    /// <param name="identity">The article's identity, or the identifier that its input gave it.</param>
    /// <param name="trigger">The words that name the deed.</param>
    /// <param name="start">Where they begin in the text, or null where they occur once.</param>
    /// <param name="fields">The event; its type at least.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="why">Why.</param>
    /// <exception cref="ArgumentException">There is no such article, or the words are not in it; the message says what.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public CorrectionResult Add(string identity, string trigger, int? start, ImmutableSortedDictionary<string, string> fields, string by, DateTimeOffset at, string why)
    {
        ArgumentNullException.ThrowIfNull(fields);
        CorrectionFields.Check(fields);
        if (!fields.ContainsKey(CorrectionFields.Type)) throw new ArgumentException("an event has a type");
        KeptArticle kept = archive.Articles.Find(identity) ?? Given(identity) ?? throw new ArgumentException($"the archive has no article '{identity}'");
        ArticleRecord record = archive.Articles.Record(kept.Revision)!;
        TextSpan span = Place(record.Article.Text, trigger, start);
        if (!record.Sentences.Any(sentence => sentence.Contains(span))) throw new ArgumentException($"'{trigger}' stands in no sentence of the article");
        string key = new EventKey(record.Article).Of(span, record.Events.Count(coded => coded.Trigger == span));
        return Write(Entry(kept, record, span, key, by, at, why) with { Kind = CorrectionKind.Add, Fields = CorrectionFields.WithScores(fields, null, codebook) });
    }

    /// <summary>The log in its order, with how each entry stands.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public static IReadOnlyList<(Correction Correction, CorrectionResult Result)> Entries(RecordArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        using ArchiveConnection connection = archive.Connect();
        return CorrectionTable.All(connection);
    }

    /// <summary>The entries about one article in the order of the log, with how each stands.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public static IReadOnlyList<(Correction Correction, CorrectionResult Result)> Entries(RecordArchive archive, long article)
    {
        ArgumentNullException.ThrowIfNull(archive);
        using ArchiveConnection connection = archive.Connect();
        return CorrectionTable.Standing(connection, article);
    }

    private CorrectionResult Write(Correction correction)
    {
        using ArchiveWriter writer = archive.WaitToWrite();
        CorrectionResult result = writer.Correct(correction);
        writer.Commit();
        return result;
    }

    private static Correction Entry(KeptArticle kept, ArticleRecord record, TextSpan trigger, string key, string by, DateTimeOffset at, string why)
    {
        (string before, string after) = TriggerAlignment.Context(record.Article.Text, trigger);
        return new Correction
        {
            Id = 0,
            Article = kept.Id,
            Revision = kept.Revision,
            Key = key,
            Kind = CorrectionKind.Accept,
            TriggerStart = trigger.Start,
            Trigger = trigger.In(record.Article.Text),
            Before = before,
            After = after,
            By = by,
            At = at,
            Why = why,
        };
    }

    private (long Article, string Key) Find(string key)
    {
        if (key.Length < 4 || !key.All(char.IsAsciiHexDigitLower)) throw new ArgumentException($"'{key}' is no key of an event");
        using ArchiveConnection connection = archive.Connect();
        List<(long, string)> found = connection.Query(
            "SELECT article, key FROM events WHERE current = 1 AND key >= @key AND key < @end ORDER BY key LIMIT 2",
            row => (row.GetInt64(0), row.GetString(1)), ("@key", key), ("@end", key + "g"));
        return found switch
        {
            [] => throw new ArgumentException($"the archive has no event '{key}'"),
            [var one] => one,
            _ => throw new ArgumentException($"several events have keys that begin with '{key}'"),
        };
    }

    private KeptArticle? Given(string identifier)
    {
        using ArchiveConnection connection = archive.Connect();
        List<long> found = connection.Query(
            "SELECT articles.id FROM revisions JOIN articles ON articles.revision = revisions.id WHERE revisions.given_id = @id LIMIT 2", row => row.GetInt64(0), ("@id", identifier));
        return found.Count == 1 ? archive.Articles.Find(found[0]) : found.Count == 0 ? null : throw new ArgumentException($"several articles are called '{identifier}'; give the identity of one");
    }

    private static TextSpan Place(string text, string words, int? start)
    {
        if (words.Length == 0) throw new ArgumentException("an event has words that name it");
        List<int> places = [];
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) places.Add(at);
        if (start is { } given) return places.Contains(given) ? new TextSpan(given, given + words.Length) : throw new ArgumentException($"'{words}' does not stand at {given}");
        return places switch
        {
            [] => throw new ArgumentException($"'{words}' is not in the article"),
            [int one] => new TextSpan(one, one + words.Length),
            _ => throw new ArgumentException($"'{words}' stands at {string.Join(", ", places)}; say which with --at"),
        };
    }
}
