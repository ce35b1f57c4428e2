using System.Globalization;

namespace Readout.Archive.Store;

/// <summary>Days as columns have them: ISO text, or a day number (days since 0001-01-01) where ranges and series need it.</summary>
internal static class Days
{
    public static string? ToText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Parse(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
