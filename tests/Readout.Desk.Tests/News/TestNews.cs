using Readout.Tests;

namespace Readout.Desk.Tests.News;

/// <summary>
/// The news of <c>news.jsonl</c>, written for these tests: two quarrels of the spring of 1987 that never were (Norway and Chile
/// over a trawler, Peru and Ecuador over a river), with a story whose sources disagree on numbers, a copy, meetings planned,
/// postponed and held, both sides of one call, sentences that are hard to code, and text that looks like hostile HTML.
/// </summary>
internal static class TestNews
{
    public static string File { get; } = Repository.Path("tests", "Readout.Desk.Tests", "News", "news.jsonl");

    /// <summary>The day on which the tests take place, three days after the last article.</summary>
    public static DateTimeOffset Now { get; } = new(1987, 6, 1, 9, 0, 0, TimeSpan.Zero);
}
