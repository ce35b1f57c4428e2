using System.Runtime.CompilerServices;
using Readout.Archive;
using Readout.Archive.Feeds;
using Readout.Archive.Identity;
using Readout.Archive.Writing;
using Readout.Jobs.Ingest;
using Readout.Sources;
using Readout.Sources.Fetching;

namespace Readout.Jobs.Links;

/// <summary>
/// What comes in from addresses: pages, feeds with the pages that they name, sitemaps, lists of feeds. What is kept already
/// is not fetched again unless its list says that it changed. What an address gave is noted in the transaction of its article.
/// </summary>
internal sealed class LinkArrivals(RecordArchive archive, SourceReader sources, PoliteFetcher fetcher, TimeProvider time)
{
    private const int Deepest = 3;
    private const int FeedsAhead = 8;
    private const int MostAttempts = 5;
    private readonly GivenUpHosts _givenUp = new();

    /// <summary>The arrivals of an address named by a person; a feed is followed from then on.</summary>
    public async IAsyncEnumerable<Arrival> OfAddressAsync(Uri address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        FollowedFeed? known = archive.Feeds.Find(address);
        FetchOutcome outcome = await fetcher.FetchAsync(Request(address, known), cancellation).ConfigureAwait(false);
        bool isFeed = known is not null || outcome.Page?.Holds == PageContent.Feed;
        IAsyncEnumerable<Arrival> arrivals = isFeed
            ? OfFeedAsync(known ?? FeedSchedule.New(address, null, time.GetUtcNow()), outcome, FeedSchedule.Default, cancellation)
            : OfOutcomeAsync(address, outcome, null, 0, cancellation);
        await foreach (Arrival arrival in arrivals.ConfigureAwait(false)) yield return arrival;
        foreach (string line in _givenUp.Tell()) yield return new Arrival { Note = line };
    }

    /// <summary>The arrivals of feeds whose turn has come, in their order; the feeds themselves are fetched a few ahead.</summary>
    public async IAsyncEnumerable<Arrival> OfFeedsAsync(IReadOnlyList<FollowedFeed> feeds, FeedSchedule schedule, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Queue<Task<FetchOutcome>> ahead = new();
        int next = 0;
        foreach (FollowedFeed feed in feeds)
        {
            while (next < feeds.Count && ahead.Count < FeedsAhead)
            {
                FollowedFeed coming = feeds[next++];
                ahead.Enqueue(fetcher.FetchAsync(Request(coming.Address, coming), cancellation));
            }

            FetchOutcome outcome = await ahead.Dequeue().ConfigureAwait(false);
            await foreach (Arrival arrival in OfFeedAsync(feed, outcome, schedule, cancellation).ConfigureAwait(false)) yield return arrival;
        }

        foreach (string line in _givenUp.Tell()) yield return new Arrival { Note = line };
    }

    /// <summary>The arrivals of what a list names; the last says what became of it.</summary>
    /// <param name="link">What the list names.</param>
    /// <param name="item">The list's entry, whose own words stand in where the page cannot be had.</param>
    /// <param name="cancellation">Stops the fetching.</param>
    public async IAsyncEnumerable<Arrival> OfLinkAsync(SourceLink link, SourceItem item, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (Arrival arrival in OfLinkAsync(link, item, new Visit(), 1, cancellation).ConfigureAwait(false)) yield return arrival;
        foreach (string line in _givenUp.Tell()) yield return new Arrival { Note = line };
    }

    private static FetchRequest Request(Uri address, FollowedFeed? known) => new(address) { ETag = known?.ETag, LastModified = known?.LastModified };

    private async IAsyncEnumerable<Arrival> OfFeedAsync(FollowedFeed feed, FetchOutcome outcome, FeedSchedule schedule, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Visit visit = new();
        string? title = feed.Title;
        if (outcome.Page is { } page)
        {
            await foreach (SourceItem item in sources.OpenAsync(page, null, cancellation).ConfigureAwait(false))
            {
                title ??= item.Link is null or { HasSummary: true } ? item.Read().Article?.Source : null;
                await foreach (Arrival arrival in OfItemAsync(item, visit, 1, cancellation).ConfigureAwait(false)) yield return visit.Counting(arrival);
            }
        }
        else if (outcome.Kind != FetchKind.NotModified)
        {
            yield return new Arrival { Item = Refused(feed.Address, outcome) };
        }

        yield return Arrival.Mark(writer => Note(writer, feed, schedule.After(feed with { Title = title }, outcome, visit.Kept, visit.IsWhole, time.GetUtcNow())));
    }

    private static void Note(ArchiveWriter writer, FollowedFeed before, FollowedFeed after)
    {
        if (after.Address != before.Address) writer.Feeds.Forget(before.Address);
        writer.Feeds.Note(after);
    }

    private async IAsyncEnumerable<Arrival> OfItemAsync(SourceItem item, Visit visit, int depth, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (item.Link is not { } link)
        {
            yield return new Arrival { Item = item };
            yield break;
        }

        await foreach (Arrival arrival in OfLinkAsync(link, item, visit, depth, cancellation).ConfigureAwait(false)) yield return arrival;
    }

    private IAsyncEnumerable<Arrival> OfLinkAsync(SourceLink link, SourceItem item, Visit visit, int depth, CancellationToken cancellation) => link.Kind switch
    {
        _ when depth > Deepest => One(new Arrival { Item = Refuse(link.Address, "it lies in a list within a list within a list", "give its address as an input") }),
        LinkKind.Feed => OfListedFeedAsync(link, cancellation),
        LinkKind.Sitemap => OfSitemapAsync(link.Address, visit, depth, cancellation),
        _ => OfPageAsync(link, item, visit, depth, cancellation),
    };

