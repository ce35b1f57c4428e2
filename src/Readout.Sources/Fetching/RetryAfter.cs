using System.Globalization;

namespace Readout.Sources.Fetching;

/// <summary>Reads <c>Retry-After</c> in both its forms: seconds, and a date (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    private static readonly string[] s_formats =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy",
    ];

    /// <summary>The time to wait; null where the value is neither form. A date that is past is no wait.</summary>
    /// <param name="value">The header's value.</param>
    /// <param name="now">The present time.</param>
    public static TimeSpan? Parse(string? value, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        string trimmed = value.Trim();
        if (long.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)) return TimeSpan.FromSeconds(Math.Min(seconds, 366L * 86_400));
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(trimmed, s_formats, CultureInfo.InvariantCulture, Styles, out DateTimeOffset date)) return null;
        return date > now ? date - now : TimeSpan.Zero;
    }
}
