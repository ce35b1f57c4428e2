using System.Collections.Immutable;

namespace Readout.Coding.Dates;

/// <summary>What an expression is resolved against.</summary>
/// <param name="Published">The day of publication, or null where unknown.</param>
/// <param name="Anchor">The date that the text mentioned last, or null.</param>
/// <param name="Lean">Below 0 where the clause tells of the past, above 0 of the future, 0 where it does not say; 2 where the verb governs the words themselves.</param>
/// <param name="Festivals">The days that the calendar fixes.</param>
internal sealed record ResolutionContext(DateOnly? Published, TimeValue? Anchor, int Lean, ImmutableArray<Festival> Festivals);
