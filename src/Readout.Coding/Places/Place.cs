using System.Collections.Immutable;

namespace Readout.Coding.Places;

/// <summary>What kind of place a line of the gazetteer describes.</summary>
public enum PlaceKind : byte
{
    /// <summary>A state; its coordinates are a central point of its land.</summary>
    State,

    /// <summary>A dependent, disputed or self-governing territory with a code of its own, or one held apart from its state.</summary>
    Territory,

    /// <summary>A first-level division of a state, or a historical part of one.</summary>
    Region,

    /// <summary>The capital of a state or territory, or its seat of government.</summary>
    Capital,

    /// <summary>A city, town or village.</summary>
    City,

    /// <summary>A building, monument, mountain, island, plain, part of a continent: land that is named in news.</summary>
    Landmark,

    /// <summary>A sea, strait, gulf, lake, river or canal.</summary>
    Water,

    /// <summary>A border crossing.</summary>
    Crossing,

    /// <summary>A military base or range.</summary>
    Base,

    /// <summary>A power plant, dam, mine, refinery or laboratory.</summary>
    Plant,
}

/// <summary>One place of the gazetteer. Immutable.</summary>
public sealed record Place
{
    /// <summary>Its English name in news.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of place it is.</summary>
    public required PlaceKind Kind { get; init; }

    /// <summary>ISO 3166 alpha-3 code of the state or territory (Kosovo XKX); null for what belongs to none or is shared.</summary>
    public string? Country { get; init; }

    /// <summary>Name of the first-level division that it lies in; empty where none is given.</summary>
    public string Admin { get; init; } = "";

    /// <summary>Tenths of a degree north, -900 to 900.</summary>
    public required int LatitudeTenths { get; init; }

    /// <summary>Tenths of a degree east, -1800 to 1800.</summary>
    public required int LongitudeTenths { get; init; }

    /// <summary>Other names and spellings.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>Adjectives and names of its people: <c>Georgian</c>, <c>Georgians</c>.</summary>
    public ImmutableArray<string> Adjectives { get; init; } = [];

    /// <summary>Whether the bare name means this place where nothing in the text says otherwise (datelines' stand-alone cities).</summary>
    public bool StandsAlone { get; init; }

    /// <summary>Whether the name is also a common word (Nice, Reading, Split) and needs more than a capital letter.</summary>
    public bool IsCommonWord { get; init; }

    /// <summary>Whether it is what its code stands for: a state, or a territory with a code of its own.</summary>
    public bool IsCountry { get; init; }

    /// <summary>Degrees north.</summary>
    public double Latitude => LatitudeTenths / 10.0;

    /// <summary>Degrees east.</summary>
    public double Longitude => LongitudeTenths / 10.0;

    /// <summary>Whether it is a state, a territory or a region: an area that holds cities.</summary>
    public bool IsArea => Kind is PlaceKind.State or PlaceKind.Territory or PlaceKind.Region;

    /// <summary>Whether this place is the state, territory or region that <paramref name="other"/> lies in.</summary>
    public bool Holds(Place other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Country is null || Country != other.Country || ReferenceEquals(this, other)) return false;
        if (IsCountry) return !other.IsCountry;
        return IsArea && string.Equals(Name, other.Admin, StringComparison.Ordinal);
    }

    /// <summary>
    /// Distance to another place in kilometres on a sphere of radius 6,371 km (haversine), good to about 10 km because
    /// of the tenths of a degree.
    /// </summary>
    public double DistanceTo(Place other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double latitude1 = double.DegreesToRadians(Latitude);
        double latitude2 = double.DegreesToRadians(other.Latitude);
        double sineLatitude = Math.Sin((latitude2 - latitude1) / 2);
        double sineLongitude = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        double h = (sineLatitude * sineLatitude) + (Math.Cos(latitude1) * Math.Cos(latitude2) * sineLongitude * sineLongitude);
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary><c>Paris (FRA)</c>, <c>Paris (Texas, USA)</c>.</summary>
    public override string ToString() =>
        Admin.Length > 0 && Kind is not PlaceKind.Capital ? $"{Name} ({Admin}, {Country ?? "-"})" : $"{Name} ({Country ?? "-"})";
}
