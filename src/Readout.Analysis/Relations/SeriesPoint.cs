using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Analysis.Relations;

/// <summary>Why a period has happenings or none.</summary>
public enum PeriodState
{
    /// <summary>Something happened.</summary>
    Observed,

    /// <summary>Articles of these days were read, and none tells of the pair.</summary>
    Quiet,

    /// <summary>No article published in these days was read: the archive cannot say.</summary>
    Unread,
}

/// <summary>A sum of scores. Exact: whole tenths.</summary>
/// <param name="Count">How many happenings have the score.</param>
/// <param name="Tenths">Their sum in tenths.</param>
public readonly record struct ScoreTotal(int Count, long Tenths)
{
    /// <summary>The sum in points.</summary>
    public double Sum => Tenths / 10.0;

    /// <summary>The mean in points, or null where nothing has the score.</summary>
    public double? Mean => Count == 0 ? null : Tenths / 10.0 / Count;
}

/// <summary>A relation in one period. Immutable.</summary>
public sealed record SeriesPoint
{
    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Whether a gap means that nothing happened or that nothing was read.</summary>
    public required PeriodState State { get; init; }

    /// <summary>Happenings.</summary>
    public required int Count { get; init; }

    /// <summary>Happenings by quad class, in the order of <see cref="QuadClass"/>.</summary>
    public required ImmutableArray<int> Quads { get; init; }

    /// <summary>Happenings by who acts: the first side, the second, both.</summary>
    public required ImmutableArray<int> Directions { get; init; }

    /// <summary>PLOVER scores.</summary>
    public required ScoreTotal Plover { get; init; }

    /// <summary>Sum of the squares of the PLOVER scores, in hundredths of a point.</summary>
    public required long PloverSquares { get; init; }

    /// <summary>Goldstein scores.</summary>
    public required ScoreTotal Goldstein { get; init; }

    /// <summary>Contacts (CONSULT) by level, in the order of <see cref="ContactLevel"/>.</summary>
    public required ImmutableArray<int> Contacts { get; init; }

    /// <summary>All contacts.</summary>
    public int ContactCount => Contacts.Sum();

    /// <summary>Contacts a month of thirty days.</summary>
    public double ContactRate => ContactCount * 30.0 / (To.DayNumber - From.DayNumber + 1);

    /// <summary>The highest level of contact, or null where there was none.</summary>
    public ContactLevel? HighestContact
    {
        get
        {
            for (int level = Contacts.Length - 1; level >= 0; level--)
            {
                if (Contacts[level] > 0) return (ContactLevel)level;
            }

            return null;
        }
    }

    /// <summary>How many happenings are of a quad class.</summary>
    public int CountOf(QuadClass quad) => Quads[(int)quad];
}
