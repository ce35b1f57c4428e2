using System.Collections.Immutable;
using Readout.Analysis.Happenings;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Meetings;

/// <summary>How a meeting stands by all that was told of it. Immutable.</summary>
public sealed record MeetingView
{
    /// <summary>How far it has come.</summary>
    public required MeetingState State { get; init; }

    /// <summary>First day, or null where none is set.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Alpha-3 code of the place's country, or null.</summary>
    public string? PlaceCountry { get; init; }

    /// <summary>leader, minister, official, expert, or null.</summary>
    public string? Level { get; init; }

    /// <summary>Who takes part: each state or body once, under the fullest name that was told, in the order of their codes.</summary>
    public ImmutableArray<Party> Parties { get; init; } = [];

    /// <summary>The codes of who takes part, ascending.</summary>
    public ImmutableArray<string> Codes => PartyCodes.Of(Parties);

    /// <summary>Whether two views would look the same in a calendar.</summary>
    public bool SameEntry(MeetingView other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return State == other.State && From == other.From && To == other.To && Place == other.Place && Codes.SequenceEqual(other.Codes, StringComparer.Ordinal);
    }

    /// <summary>
    /// The view of tellings in the order in which they were printed, whatever the order of arrival; of those of one day the one
    /// that goes further decides. A meeting that was held stays held.
    /// </summary>
    public static MeetingView Of(IReadOnlyList<Telling> tellings)
    {
        ArgumentNullException.ThrowIfNull(tellings);
        MeetingProgress progress = new();
        foreach (Telling telling in Printed(tellings)) progress.Take(telling);
        return progress.View([.. tellings.SelectMany(telling => telling.Parties)]);
    }

    /// <summary>Tellings by day of publication; those without one where they arrived.</summary>
    internal static IEnumerable<Telling> Printed(IReadOnlyList<Telling> tellings)
    {
        DateOnly? last = null;
        List<(DateOnly Day, Telling Telling)> dated = [];
        foreach (Telling telling in tellings.OrderBy(telling => telling.Number))
        {
            last = telling.Published ?? last;
            dated.Add((last ?? DateOnly.MinValue, telling));
        }

        return dated.OrderBy(one => one.Day).ThenBy(one => MeetingProgress.Rank(one.Telling.State)).ThenBy(one => one.Telling.Number).Select(one => one.Telling);
    }
}
