using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Readout.Archive.Store;

/// <summary>Times as tables of operation have them: ISO 8601 in UTC, to the second, so that their order is that of their text.</summary>
internal static class Times
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    [return: NotNullIfNotNull(nameof(time))]
    public static string? ToText(DateTimeOffset? time) => time?.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
