using System.Globalization;
using System.Text.Json;
using Readout.Analysis.Phrasing;
using Readout.Archive.Feeds;
using Readout.Jobs.Links;

namespace Readout.Cli.Printing;

/// <summary>Prints the feeds that an archive knows, with their health.</summary>
internal static class FeedList
{
    public static void Print(IReadOnlyList<FollowedFeed> feeds, Terminal terminal, bool json)
    {
        foreach (FollowedFeed feed in feeds)
        {
            if (json) terminal.WriteLine(ToJson(feed));
            else Print(feed, terminal);
        }
    }

    private static void Print(FollowedFeed feed, Terminal terminal)
    {
        Paint paint = new(terminal.IsColoured);
        string health = Health(feed);
        terminal.Output.WriteLine($"{paint.Bold(feed.Address.AbsoluteUri)}{(feed.Title is null ? "" : $"  {feed.Title}")}");
        string asked = feed.CheckedAt is { } at ? $"asked {Minute(at)}" : "not asked yet";
        terminal.Output.WriteLine($"    {(health == "well" ? health : paint.Warn(health))}; {asked}; next {(feed.State == FeedState.Active ? Minute(feed.NextAt) : "never")}; {Wording.Count(feed.Articles, "article")}");
        if (feed.Problem is { } problem) terminal.Output.WriteLine($"    {paint.Warn(problem)}");
    }

    private static string Health(FollowedFeed feed) => feed switch
    {
        { State: FeedState.Gone } => "gone",
        { State: FeedState.Paused } => "paused",
        { Failures: 0 } => "well",
        _ => string.Create(CultureInfo.InvariantCulture, $"{(FeedSchedule.IsDead(feed) ? "dead" : "failing")}, {feed.Failures} in a row"),
    };

    private static byte[] ToJson(FollowedFeed feed) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
    {
        ["address"] = feed.Address.AbsoluteUri,
        ["title"] = feed.Title,
        ["state"] = feed.State.ToString().ToLowerInvariant(),
        ["dead"] = FeedSchedule.IsDead(feed),
        ["addedAt"] = feed.AddedAt,
        ["checkedAt"] = feed.CheckedAt,
        ["changedAt"] = feed.ChangedAt,
        ["nextAt"] = feed.NextAt,
        ["etag"] = feed.ETag,
        ["lastModified"] = feed.LastModified,
        ["failures"] = feed.Failures,
        ["problem"] = feed.Problem,
        ["articles"] = feed.Articles,
    });

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
