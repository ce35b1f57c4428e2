using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>Tells names of places from the same words in a person's or an organisation's name.</summary>
internal sealed class PersonParts
{
    private static readonly string[] Directions =
        ["Northern", "Southern", "Eastern", "Western", "Central", "North", "South", "East", "West", "Upper", "Lower", "Greater", "New"];

    private readonly Document _document;
    private readonly PlaceWords _words;
    private readonly int[] _nameAt;

    public PersonParts(Document document, PlaceWords words)
    {
        _document = document;
        _words = words;
        _nameAt = document.NameCount > 0 ? new int[document.TokenCount] : [];
        for (int i = 0; i < document.NameCount; i++)
        {
            Name name = document.Name(i);
            for (int token = name.First; token < name.End; token++) _nameAt[token] = i + 1;
        }
    }

    /// <summary>
    /// Whether the tokens name a person, or part of one, and no place. One word that the name finder takes for a person is
    /// still a place where it names a country, a capital or a stand-alone city that no list gives as a person's name.
    /// </summary>
    public bool Covers(int first, int end, TextSpan span, ImmutableArray<Place> candidates)
    {
        bool listed = end == first + 1 && _words.Has(PlaceWordList.PersonNames, span.In(_document.Text));
        bool borne = listed || end == first + 1 && candidates.All(place => place is { IsCountry: false, StandsAlone: false, Kind: not PlaceKind.Capital });
        Name? name = NameAt(first);
        if (name is { Kind: NameKind.Person } person)
        {
            bool within = person.First >= first && person.End <= end;
            return !within || borne;
        }

        if (name is { Kind: NameKind.Location } place && place.First <= first && place.End >= end) return false;
        return borne && (FollowsTitle(first) || (_document.IsParsed ? IsFlat(first, end) : listed && FollowsGivenName(first)));
    }

    /// <summary>Whether the tokens are part of an organisation's longer name.</summary>
    public bool InOrganization(int first, int end) =>
        NameAt(first) is { Kind: NameKind.Organization } name && (name.First < first || name.End > end);

    private Name? NameAt(int token) => _nameAt.Length > 0 && _nameAt[token] > 0 ? _document.Name(_nameAt[token] - 1) : null;

    private bool FollowsTitle(int first) =>
        first > 0 && char.IsUpper(_document.Text[_document.Token(first - 1).Start])
        && _words.Has(PlaceWordList.Titles, _document.Token(first - 1).Form);

    private bool IsFlat(int first, int end)
    {
        Token token = _document.Token(first);
        if (token.Relation is Relation.Flat && token.HeadIndex < first && IsNameWord(token.Head)) return true;
        for (int i = end; i < _document.TokenCount && i < end + 2; i++)
        {
            Token next = _document.Token(i);
            if (next.Relation is Relation.Flat && next.HeadIndex >= first && next.HeadIndex < end && IsNameWord(next)) return true;
        }

        return false;
    }

    private bool IsNameWord(Token token) =>
        char.IsUpper(_document.Text[token.Start]) && !_words.Has(PlaceWordList.PlaceNouns, token.Form) && !IsDirection(token);

    /// <summary>Whether a capitalised word that is no direction and opens no sentence stands right before.</summary>
    private bool FollowsGivenName(int first)
    {
        if (first == 0) return false;
        Token before = _document.Token(first - 1);
        if (before.Sentence.Index != _document.SentenceOf(first) || !char.IsUpper(_document.Text[before.Start])) return false;
        if (before.End - before.Start < 2 || IsDirection(before)) return false;
        return before.Index != before.Sentence.First && IsWord(before);
    }

    private static bool IsDirection(Token token) => Array.Exists(Directions, direction => token.Is(direction));

    private static bool IsWord(Token token)
    {
        foreach (char c in token.Form)
        {
            if (!char.IsLetter(c)) return false;
        }

        return true;
    }
}
