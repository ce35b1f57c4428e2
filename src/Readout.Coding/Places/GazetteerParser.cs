using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Packs;

namespace Readout.Coding.Places;

/// <summary>Reads the lines of the gazetteer and checks them against each other.</summary>
internal sealed class GazetteerParser(ICollection<DataProblem> problems)
{
    private const int FixedFields = 6;

    // Two lines of one name and kind within this distance describe one place.
    private const double SamePlaceKilometres = 40;

    private static readonly string[] DivisionWords =
        ["Oblast", "Province", "Governorate", "Region", "Krai", "Department", "Prefecture", "Voivodeship", "District"];

    private readonly List<(Place Place, string Path, int Line)> _rows = [];

    /// <summary>Reads every line of a file.</summary>
    public void Add(DataFile file)
    {
        int number = 0;
        foreach (ReadOnlySpan<char> line in file.Text.AsSpan().EnumerateLines())
        {
            number++;
            ReadOnlySpan<char> trimmed = line.Trim();
            if (trimmed.IsEmpty || trimmed[0] == '#') continue;
            string[] fields = trimmed.ToString().Split('|', StringSplitOptions.TrimEntries);
            if (Row(fields, file.Path, number) is { } place) _rows.Add((place, file.Path, number));
        }
    }

    /// <summary>Checks codes and duplicates over all files and returns the places.</summary>
    public ImmutableArray<Place> Finish()
    {
        CheckCountries();
        CheckDuplicates();
        HashSet<string?> states = [.. _rows.Where(row => row.Place.Kind is PlaceKind.State).Select(row => row.Place.Country)];
        return [.. _rows.Select(row => row.Place with { IsCountry = IsCountry(row.Place, states) })];
    }

    private static bool IsCountry(Place place, HashSet<string?> states) =>
        place.Kind is PlaceKind.State || place.Kind is PlaceKind.Territory && place.Country is not null && !states.Contains(place.Country);

    private Place? Row(string[] fields, string path, int line)
    {
        if (fields.Length < FixedFields)
        {
            Report(path, line, $"{fields.Length} fields where at least {FixedFields} are needed",
                "name | kind | country | admin | lat | lon | also: a; b");
            return null;
        }

        if (!Enum.TryParse(fields[1], ignoreCase: true, out PlaceKind kind) || char.IsDigit(fields[1][0]))
        {
            string kinds = string.Join(", ", Enum.GetNames<PlaceKind>()).ToLowerInvariant();
            Report(path, line, $"unknown kind '{fields[1]}'", kinds);
            return null;
        }

        if (!Degrees(fields[4], 900, out int latitude) || !Degrees(fields[5], 1800, out int longitude))
        {
            Report(path, line, $"'{fields[4]} | {fields[5]}' are no coordinates", "degrees to a tenth, north and east positive");
            return null;
        }

        Place place = new()
        {
            Name = fields[0],
            Kind = kind,
            Country = fields[2] == "-" ? null : fields[2],
            Admin = fields[3],
            LatitudeTenths = latitude,
            LongitudeTenths = longitude,
        };
        return WithLabelled(place, fields, path, line);
    }

    private Place WithLabelled(Place place, string[] fields, string path, int line)
    {
        List<string> also = DivisionNames(place);
        ImmutableArray<string> adjectives = [];
        foreach (string field in fields.AsSpan(FixedFields))
        {
            if (field.StartsWith("also:", StringComparison.Ordinal)) also.AddRange(List(field));
            else if (field.StartsWith("adjective:", StringComparison.Ordinal)) adjectives = [.. List(field)];
            else if (field == "alone") place = place with { StandsAlone = true };
            else if (field == "word") place = place with { IsCommonWord = true };
            else Report(path, line, $"unknown field '{field}'", "also: …, adjective: …, alone or word");
        }

        if (place.Name.Length == 0 || !char.IsUpper(place.Name[0])) Report(path, line, "a name begins with a capital letter", null);
        return place with { Also = [.. also.Distinct(StringComparer.Ordinal)], Adjectives = adjectives };
    }

    /// <summary><c>Kharkiv Oblast</c> is found as <c>Kharkiv region</c> and <c>Kharkiv province</c> too.</summary>
    private static List<string> DivisionNames(Place place)
    {
        int space = place.Name.LastIndexOf(' ');
        if (place.Kind is not PlaceKind.Region || space < 0) return [];
        if (Array.IndexOf(DivisionWords, place.Name[(space + 1)..]) < 0) return [];
        string stem = place.Name[..space];
        return [.. new[] { "Region", "Province" }.Select(word => $"{stem} {word}").Where(name => name != place.Name)];
    }

    private static string[] List(string field) =>
        field[(field.IndexOf(':', StringComparison.Ordinal) + 1)..]
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool Degrees(string text, int limit, out int tenths)
    {
        tenths = 0;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return false;
        }

        decimal scaled = value * 10;
        if (scaled != decimal.Truncate(scaled) || Math.Abs(scaled) > limit) return false;
        tenths = (int)scaled;
        return true;
    }

    private void CheckCountries()
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        foreach ((Place place, string path, int line) in _rows)
        {
            if (place.Country is not { } code || place.Kind is not (PlaceKind.State or PlaceKind.Territory)) continue;
            if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)) Report(path, line, $"'{code}' is no alpha-3 code", null);
            else if (place.Kind is PlaceKind.State && !codes.Add(code)) Report(path, line, $"a second state has the code {code}", null);
            codes.Add(code);
        }

        foreach ((Place place, string path, int line) in _rows)
        {
            if (place.Country is { } code && !codes.Contains(code))
            {
                Report(path, line, $"no state or territory has the code '{code}'", "add its line, or - for what belongs to none");
            }
        }
    }

    private void CheckDuplicates()
    {
        foreach (var same in _rows.GroupBy(row => (NameFold.Fold(row.Place.Name), row.Place.Country)))
        {
            var rows = same.ToArray();
            for (int i = 1; i < rows.Length; i++)
            {
                if (Array.Find(rows[..i], row => IsSame(row.Place, rows[i].Place)).Path is { } path)
                {
                    Report(rows[i].Path, rows[i].Line, $"'{rows[i].Place.Name}' is already in {path}", "keep one of the two lines");
                }
            }
        }
    }

    private static bool IsSame(Place left, Place right) =>
        left.Kind == right.Kind && string.Equals(left.Admin, right.Admin, StringComparison.Ordinal)
        || IsTown(left) && IsTown(right) && left.DistanceTo(right) < SamePlaceKilometres;

    private static bool IsTown(Place place) => place.Kind is PlaceKind.Capital or PlaceKind.City;

    private void Report(string path, int line, string message, string? suggestion) =>
        problems.Add(new DataProblem(path, line, message, suggestion));
}
