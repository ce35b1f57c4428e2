using System.Globalization;
using Readout.Coding.Record;

namespace Readout.Archive.Exports.Layouts;

/// <summary>How several layouts spell the same things.</summary>
internal static class ExportText
{
    /// <summary><c>20250215</c>.</summary>
    public static string? Compact(this DateOnly? day) => day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary><c>2025-02-15</c>.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>VERBAL COOPERATION</c>.</summary>
    public static string Words(this QuadClass quad) => quad.Spelt().Replace('-', ' ').ToUpperInvariant();

    /// <summary>Texts joined by semicolons, unknown ones empty so that lists of one row keep step; null where there is none.</summary>
    public static string? Joined(IEnumerable<string?> items)
    {
        string joined = string.Join(';', items.Select(item => item?.Replace(';', ',')));
        return joined.Trim(';').Length == 0 ? null : joined;
    }
}
