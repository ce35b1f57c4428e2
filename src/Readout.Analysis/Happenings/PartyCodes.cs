using System.Collections.Immutable;
using Readout.Analysis.Reports;

namespace Readout.Analysis.Happenings;

/// <summary>Parties as they are compared over articles.</summary>
internal static class PartyCodes
{
    private const string PersonPrefix = "person/";
    private static readonly ImmutableArray<string> Official = ["GOV", "MIL", "LEG", "JUD", "SPY", "COP"];

    /// <summary>The code of a party, else its country, else its identifier; null where it is known by words alone.</summary>
    public static string? Of(Party party) => party.Code ?? party.Country ?? party.Id;

    /// <summary>The codes of parties, ascending, each once.</summary>
    public static ImmutableArray<string> Of(IEnumerable<Party> parties) =>
        [.. parties.Select(Of).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether all codes of the shorter list are in the longer one.</summary>
    public static bool Nested(ImmutableArray<string> one, ImmutableArray<string> other)
    {
        (ImmutableArray<string> few, ImmutableArray<string> many) = one.Length <= other.Length ? (one, other) : (other, one);
        return few.All(code => many.Contains(code, StringComparer.Ordinal));
    }

    /// <summary>Whether both name persons of one state and none of them in common.</summary>
    public static bool OtherPersons(IReadOnlyCollection<Party> one, IReadOnlyCollection<Party> other)
    {
        foreach (string code in Of(one).Intersect(Of(other), StringComparer.Ordinal))
        {
            string[] here = Persons(one, code);
            string[] there = Persons(other, code);
            if (here.Length > 0 && there.Length > 0 && !here.Intersect(there, StringComparer.Ordinal).Any()) return true;
        }

        return false;
    }

    /// <summary>Whether the parties of one state act for it on one side and are its people or its foes on the other.</summary>
    public static bool OtherSectors(IReadOnlyCollection<Party> one, IReadOnlyCollection<Party> other) =>
        one.Any(party => other.Any(match => Of(party) == Of(match) && Of(party) is not null && !Compatible(party.Sector, match.Sector)))
        && !one.Any(party => other.Any(match => Of(party) == Of(match) && Of(party) is not null && Compatible(party.Sector, match.Sector)));

    private static bool Compatible(string? one, string? other) =>
        one == other || one is null || other is null || (Official.Contains(one, StringComparer.Ordinal) && Official.Contains(other, StringComparer.Ordinal));

    private static string[] Persons(IEnumerable<Party> parties, string code) =>
        [.. parties.Where(party => Of(party) == code && party.Id is { } id && id.StartsWith(PersonPrefix, StringComparison.Ordinal)).Select(party => party.Id!)];
}