    /// <summary>A feed that a list names: followed from then on, and asked at once where it is new.</summary>
    private async IAsyncEnumerable<Arrival> OfListedFeedAsync(SourceLink link, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (archive.Feeds.Find(link.Address) is not null) yield break;
        FollowedFeed feed = FeedSchedule.New(link.Address, link.Title, time.GetUtcNow());
        FetchOutcome outcome = await fetcher.FetchAsync(Request(link.Address, null), cancellation).ConfigureAwait(false);
        await foreach (Arrival arrival in OfFeedAsync(feed, outcome, FeedSchedule.Default, cancellation).ConfigureAwait(false)) yield return arrival;
    }

    private async IAsyncEnumerable<Arrival> OfSitemapAsync(Uri address, Visit visit, int depth, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (_givenUp.Spares(address)) yield break;
        FetchOutcome outcome = await FetchAsync(new FetchRequest(address) { IsSitemap = true }, cancellation).ConfigureAwait(false);
        await foreach (Arrival arrival in OfOutcomeAsync(address, outcome, visit, depth, cancellation).ConfigureAwait(false)) yield return arrival;
    }

    /// <summary>What an address gave: its items, with what they name in turn; or why it gave nothing.</summary>
    private async IAsyncEnumerable<Arrival> OfOutcomeAsync(Uri address, FetchOutcome outcome, Visit? visit, int depth, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (outcome.Page is not { } page)
        {
            yield return new Arrival { Item = Refused(address, outcome) };
            yield break;
        }

        await foreach (SourceItem item in sources.OpenAsync(page, null, cancellation).ConfigureAwait(false))
        {
            await foreach (Arrival arrival in OfItemAsync(item, visit ?? new Visit(), depth + 1, cancellation).ConfigureAwait(false)) yield return arrival;
        }
    }

    private async IAsyncEnumerable<Arrival> OfPageAsync(SourceLink link, SourceItem entry, Visit visit, int depth, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string address = CanonicalUrl.Of(link.Address.AbsoluteUri)!;
        KnownLink? before = archive.Feeds.Link(address);
        if (IsSettled(link, before, address))
        {
            yield return new Arrival { IsKnown = true };
            yield break;
        }

        if (_givenUp.Spares(link.Address))
        {
            visit.IsWhole = false;
            yield break;
        }

        FetchOutcome outcome = await FetchAsync(new FetchRequest(link.Address), cancellation).ConfigureAwait(false);
        KnownLink after = new(address, LinkState.Kept, time.GetUtcNow()) { Changed = link.Changed };
        if (outcome.Page is { } page)
        {
            int count = 0;
            await foreach (SourceItem item in sources.OpenAsync(page, link, cancellation).ConfigureAwait(false))
            {
                if (count++ == 0) yield return new Arrival { Item = item, Then = (writer, settled) => writer.Feeds.Note(After(after, settled)) };
                else await foreach (Arrival arrival in OfItemAsync(item, visit, depth + 1, cancellation).ConfigureAwait(false)) yield return arrival;
            }

            yield break;
        }

        int attempts = (before?.Attempts ?? 0) + 1;
        bool again = outcome.Kind == FetchKind.Failed && attempts < MostAttempts;
        if (again) visit.IsWhole = false;
        yield return Unfetched(link, entry, outcome, after with { State = again ? LinkState.Failed : LinkState.Refused, Problem = outcome.What, Attempts = attempts }, again);
    }

    /// <summary>An address that gave nothing: the list's own words of it are kept where asking again would not help.</summary>
    private static Arrival Unfetched(SourceLink link, SourceItem entry, FetchOutcome outcome, KnownLink after, bool again)
    {
        bool standsIn = link.HasSummary && !again;
        return new Arrival
        {
            Item = standsIn ? entry : Refused(link.Address, outcome),
            Note = standsIn ? $"{link.Address.AbsoluteUri}: {outcome.What}; what the list says of it is kept" : null,
            Then = (writer, _) => writer.Feeds.Note(after),
        };
    }

    private static KnownLink After(KnownLink link, Settled settled) =>
        settled.Refusal is { } refusal ? link with { State = LinkState.Refused, Problem = refusal.What } : link;

    /// <summary>Whether nothing new is to be had from an address: it was tried to an end, or is kept, and its list tells of no change.</summary>
    private bool IsSettled(SourceLink link, KnownLink? before, string address)
    {
        if (before is null) return archive.Articles.Find(address) is not null;
        return before.State != LinkState.Failed && before.Changed == link.Changed;
    }

    private async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        FetchOutcome outcome = await fetcher.FetchAsync(request, cancellation).ConfigureAwait(false);
        if (outcome.Kind == FetchKind.Failed) _givenUp.Add(request.Address);
        return outcome;
    }

    private static SourceItem Refused(Uri address, FetchOutcome outcome) => Refuse(address, outcome.What ?? "it has not changed", outcome.Advice ?? "look again later");

    private static SourceItem Refuse(Uri address, string what, string advice) => SourceItem.Refused(address.AbsoluteUri, what, advice);

    private static async IAsyncEnumerable<Arrival> One(Arrival arrival)
    {
        yield return arrival;
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>What one poll of a list came to; counted as its articles are kept, read after the last of them.</summary>
    private sealed class Visit
    {
        public bool IsWhole { get; set; } = true;

        public long Kept { get; private set; }

        public Arrival Counting(Arrival arrival)
        {
            Action<ArchiveWriter, Settled>? then = arrival.Then;
            return arrival with { Then = (writer, settled) => Count(writer, settled, then) };
        }

        private void Count(ArchiveWriter writer, Settled settled, Action<ArchiveWriter, Settled>? then)
        {
            if (settled.Outcome is KeepOutcome.New or KeepOutcome.Revision) Kept++;
            then?.Invoke(writer, settled);
        }
    }
}
