using System.Collections.Immutable;
using System.Globalization;
using Readout.Text;

namespace Readout.Archive.Store;

/// <summary>Lists of spans as columns have them: <c>0-9 15-90</c>.</summary>
internal static class Spans
{
    public static string ToText(ImmutableArray<TextSpan> spans) =>
        string.Join(' ', spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}")));

    /// <exception cref="FormatException">The text is no list of spans.</exception>
    public static ImmutableArray<TextSpan> Parse(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(One)];

    private static TextSpan One(string span)
    {
        int dash = span.IndexOf('-', StringComparison.Ordinal);
        if (dash < 1) throw new FormatException($"'{span}' is no span.");
        return new TextSpan(
            int.Parse(span.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture),
            int.Parse(span.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
