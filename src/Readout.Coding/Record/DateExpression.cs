using Readout.Text;

namespace Readout.Coding.Record;

/// <summary>A TIMEX3-style expression of time in the text, resolved or not.</summary>
public sealed record DateExpression
{
    /// <summary>Identifier within the record: <c>d1</c>, <c>d2</c> …</summary>
    public required string Id { get; init; }

    /// <summary>Its range in the article's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>First day, or null where open or unresolved.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day (inclusive), or null where open or unresolved.</summary>
    public DateOnly? To { get; init; }

    /// <summary>day, week, month, quarter, season, year, decade, century, duration, set, time; null where unresolved.</summary>
    public string? Granularity { get; init; }

    /// <summary>TIMEX3 value: <c>2025-W08</c>, <c>P3D</c>, <c>PAST_REF</c>; null where unresolved.</summary>
    public string? Timex { get; init; }

    /// <summary>Why it is unresolved, or null.</summary>
    public string? Unresolved { get; init; }
}
