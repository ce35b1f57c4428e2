using System.Collections.Immutable;

namespace Readout.Analysis.Stories;

/// <summary>
/// Puts articles into stories as they arrive: one pass, average linkage. An article joins the story with whose articles it has most in
/// common; a story that grew may take in another that has come close, and single articles that are closer to it than to
/// their own. Two stories that each name what the other does not name are held apart. All decisions are made in integers;
/// the outcome depends on the order of the articles and on nothing else.
/// </summary>
/// <param name="shelf">Where stories are kept.</param>
/// <param name="background">How common words are in general.</param>
public sealed class StoryTeller(IStoryShelf shelf, BackgroundWords background)
{
    private const long Same = (long)ArticleVector.Unit * ArticleVector.Unit;

    /// <summary>Mean product that makes two groups one story.</summary>
    private const long Threshold = Same * 22 / 100;

    /// <summary>By how much closer an article must be to another story to be moved there.</summary>
    private const long Gain = Same / 10;

    private const int CandidateLimit = 12;
    private const int NeighbourLimit = 3;
    private const int LatestLimit = 20;
    private const int MergeLimit = 200;
    private const int CoreCount = 3;
    internal const int Window = 28;
    private const int Grace = 3;

    /// <summary>Puts an article into a story and gives the story's number. Later articles may move it.</summary>
    /// <param name="article">Number of the article, new to the shelf.</param>
    /// <param name="published">Day of publication, or null.</param>
    /// <param name="terms">Its terms.</param>
    public long Place(long article, DateOnly? published, ImmutableArray<ArticleTerm> terms)
    {
        ArticleVector vector = ArticleVector.Of(terms, shelf.Frequencies(terms), shelf.Articles, background);
        shelf.Count(terms);
        int? day = published?.DayNumber;
        Story story = new(article);
        story.Add(vector, day);
        long[] keys = [.. vector.Keys()];
        SortedDictionary<long, Story> near = Near(keys, day);
        story = Settle(story, near, new StoryMember(article, day, vector));
        Gather(story, near);
        return story.Id;
    }

    /// <summary>Lets the story of a new article join its nearest, and that one the nearest again, while any is near enough.</summary>
    private Story Settle(Story story, SortedDictionary<long, Story> near, StoryMember member)
    {
        if (Nearest(story, near) is not { } first)
        {
            shelf.Put(story.Id, member);
            shelf.Save(story);
            return story;
        }

        first.Merge(story);
        shelf.Put(first.Id, member);
        near.Remove(first.Id);
        story = first;
        while (Nearest(story, near) is { } next)
        {
            (Story kept, Story given) = next.Count >= story.Count ? (next, story) : (story, next);
            if (given.Count > MergeLimit) break;
            near.Remove(next.Id);
            kept.Merge(given);
            shelf.Merge(given.Id, kept.Id);
            story = kept;
        }

        shelf.Save(story);
        return story;
    }

    /// <summary>Moves articles from the nearest other stories that are closer to this one.</summary>
    private void Gather(Story story, SortedDictionary<long, Story> near)
    {
        if (story.Count < 2) return;
        foreach (Story other in near.Values.OrderByDescending(other => story.Link(other)).Take(NeighbourLimit))
        {
            bool moved = false;
            foreach (StoryMember member in shelf.Latest(other.Id, LatestLimit))
            {
                if (other.Count < 2) break;
                long link = story.Link(member.Vector, isMember: false);
                if (link < Threshold || link <= other.Link(member.Vector, isMember: true) + Gain) continue;
                other.Remove(member.Vector);
                story.Add(member.Vector, member.Day);
                shelf.Put(story.Id, member);
                moved = true;
            }

            if (!moved) continue;
            shelf.Save(other);
            shelf.Save(story);
        }
    }

    private static Story? Nearest(Story story, SortedDictionary<long, Story> near)
    {
        Story? best = null;
        long most = Threshold - 1;
        foreach (Story other in near.Values)
        {
            long link = story.Link(other);
            if (link <= most) continue;
            link = link * Closeness(story, other) / 1000;
            if (link > most) (best, most) = (other, link);
        }

        return best;
    }

    /// <summary>What is left of a link, in thousandths: less where names are at odds, less where days lie between.</summary>
    private static long Closeness(Story one, Story other)
    {
        long names = Math.Min(one.Count, other.Count) < CoreCount ? 1000 : 1000 - Math.Min(one.Missing(other), other.Missing(one)) / 2;
        int gap = Math.Max(0, Math.Max(one.FirstDay - other.LastDay ?? 0, other.FirstDay - one.LastDay ?? 0) - Grace);
        return names * Math.Max(0, 1000 - 20 * gap) / 1000;
    }

    /// <summary>The stories that share most terms with an article.</summary>
    private SortedDictionary<long, Story> Near(long[] keys, int? day)
    {
        Dictionary<long, int> shared = [];
        ILookup<long, long> posted = shelf.Posted(keys, day);
        for (int i = 0; i < keys.Length; i++)
        {
            foreach (long story in posted[keys[i]]) shared[story] = shared.GetValueOrDefault(story) + 2 * keys.Length - i;
        }

        SortedDictionary<long, Story> near = [];
        foreach ((long id, _) in shared.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key))
        {
            if (near.Count == CandidateLimit) break;
            if (shelf.Load(id) is { } story) near.Add(id, story);
        }

        return near;
    }
}
