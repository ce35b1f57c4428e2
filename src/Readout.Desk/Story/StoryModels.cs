using System.Collections.Immutable;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Desk.Api;
using Readout.Desk.Api.Happenings;
using Readout.Desk.Hosting;
using Readout.Desk.Layout;

namespace Readout.Desk.Story;

/// <summary>Reads stories. Safe to call from every thread.</summary>
internal sealed class StoryModels(RecordArchive archive, PageCursors cursors)
{
    private const string Stories = "stories";
    private const int MostArticles = 100;
    private const int MostHappenings = 40;
    private const int MostQuotes = 80;
    private const int MostOfASpeaker = 6;

    /// <summary>The story of a number; null where there is none.</summary>
    /// <exception cref="DeskFaultException">The cursor is of another list.</exception>
    public StoryModel? Find(long id, IQueryCollection query)
    {
        if (archive.Stories.Head(id) is not { } head) return null;
        string list = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"story {id}");
        int skip = (int)Math.Clamp(cursors.Read(list, query)?[0] ?? 0, 0, int.MaxValue / 2);
        IReadOnlyList<KeptHappening> happenings = archive.Stories.Happenings(id, MostHappenings + 1, skip);
        KeptArticle[] articles = [.. archive.Articles.OfStory(id, MostArticles)];
        KeptArticle[] voices = [.. articles.DistinctBy(article => article.CopyGroup)];
        return new StoryModel
        {
            Id = id,
            Title = head.Title ?? "Story without a headline",
            First = head.First,
            Last = head.Last,
            Count = head.Articles,
            Voices = head.Voices,
            Happenings = [.. happenings.Take(MostHappenings).Select(HappeningModel.Of)],
            Speakers = Speakers(voices),
            Articles = [.. voices.Select(voice => new ArticleWithCopies(ArticleLine.Of(voice), [.. articles.Where(other => other.CopyGroup == voice.CopyGroup && other.Id != voice.Id).Select(ArticleLine.Of)]))],
            Next = happenings.Count > MostHappenings ? cursors.Write(list, query, skip + MostHappenings) : null,
            IsLater = skip > 0,
        };
    }

    /// <summary>The story that an article is in; null where there is no such article.</summary>
    public long? StoryOf(long article) => archive.Articles.Find(article)?.Story;

    /// <summary>A page of stories.</summary>
    /// <exception cref="DeskFaultException">The cursor is of another list.</exception>
    public StoriesModel Newest(IQueryCollection query)
    {
        int limit = (int)query.Number("limit", 40, 1, 200);
        int fewest = (int)query.Number("fewest", 2, 1, 1000);
        StoryHead? after = cursors.Read(Stories, query, 2) is { } place && place[0] is >= 0 and <= 3652058
            ? new StoryHead(place[1], null, 0, 0, default, DateOnly.FromDayNumber((int)place[0])) : null;
        IReadOnlyList<StoryHead> heads = archive.Stories.Newest(limit + 1, after, fewest);
        string? next = heads.Count > limit ? cursors.Write(Stories, query, heads[limit - 1].Last.DayNumber, heads[limit - 1].Id) : null;
        return new StoriesModel([.. heads.Take(limit).Select(head => new StoryLine(head.Id, head.Title ?? "Story without a headline", head.Articles, head.Voices, head.First, head.Last))], fewest, next);
    }

    private ImmutableArray<SpeakerQuotes> Speakers(KeptArticle[] voices)
    {
        Dictionary<long, int> order = voices.Select((voice, i) => (voice.Revision, i)).ToDictionary(pair => pair.Revision, pair => pair.i);
        return
        [
            .. archive.Quotes.OfRevisions([.. order.Keys], [], MostQuotes).OrderBy(quote => order[quote.Article.Revision]).ThenBy(quote => quote.Number)
                .GroupBy(quote => quote.Speaker?.Reference ?? quote.Speaker?.Name ?? "", StringComparer.Ordinal)
                .OrderBy(group => group.Key.Length == 0).ThenByDescending(group => group.Count())
                .Select(group => group.Take(MostOfASpeaker).Select(QuoteLine.Of).ToImmutableArray()).Select(quotes => new SpeakerQuotes(quotes[0].Speaker, quotes)),
        ];
    }
}
