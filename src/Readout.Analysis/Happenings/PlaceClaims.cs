using Readout.Analysis.Reports;

namespace Readout.Analysis.Happenings;

/// <summary>Places that reports give, compared.</summary>
internal static class PlaceClaims
{
    /// <summary>Whether both give the same name.</summary>
    public static bool AreSame(Report one, Report other) => one.Place is { } first && string.Equals(first, other.Place, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a deed at the one is none at the other: other countries, or two towns of one country that are not neighbours. A town and the
    /// country or the region that it lies in are no contradiction, and neither is a place of which the country is not known.
    /// </summary>
    public static bool AreOthers((string Name, string? Country) one, (string Name, string? Country) other)
    {
        if (one.Country is not { } country || other.Country is null) return false;
        if (country != other.Country) return true;
        return !string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase) && PlacePoints.AreApart(one.Name, other.Name, country);
    }

    /// <summary>Whether the place is no more than the country of a party: <c>in Lebanon</c>. A town stays one where it is also whom the deed hit.</summary>
    public static bool IsWhole(Report report) =>
        report.Actors.Concat(report.Recipients).Any(party => party.Name == report.Place) && !(report.PlaceCountry is { } country && PlacePoints.Contains(report.Place!, country));
}
