using System.Collections.Immutable;
using Readout.Analysis.Happenings;
using Readout.Archive.Store;

namespace Readout.Archive.Reading;

/// <summary>Reads stories and happenings. Safe to call from every thread.</summary>
public sealed class StoryReader
{
    private const int Most = 1000;
    private readonly RecordArchive _archive;

    internal StoryReader(RecordArchive archive) => _archive = archive;

    /// <summary>The story of that number; null where there is none. No more than the first thousand articles and happenings.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public KeptStory? Find(long id)
    {
        ImmutableArray<KeptArticle> articles = [.. _archive.Articles.OfStory(id, Most)];
        if (articles.IsEmpty) return null;
        List<long> happenings;
        using (ArchiveConnection connection = _archive.Connect())
        {
            happenings = connection.Query(
                """
                SELECT id FROM happenings WHERE id IN
                    (SELECT happening_reports.happening FROM happening_reports JOIN articles ON articles.id = happening_reports.article WHERE articles.story = @story)
                ORDER BY CASE WHEN date_from IS NULL THEN 1 ELSE 0 END, date_from, id LIMIT @limit
                """,
                row => row.GetInt64(0), ("@story", id), ("@limit", (long)Most));
        }

        return new KeptStory(id, articles, [.. happenings.Select(Happening).OfType<KeptHappening>()]);
    }

    /// <summary>The happening of that number with all accounts of it; null where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public KeptHappening? Happening(long id)
    {
        ImmutableArray<KeptEvent> events = [.. _archive.Events.Read(new EventQuery { Happening = id, Limit = Most })];
        if (events.IsEmpty) return null;
        return new KeptHappening(id, HappeningSummary.Of([.. events.Select(kept => new Account(kept.Id, kept.Article.Id, kept.Article.CopyGroup, kept.ToReport()))]), events);
    }
}
