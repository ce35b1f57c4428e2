using System.Collections.Immutable;

namespace Readout.Archive.Arrivals;

/// <summary>Articles that came. Immutable.</summary>
/// <param name="Count">How many they are.</param>
/// <param name="Revisions">The newest revisions of the newest of them, as many as are looked at.</param>
public sealed record ArrivalWindow(long Count, ImmutableArray<long> Revisions)
{
    /// <summary>Whether nothing came.</summary>
    public bool IsEmpty => Revisions.IsEmpty;
}

/// <summary>An event between two codes that articles of a window report. Immutable.</summary>
/// <param name="First">Code that comes first in ordinal order.</param>
/// <param name="Second">The other code.</param>
/// <param name="Event">Number of the event.</param>
/// <param name="Happening">Number of the happening that it reports; null where it belongs to none.</param>
/// <param name="Day">Its day.</param>
/// <param name="Score">PLOVER score.</param>
public sealed record ArrivedDeed(string First, string Second, long Event, long? Happening, DateOnly Day, double Score);

/// <summary>How a pair dealt with one another over some days. Immutable.</summary>
/// <param name="Happenings">How many happenings are counted.</param>
/// <param name="Mean">Their mean PLOVER score; 0 where there are none.</param>
public sealed record UsualScore(int Happenings, double Mean);

/// <summary>A story to which articles of a window were added. Immutable.</summary>
/// <param name="Id">Number of the story.</param>
/// <param name="Title">Headline of the article that it began with, or null.</param>
/// <param name="New">How many articles of the window it has.</param>
/// <param name="Articles">How many articles it has.</param>
/// <param name="From">First day of publication, or null.</param>
/// <param name="To">Last day of publication, or null.</param>
/// <param name="Lead">Number of the weightiest event that its new articles report, or null.</param>
public sealed record ArrivedStory(long Id, string? Title, int New, int Articles, DateOnly? From, DateOnly? To, long? Lead);
