using System.Collections.Immutable;

namespace Readout.Coding.Dates;

/// <summary>What an expression is resolved against.</summary>
/// <param name="Published">The day of publication, or null where unknown.</param>
/// <param name="Anchor">The date that the text mentioned last, or null.</param>
/// <param name="Lean">-1 where the clause tells of the past, 1 of the future, 0 where it does not say.</param>
/// <param name="Festivals">The days that the calendar fixes.</param>
internal sealed record ResolutionContext(DateOnly? Published, TimeValue? Anchor, int Lean, ImmutableArray<Festival> Festivals);
