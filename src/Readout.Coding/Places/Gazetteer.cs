using System.Collections.Immutable;
using Readout.Coding.Packs;

namespace Readout.Coding.Places;

/// <summary>
/// The places that Readout knows, with the word lists by which the place of an event is read. Built from
/// <c>data/places</c> by <see cref="Parse"/>. Immutable; safe to use from every thread.
/// </summary>
public sealed partial class Gazetteer
{
    private readonly ImmutableArray<Place> _places;
    private readonly NameTable _names;
    private readonly NameTable _adjectives;
    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _capitals = new(StringComparer.Ordinal);

    private Gazetteer(ImmutableArray<Place> places, PlaceWords words, NameTable names, NameTable adjectives)
    {
        _places = places;
        Words = words;
        _names = names;
        _adjectives = adjectives;
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i].Country is not { } code) continue;
            if (places[i].IsCountry) _states.TryAdd(code, i);
            if (places[i].Kind is PlaceKind.Capital) _capitals.TryAdd(code, i);
        }
    }

    /// <summary>All places, in the order of the files.</summary>
    public ImmutableArray<Place> Places => _places;

    /// <summary>The word lists of <c>places/words.txt</c>.</summary>
    internal PlaceWords Words { get; }

    /// <summary>Names and other names of places; a value of -1 marks a name that holds a place's name and is none.</summary>
    internal NameTable Names => _names;

    /// <summary>Adjectives and names of peoples, with the places that they stand for.</summary>
    internal NameTable Adjectives => _adjectives;

    /// <summary>
    /// Builds a gazetteer from text files: <c>words.txt</c> holds the word lists, every other file one place a line,
    /// <c>name | kind | country | admin | latitude | longitude | also: a; b | adjective: c | alone | word</c>. Lines that
    /// cannot be read are left out and reported.
    /// </summary>
    /// <param name="files">The files of <c>data/places</c>.</param>
    /// <param name="problems">Receives what is wrong: unreadable lines, unknown codes, coordinates out of range, duplicates.</param>
    public static Gazetteer Parse(IReadOnlyList<DataFile> files, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        GazetteerParser parser = new(problems);
        PlaceWords words = PlaceWords.Empty;
        foreach (DataFile file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (IsWordFile(file.Path)) words = PlaceWords.Parse(file, problems);
            else parser.Add(file);
        }

        ImmutableArray<Place> places = parser.Finish();
        return new Gazetteer(places, words, NameTable.Build(NamesOf(places, words)), NameTable.Build(AdjectivesOf(places)));
    }

    /// <summary>All places that bear a name, as a name or another name; empty where none does.</summary>
    /// <param name="name">The name, in its usual letter case; marks on letters do not matter.</param>
    public ImmutableArray<Place> Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return [.. _names.Find(name).Where(index => index >= 0).Select(index => _places[index])];
    }

    /// <summary>The state or territory of an alpha-3 code, or null.</summary>
    public Place? State(string code) => _states.TryGetValue(code, out int index) ? _places[index] : null;

    /// <summary>The capital of the state or territory of an alpha-3 code, or null; the first line where it has several.</summary>
    public Place? CapitalOf(string code) => _capitals.TryGetValue(code, out int index) ? _places[index] : null;

    private static bool IsWordFile(string path) =>
        path.Equals("words.txt", StringComparison.Ordinal) || path.EndsWith("/words.txt", StringComparison.Ordinal);

    private static IEnumerable<(string Name, int Value)> NamesOf(ImmutableArray<Place> places, PlaceWords words)
    {
        for (int i = 0; i < places.Length; i++)
        {
            yield return (places[i].Name, i);
            foreach (string other in places[i].Also) yield return (other, i);
        }

        foreach (string other in words[PlaceWordList.NotPlaces]) yield return (other, -1);
    }

    private static IEnumerable<(string Name, int Value)> AdjectivesOf(ImmutableArray<Place> places)
    {
        for (int i = 0; i < places.Length; i++)
        {
            foreach (string adjective in places[i].Adjectives) yield return (adjective, i);
        }
    }
}
