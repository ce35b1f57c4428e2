using System.Collections.Immutable;
using Readout.Archive.Reading;
using Readout.Coding.Record;

namespace Readout.Archive.Watches.Making;

/// <summary>A happening with those of its reports that came in a brief's span. Immutable.</summary>
/// <param name="Id">Number of the happening, or of the event where it belongs to none.</param>
/// <param name="Reports">The reports that came, in the order in which they were kept.</param>
/// <param name="Voices">How many articles tell it in all, copies counted once.</param>
/// <param name="IsDisputed">Whether its sources contradict each other.</param>
/// <param name="Before">How it stood by what was told before; null where nothing was.</param>
/// <param name="Now">How it stands by all that is told.</param>
internal sealed record FoundHappening(long Id, ImmutableArray<KeptEvent> Reports, int Voices, bool IsDisputed, EventStatus? Before, EventStatus Now)
{
    /// <summary>Whether nothing of it was told before.</summary>
    public bool IsNew => Before is null;

    /// <summary>Whether it was told before, and that it happened, or did not, is news.</summary>
    public bool HasTurned => Before is { } before && before != Now && Now is EventStatus.Actual or EventStatus.Negated && !(before == EventStatus.Historical);

    /// <summary>The report that stands for it: one that says how it stands, the surest, the first.</summary>
    public KeptEvent Lead => Reports.OrderByDescending(report => report.Status == Now).ThenByDescending(report => report.Confidence).ThenBy(report => report.Id).First();
}
