namespace Readout.Archive.Watches.Making;

/// <summary>
/// What a brief covers. With marks, what the archive got after them; without, what was published in the period. Immutable.
/// </summary>
/// <param name="From">Beginning of the period.</param>
/// <param name="To">End of the period.</param>
/// <param name="EventMark">Number of the last event that was looked at before, or null.</param>
/// <param name="CodingMark">Number of the last coding that was looked at before, or null.</param>
public sealed record BriefSpan(DateTimeOffset From, DateTimeOffset To, long? EventMark = null, long? CodingMark = null)
{
    /// <summary>First day of the period.</summary>
    public DateOnly FirstDay => DateOnly.FromDateTime(From.UtcDateTime);

    /// <summary>Last day of the period.</summary>
    public DateOnly LastDay => DateOnly.FromDateTime(To.UtcDateTime);

    /// <summary>A period of whole days, for a look at what a brief would say.</summary>
    public static BriefSpan Days(DateOnly from, DateOnly to) =>
        new(new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero), new DateTimeOffset(to, new TimeOnly(23, 59, 59), TimeSpan.Zero));
}
