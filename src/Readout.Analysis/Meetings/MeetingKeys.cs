using System.Collections.Immutable;
using Readout.Analysis.Copies;
using Readout.Analysis.Happenings;

namespace Readout.Analysis.Meetings;

/// <summary>Under what a meeting is looked up: who and when.</summary>
public static class MeetingKeys
{
    /// <summary>A meeting may be entered this many days beside a telling of it.</summary>
    public const int Tolerance = 130;

    /// <summary>No more meetings than this are compared with a telling under one key, the ones begun last.</summary>
    public const int CandidateLimit = 24;

    private const int PartyLimit = 8;

    /// <summary>One key for each pair of who takes part; where only one is known, the key of that one.</summary>
    public static ImmutableArray<long> Of(Telling telling)
    {
        ArgumentNullException.ThrowIfNull(telling);
        ImmutableArray<string> codes = [.. PartyCodes.Of(telling.Parties).Take(PartyLimit)];
        ImmutableArray<long>.Builder keys = ImmutableArray.CreateBuilder<long>();
        foreach (string code in codes) keys.Add(Key(code, ""));
        for (int i = 0; i < codes.Length; i++)
        {
            for (int j = i + 1; j < codes.Length; j++) keys.Add(Key(codes[i], codes[j]));
        }

        return keys.ToImmutable();
    }

    /// <summary>The keys to look under: pairs where there are any, else the single party.</summary>
    public static ImmutableArray<long> Sought(Telling telling)
    {
        ArgumentNullException.ThrowIfNull(telling);
        int parties = Math.Min(PartyLimit, PartyCodes.Of(telling.Parties).Length);
        return parties < 2 ? Of(telling) : [.. Of(telling).Skip(parties)];
    }

    /// <summary>The day, as <see cref="DateOnly.DayNumber"/>, that a telling is entered under; null where it has none at all.</summary>
    public static int? Day(Telling telling)
    {
        ArgumentNullException.ThrowIfNull(telling);
        return (telling.From ?? telling.Published)?.DayNumber;
    }

    private static long Key(string one, string other) => unchecked((long)StableHash.Of($"{one}+{other}"));
}
