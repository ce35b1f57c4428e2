using System.Globalization;

namespace Readout.Desk.Hosting;

/// <summary>Reads values of a query string; what cannot be understood is a fault that says what it may be.</summary>
internal static class DeskQuery
{
    /// <summary>A day, or null where there is none or an empty one.</summary>
    /// <exception cref="DeskFaultException">It is no day.</exception>
    public static DateOnly? Day(this IQueryCollection query, string name) =>
        Text(query, name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw DeskFaultException.Bad($"{name}='{Shortened(text)}' is no day; write it as 2010-05-31.");

    /// <summary>A whole number in a range, or the default where there is none.</summary>
    /// <exception cref="DeskFaultException">It is no number of the range.</exception>
    public static long Number(this IQueryCollection query, string name, long usual, long least, long most) =>
        Text(query, name) is not { } text ? usual
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= least && number <= most ? number
        : throw DeskFaultException.Bad($"{name}='{Shortened(text)}' is no whole number from {least} to {most}.");

    /// <summary>One of a few words, or the first of them where there is none.</summary>
    /// <exception cref="DeskFaultException">It is none of them.</exception>
    public static string Choice(this IQueryCollection query, string name, params ReadOnlySpan<string> choices)
    {
        if (Text(query, name) is not { } text) return choices[0];
        foreach (string choice in choices)
        {
            if (choice == text) return choice;
        }

        throw DeskFaultException.Bad($"{name}='{Shortened(text)}' is none of {string.Join(", ", choices!)}.");
    }

    /// <summary>The words, trimmed; null where there are none.</summary>
    public static string? Text(this IQueryCollection query, string name) =>
        query[name] is [{ } text, ..] && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
