using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>Which model of the specification a case is for; each finds one kind of expression only.</summary>
public enum SpecModel
{
    /// <summary>Single days.</summary>
    Date,

    /// <summary>Spans of days.</summary>
    DatePeriod,

    /// <summary>Lengths of time.</summary>
    Duration,
}

/// <summary>A sentence in which expressions are to be found.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Reference">The day on which it is said.</param>
/// <param name="Model">Which kind of expression is asked for.</param>
/// <param name="Valued">Whether values are asked for, or extents only.</param>
public sealed record SpecInput(string Text, DateOnly Reference, SpecModel Model, bool Valued);

/// <summary>An expression by the specification's conventions.</summary>
/// <param name="Span">Its range, prepositions included where the specification includes them.</param>
/// <param name="Timex">Its value; parts that the sentence leaves open are X. Null where only extents are asked for.</param>
/// <param name="Future">A day, <c>from~to</c> with the day after the last, or seconds: read as what is to come.</param>
/// <param name="Past">The same, read as what is past.</param>
public sealed record SpecResult(TextSpan Span, string? Timex, string? Future, string? Past);

/// <summary>The expressions of one case.</summary>
/// <param name="Items">In text order.</param>
public sealed record SpecResults(ImmutableArray<SpecResult> Items);
