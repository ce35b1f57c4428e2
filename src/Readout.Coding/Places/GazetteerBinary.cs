using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Readout.Coding.Places;

public sealed partial class Gazetteer
{
    private const int AloneFlag = 1;
    private const int WordFlag = 2;
    private const int CountryFlag = 4;

    /// <summary>Writes the gazetteer in the form that <see cref="Read"/> reads: strings once, then numbers in blocks.</summary>
    internal void Write(BinaryWriter writer)
    {
        StringPool pool = new();
        List<int> numbers = [_places.Length];
        foreach (Place place in _places)
        {
            int flags = (place.StandsAlone ? AloneFlag : 0) | (place.IsCommonWord ? WordFlag : 0) | (place.IsCountry ? CountryFlag : 0);
            numbers.AddRange([pool.Number(place.Name), (int)place.Kind, pool.Number(place.Country ?? ""), pool.Number(place.Admin)]);
            numbers.AddRange([place.LatitudeTenths, place.LongitudeTenths, flags]);
            AddList(numbers, place.Also, pool);
            AddList(numbers, place.Adjectives, pool);
        }

        _names.Write(numbers, pool);
        _adjectives.Write(numbers, pool);
        pool.Write(writer);
        writer.Write(numbers.Count);
        foreach (int number in numbers) writer.Write(number);
        Words.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static Gazetteer Read(BinaryReader reader)
    {
        string[] strings = StringPool.Read(reader);
        int[] numbers = new int[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        if (!BitConverter.IsLittleEndian) System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(numbers, numbers);
        int at = 0;
        Place[] places = new Place[numbers[at++]];
        for (int i = 0; i < places.Length; i++) places[i] = ReadPlace(numbers, ref at, strings);
        NameTable names = NameTable.Read(numbers, ref at, strings);
        NameTable adjectives = NameTable.Read(numbers, ref at, strings);
        return new Gazetteer(ImmutableCollectionsMarshal.AsImmutableArray(places), PlaceWords.Read(reader), names, adjectives);
    }

    private static Place ReadPlace(int[] numbers, ref int at, string[] strings)
    {
        ReadOnlySpan<int> fixedPart = numbers.AsSpan(at, 7);
        at += 7;
        string country = strings[fixedPart[2]];
        return new Place
        {
            Name = strings[fixedPart[0]],
            Kind = (PlaceKind)fixedPart[1],
            Country = country.Length == 0 ? null : country,
            Admin = strings[fixedPart[3]],
            LatitudeTenths = fixedPart[4],
            LongitudeTenths = fixedPart[5],
            StandsAlone = (fixedPart[6] & AloneFlag) != 0,
            IsCommonWord = (fixedPart[6] & WordFlag) != 0,
            IsCountry = (fixedPart[6] & CountryFlag) != 0,
            Also = ReadList(numbers, ref at, strings),
            Adjectives = ReadList(numbers, ref at, strings),
        };
    }

    private static void AddList(List<int> numbers, ImmutableArray<string> list, StringPool pool)
    {
        numbers.Add(list.Length);
        foreach (string item in list) numbers.Add(pool.Number(item));
    }

    private static ImmutableArray<string> ReadList(int[] numbers, ref int at, string[] strings)
    {
        int count = numbers[at++];
        if (count == 0) return [];
        string[] list = new string[count];
        for (int i = 0; i < count; i++) list[i] = strings[numbers[at++]];
        return ImmutableCollectionsMarshal.AsImmutableArray(list);
    }
}
