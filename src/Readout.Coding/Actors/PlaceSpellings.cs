using Readout.Coding.Places;

namespace Readout.Coding.Actors;

/// <summary>
/// The names of one word of states, capitals, cities known by their bare names, and peoples, to find those that a misspelt word is one edit away from: a letter
/// too many, too few or wrong, or two neighbours swapped. Immutable.
/// </summary>
internal sealed class PlaceSpellings
{
    private const int Shortest = 5;
    private readonly List<(string Folded, string Name, string Code)> _names = [];

    public PlaceSpellings(Gazetteer places)
    {
        foreach (Place place in places.Places)
        {
            if (place.Country is null || !place.IsCountry && !place.StandsAlone && place.Kind is not (PlaceKind.Capital or PlaceKind.Region)) continue;
            foreach (string name in (IEnumerable<string>)[place.Name, .. place.Also, .. place.Adjectives])
            {
                if (name.Length >= Shortest && !name.Contains(' ', StringComparison.Ordinal)) _names.Add((Folding.Fold(name), name, place.Country));
            }
        }
    }

    /// <summary>The name that is meant, where all that are near are of one state; null otherwise. O(n) in the names.</summary>
    public (string Name, string Code)? Near(string word)
    {
        if (word.Length < Shortest || !char.IsUpper(word[0])) return null;
        string folded = Folding.Fold(word);
        (string Name, string Code)? found = null;
        foreach ((string near, string name, string code) in _names)
        {
            if (near[0] != folded[0] || PersonNames.Distance(folded, near, 1) > 1) continue;
            if (found is not null && found.Value.Code != code) return null;
            found ??= (name, code);
        }

        return found;
    }
}
