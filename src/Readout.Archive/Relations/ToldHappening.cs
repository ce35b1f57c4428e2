using Readout.Analysis.Relations;
using Readout.Archive.Reading;

namespace Readout.Archive.Relations;

/// <summary>A happening of a relation with the report that tells it. Immutable.</summary>
/// <param name="Id">Number of the <see cref="RelationEvent"/>.</param>
/// <param name="Reports">How many reports there are of it.</param>
/// <param name="Event">The first of them.</param>
public sealed record ToldHappening(long Id, int Reports, KeptEvent Event)
{
    /// <summary>When it happened.</summary>
    public DateOnly Day => RelationReports.DayOf(Event.ToReport()) ?? default;
}
