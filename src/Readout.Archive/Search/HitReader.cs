using System.Collections.Immutable;
using System.Data.Common;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;
using Readout.Text;

namespace Readout.Archive.Search;

/// <summary>Reads the sentences of a page with their article, their events and the marks of the words. For one thread.</summary>
/// <param name="archive">The archive.</param>
/// <param name="connection">A connection to it.</param>
/// <param name="engine">Its full text.</param>
/// <param name="words">What is marked, or null for nothing.</param>
internal sealed class HitReader(RecordArchive archive, ArchiveConnection connection, WordSearch engine, string? words)
{
    /// <summary>Sentences with those of their events that were found.</summary>
    public ImmutableArray<SearchHit> Read(List<(long Sentence, List<long> Events)> found)
    {
        Dictionary<long, KeptEvent> events = archive.Events.Load([.. found.SelectMany(hit => hit.Events).Order()]).ToDictionary(kept => kept.Id);
        return Hits([.. found.Select(hit => hit.Sentence)], found.ToDictionary(
            hit => hit.Sentence, hit => hit.Events.Order().Where(events.ContainsKey).Select(number => events[number]).ToImmutableArray()));
    }

    /// <summary>Sentences with all events that they tell.</summary>
    public ImmutableArray<SearchHit> Read(List<long> sentences)
    {
        List<(long Event, long Sentence)> events = connection.Query(
            $"SELECT id, sentence FROM events WHERE current = 1 AND {connection.Dialect.IsAmong("sentence", "@numbers")} ORDER BY id",
            row => (row.GetInt64(0), row.GetInt64(1)), ("@numbers", connection.Dialect.Numbers(sentences)));
        Dictionary<long, long> sentenceOf = events.ToDictionary(pair => pair.Event, pair => pair.Sentence);
        ILookup<long, KeptEvent> kept = archive.Events.Load([.. events.Select(pair => pair.Event)]).ToLookup(one => sentenceOf[one.Id]);
        return Hits(sentences, sentences.ToDictionary(sentence => sentence, sentence => kept[sentence].ToImmutableArray()));
    }

    private ImmutableArray<SearchHit> Hits(List<long> sentences, Dictionary<long, ImmutableArray<KeptEvent>> events)
    {
        object numbers = connection.Dialect.Numbers(sentences);
        Dictionary<long, ImmutableArray<TextSpan>> marks = Marks(numbers);
        Dictionary<long, SearchHit> hits = connection.Query(
            $"""
            SELECT sentences.id, sentences.number, sentences.span_start, sentences.span_end, sentences.text, articles.id, articles.identity, revisions.given_id,
                   revisions.id, revisions.number, revisions.url, revisions.source, revisions.title, revisions.published, articles.copy_group, articles.story
            FROM sentences JOIN revisions ON revisions.id = sentences.revision JOIN articles ON articles.id = revisions.article
            WHERE {connection.Dialect.IsAmong("sentences.id", "@numbers")}
            """,
            row => (Id: row.GetInt64(0), Hit: Hit(row, marks, events)), ("@numbers", numbers)).ToDictionary(row => row.Id, row => row.Hit);
        return [.. sentences.Where(hits.ContainsKey).Select(sentence => hits[sentence])];
    }

    private static SearchHit Hit(DbDataReader row, Dictionary<long, ImmutableArray<TextSpan>> marks, Dictionary<long, ImmutableArray<KeptEvent>> events)
    {
        TextSpan span = new(row.GetInt32(2), row.GetInt32(3));
        KeptArticle article = new()
        {
            Id = row.GetInt64(5),
            Identity = row.GetString(6),
            GivenId = row.GetString(7),
            Revision = row.GetInt64(8),
            RevisionNumber = row.GetInt32(9),
            Url = row.TextOrNull(10),
            Source = row.TextOrNull(11),
            Title = row.TextOrNull(12),
            Published = Days.Parse(row.TextOrNull(13)),
            CopyGroup = row.GetInt64(14),
            Story = row.NumberOrNull(15),
        };
        ImmutableArray<TextSpan> inside = marks.GetValueOrDefault(row.GetInt64(0), []);
        return new SearchHit(
            article, row.GetInt32(1), span, row.GetString(4), [.. inside.Select(mark => new TextSpan(span.Start + mark.Start, span.Start + mark.End))], events[row.GetInt64(0)]);
    }

    private Dictionary<long, ImmutableArray<TextSpan>> Marks(object numbers) => words is null
        ? []
        : engine.Marked(connection, words, numbers).ToDictionary(marked => marked.Sentence, marked => Spans(marked.Text));

    /// <summary>The ranges between marks, in the text without them.</summary>
    internal static ImmutableArray<TextSpan> Spans(string marked)
    {
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        int position = 0;
        int start = -1;
        foreach (char letter in marked)
        {
            if (letter == WordSearch.Begin)
            {
                start = position;
            }
            else if (letter == WordSearch.End)
            {
                if (start >= 0) spans.Add(new TextSpan(start, position));
                start = -1;
            }
            else
            {
                position++;
            }
        }

        return spans.ToImmutable();
    }
}
