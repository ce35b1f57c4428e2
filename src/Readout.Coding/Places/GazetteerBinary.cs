using System.Collections.Immutable;

namespace Readout.Coding.Places;

public sealed partial class Gazetteer
{
    private const byte AloneFlag = 1;
    private const byte WordFlag = 2;
    private const byte CountryFlag = 4;

    /// <summary>Writes the gazetteer in the form that <see cref="Read"/> reads.</summary>
    internal void Write(BinaryWriter writer)
    {
        writer.Write(_places.Length);
        foreach (Place place in _places)
        {
            writer.Write(place.Name);
            writer.Write((byte)place.Kind);
            writer.Write(place.Country ?? "");
            writer.Write(place.Admin);
            writer.Write((short)place.LatitudeTenths);
            writer.Write((short)place.LongitudeTenths);
            writer.Write((byte)((place.StandsAlone ? AloneFlag : 0) | (place.IsCommonWord ? WordFlag : 0) | (place.IsCountry ? CountryFlag : 0)));
            WriteList(writer, place.Also);
            WriteList(writer, place.Adjectives);
        }

        Words.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static Gazetteer Read(BinaryReader reader)
    {
        Dictionary<string, string> seen = new(StringComparer.Ordinal);
        ImmutableArray<Place>.Builder places = ImmutableArray.CreateBuilder<Place>(reader.ReadInt32());
        for (int i = 0; i < places.Capacity; i++) places.Add(ReadPlace(reader, seen));
        return new Gazetteer(places.MoveToImmutable(), PlaceWords.Read(reader));
    }

    private static Place ReadPlace(BinaryReader reader, Dictionary<string, string> seen)
    {
        string name = reader.ReadString();
        PlaceKind kind = (PlaceKind)reader.ReadByte();
        string country = Shared(reader.ReadString(), seen);
        string admin = Shared(reader.ReadString(), seen);
        int latitude = reader.ReadInt16();
        int longitude = reader.ReadInt16();
        byte flags = reader.ReadByte();
        return new Place
        {
            Name = name,
            Kind = kind,
            Country = country.Length == 0 ? null : country,
            Admin = admin,
            LatitudeTenths = latitude,
            LongitudeTenths = longitude,
            StandsAlone = (flags & AloneFlag) != 0,
            IsCommonWord = (flags & WordFlag) != 0,
            IsCountry = (flags & CountryFlag) != 0,
            Also = ReadList(reader),
            Adjectives = ReadList(reader),
        };
    }

    private static string Shared(string text, Dictionary<string, string> seen)
    {
        if (!seen.TryGetValue(text, out string? known)) seen[text] = known = text;
        return known;
    }

    private static void WriteList(BinaryWriter writer, ImmutableArray<string> list)
    {
        writer.Write((byte)list.Length);
        foreach (string item in list) writer.Write(item);
    }

    private static ImmutableArray<string> ReadList(BinaryReader reader)
    {
        int count = reader.ReadByte();
        if (count == 0) return [];
        ImmutableArray<string>.Builder list = ImmutableArray.CreateBuilder<string>(count);
        for (int i = 0; i < count; i++) list.Add(reader.ReadString());
        return list.MoveToImmutable();
    }
}
