using Readout.Archive.Exports.Codes;

namespace Readout.Archive.Exports.Layouts;

/// <summary>How the older layouts part a place.</summary>
internal static class Places
{
    /// <summary>The name of a place that is smaller than a country, or null.</summary>
    public static string? City(ExportPlace? place) => place is null || IsCountry(place) ? null : place.Name;

    /// <summary><c>Geneva, Switzerland</c>; <c>Switzerland</c>; null where there is no place.</summary>
    public static string? FullName(ExportPlace? place)
    {
        string? country = StateTable.Default.Find(place?.Country)?.Name;
        string? city = City(place);
        return city is null ? country ?? place?.Name : country is null ? city : $"{city}, {country}";
    }

    /// <summary>GDELT's kind of place: 1 a country, 3 a place in the United States, 4 a place elsewhere; null where it is not known.</summary>
    public static int? GdeltKind(ExportPlace? place) =>
        place?.Country is null ? null : IsCountry(place) ? 1 : place.Country == "USA" ? 3 : 4;

    private static bool IsCountry(ExportPlace place) => StateTable.Default.Find(place.Country)?.Name == place.Name;
}
