using System.Globalization;

namespace Readout.Sources.Metadata;

/// <summary>The day an article was published and where that was found; no day where nothing says so.</summary>
/// <param name="Day">The day, or null.</param>
/// <param name="Origin">Where it was found, or null.</param>
internal readonly record struct PublicationDate(DateOnly? Day, string? Origin)
{
    private const int Tolerance = 2;
    private const string Disagreement = "the dates disagree: ";

    /// <summary>
    /// The caller's date before those of the input in their order, the dateline and the address. Unreadable dates, dates
    /// to come and dates that disagree are noted; a date to come is not taken where another is given.
    /// </summary>
    public static PublicationDate Settle(
        DateOnly? argument, IReadOnlyList<Found> given, Uri? url, string? firstParagraph, DateOnly today, List<string> warnings)
    {
        PublicationDate chosen = argument is not null ? new PublicationDate(argument, "argument") : default;
        foreach (Found found in given)
        {
            bool loose = found.Origin is "time" or "printed";
            if (PrintedDate.Find(found.Value) is not { } day) NoteUnless(loose, warnings, $"the date \"{Short(found.Value)}\" ({found.Origin}) is not a whole date and was not used");
            else if (chosen.Day is null && day <= today.AddDays(1)) chosen = new PublicationDate(day, found.Origin);
            else if (day > today.AddDays(1)) Note(warnings, $"the date {Iso(day)} ({found.Origin}) lies in the future");
            else if (Differ(chosen.Day, day) && !loose) NoteUnless(warnings.Exists(warning => warning.StartsWith(Disagreement, StringComparison.Ordinal)), warnings, $"{Disagreement}{Iso(chosen.Day!.Value)} ({chosen.Origin}), {Iso(day)} ({found.Origin})");
        }

        if (url is not null && argument is null) chosen = InOwnTime(chosen, given, url);
        if (chosen.Day is null) chosen = Fallback(given, url, firstParagraph, today);
        if (argument > today.AddDays(1)) Note(warnings, $"the date {Iso(argument!.Value)} (argument) lies in the future");
        return chosen;
    }

    /// <summary>
    /// A time given in UTC may fall on the day after the publisher's own; where the address names a day beside it, that is
    /// the publisher's.
    /// </summary>
    private static PublicationDate InOwnTime(PublicationDate chosen, IReadOnlyList<Found> given, Uri url)
    {
        if (chosen.Day is not { } day || OfAddress(url) is not { } own || Math.Abs(own.DayNumber - day.DayNumber) != 1) return chosen;
        foreach (Found found in given)
        {
            if (found.Origin == chosen.Origin && PrintedDate.Find(found.Value) == day) return IsUniversal(found.Value) ? new PublicationDate(own, "url") : chosen;
        }

        return chosen;
    }

    private static bool IsUniversal(string time) =>
        time.Contains(':', StringComparison.Ordinal)
        && (time.EndsWith('Z') || time.EndsWith("+00:00", StringComparison.Ordinal) || time.EndsWith("+0000", StringComparison.Ordinal) || time.EndsWith("GMT", StringComparison.Ordinal));

    private static PublicationDate Fallback(IReadOnlyList<Found> given, Uri? url, string? firstParagraph, DateOnly today)
    {
        if (Dateline.Day(firstParagraph) is { } printed) return new PublicationDate(printed, "dateline");
        if (url is not null && OfAddress(url) is { } addressed && addressed <= today.AddDays(1)) return new PublicationDate(addressed, "url");
        foreach (Found found in given)
        {
            if (PrintedDate.Find(found.Value) is { } day) return new PublicationDate(day, found.Origin);
        }

        return default;
    }

    /// <summary>The day in a path such as <c>/2019/11/20/</c> or <c>/2019-11-20/</c>.</summary>
    private static DateOnly? OfAddress(Uri url)
    {
        string[] parts = url.AbsolutePath.Split(['/', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i + 2 < parts.Length; i++)
        {
            bool shape = parts[i].Length == 4 && (parts[i].StartsWith("19", StringComparison.Ordinal) || parts[i].StartsWith("20", StringComparison.Ordinal));
            if (shape && parts[i + 1].Length == 2 && parts[i + 2].Length == 2 && PrintedDate.Find($"{parts[i]}-{parts[i + 1]}-{parts[i + 2]}") is { } day) return day;
        }

        return null;
    }

    private static bool Differ(DateOnly? first, DateOnly second) =>
        first is { } day && Math.Abs(day.DayNumber - second.DayNumber) >= Tolerance;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static void NoteUnless(bool known, List<string> warnings, string warning)
    {
        if (!known) Note(warnings, warning);
    }

    private static void Note(List<string> warnings, string warning)
    {
        if (!warnings.Contains(warning)) warnings.Add(warning);
    }
}
