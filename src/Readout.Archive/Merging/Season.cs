namespace Readout.Archive.Merging;

/// <summary>
/// Eight weeks, counted from 0001-01-01. What is looked up by time has its season first in its key, so that the rows
/// that news of one time asks for and adds lie together, however many years an archive spans.
/// </summary>
internal static class Season
{
    /// <summary>The season of what has no day.</summary>
    public const long None = -1;

    private const int Weeks = 8;

    /// <summary>The season of a day, given as <see cref="DateOnly.DayNumber"/>.</summary>
    public static long Of(int? day) => day is int number ? OfWeek(number / 7) : None;

    /// <summary>The season of a week as <see cref="Readout.Analysis.Stories.IStoryShelf.Week"/> counts them; <see cref="None"/> for -1.</summary>
    public static long OfWeek(int week) => week < 0 ? None : week / Weeks;

    /// <summary>The seasons of a range, its ends included.</summary>
    public static long[] Between(long first, long last) => [.. Enumerable.Range((int)first, (int)(last - first) + 1).Select(season => (long)season)];
}
