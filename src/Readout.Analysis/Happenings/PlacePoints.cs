using System.Collections.Frozen;
using System.Globalization;

namespace Readout.Analysis.Happenings;

/// <summary>
/// Where the towns and other points of the gazetteer lie (<c>data/places</c>). Names of states, regions and waters are left out: what happened in a
/// town also happened there. Safe to call from every thread.
/// </summary>
internal static class PlacePoints
{
    // Below half a degree, some fifty kilometres, one name may be the suburb or the next town of the other.
    private const int NearTenths = 5;

    private const string Prefix = "Readout.Analysis.places.";
    private static readonly FrozenSet<string> Kinds = FrozenSet.Create(StringComparer.Ordinal, "city", "capital", "base", "plant", "crossing");
    private static readonly Lazy<FrozenDictionary<(string Name, string Country), (int North, int East)>> Points = new(Read);

    /// <summary>Whether the name is a point of that country.</summary>
    public static bool Contains(string name, string country) => Points.Value.ContainsKey((name, country));

    /// <summary>Whether both names are points of that country, and far from one another.</summary>
    public static bool AreApart(string one, string other, string country) =>
        Points.Value.TryGetValue((one, country), out (int North, int East) here) && Points.Value.TryGetValue((other, country), out (int North, int East) there)
        && (Math.Abs(here.North - there.North) >= NearTenths || Math.Abs(here.East - there.East) >= NearTenths);

    private static FrozenDictionary<(string, string), (int, int)> Read()
    {
        Dictionary<(string, string), (int, int)> points = [];
        foreach (string resource in typeof(PlacePoints).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = typeof(PlacePoints).Assembly.GetManifestResourceStream(resource)!;
            using StreamReader reader = new(stream);
            while (reader.ReadLine() is { } line) Add(points, line);
        }

        return points.ToFrozenDictionary();
    }

    // Name | kind | country | division | degrees north | degrees east | …
    private static void Add(Dictionary<(string, string), (int, int)> points, string line)
    {
        string[] fields = line.Split('|', StringSplitOptions.TrimEntries);
        if (line.StartsWith('#') || fields.Length < 6 || !Kinds.Contains(fields[1]) || Tenths(fields[4]) is not { } north || Tenths(fields[5]) is not { } east) return;
        points.TryAdd((fields[0], fields[2]), (north, east));
    }

    private static int? Tenths(string degrees) =>
        decimal.TryParse(degrees, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? (int)Math.Round(value * 10) : null;
}
