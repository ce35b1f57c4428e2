using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>
/// Finds names of places, and adjectives of states, in a document. A name is found at whole tokens only; the longest
/// name at a token wins.
/// </summary>
internal sealed class PlaceFinder
{
    private readonly Document _document;
    private readonly Gazetteer _gazetteer;
    private readonly string _text;
    private readonly Dateline? _dateline;
    private readonly PersonParts _persons;
    private readonly List<PlaceMention> _mentions = [];
    private readonly List<PeopleMention> _peoples = [];

    public PlaceFinder(Document document, Gazetteer gazetteer, Dateline? dateline)
    {
        _document = document;
        _gazetteer = gazetteer;
        _text = document.Text;
        _dateline = dateline;
        _persons = new PersonParts(document, gazetteer.Words);
    }

    /// <summary>The mentions in text order, not settled yet.</summary>
    public List<PlaceMention> Mentions => _mentions;

    /// <summary>Adjectives and names of peoples in text order.</summary>
    public List<PeopleMention> Peoples => _peoples;

    /// <summary>Reads the whole document once.</summary>
    public void Run()
    {
        int count = _document.TokenCount;
        for (int i = 0; i < count;)
        {
            int end = MayBegin(_document.Token(i)) ? At(i) : i;
            i = end > i ? end : i + 1;
        }
    }

    private bool MayBegin(Token token)
    {
        char first = _text[token.Start];
        if (char.IsUpper(first)) return true;
        return token.End - token.Start <= 3 && first is 't' or 'a' or 'e' && (token.Is("the") || token.Is("al") || token.Is("el"));
    }

    /// <summary>Records what begins at a token; the token after it, or the same where nothing begins there.</summary>
    private int At(int first)
    {
        uint hash = NameFold.FirstWordHash(_text, _document.Token(first).Start);
        int[]? places = Longest(_gazetteer.Names, hash, first, out int end);
        int[]? peoples = Longest(_gazetteer.Adjectives, hash, first, out int peopleEnd);
        if (places is null && peoples is null) return first;
        if (peoples is not null && peopleEnd > end || places is null)
        {
            _peoples.Add(new PeopleMention(first, peopleEnd, [.. peoples!.Select(index => _gazetteer.Places[index])]));
            return peopleEnd;
        }

        if (IsSpareArticle(first, end, places)) return first;
        if (Array.IndexOf(places, -1) < 0) AddPlace(first, end, [.. places.Select(index => _gazetteer.Places[index])]);
        return end;
    }

    /// <summary>
    /// Whether the match begins with an article that the name can do without: one as long or longer begins after it (<c>the
    /// Gulf of Mexico</c>), unless the place's own name has the article (<c>The Hague</c>).
    /// </summary>
    private bool IsSpareArticle(int first, int end, int[] places)
    {
        if (!_document.Token(first).Is("the") || first + 1 >= _document.TokenCount) return false;
        uint hash = NameFold.FirstWordHash(_text, _document.Token(first + 1).Start);
        if (Longest(_gazetteer.Names, hash, first + 1, out int other) is null || other < end) return false;
        return other > end || !Array.Exists(places, index => index >= 0 && _gazetteer.Places[index].Name.StartsWith("The ", StringComparison.Ordinal));
    }

    private int[]? Longest(NameTable table, uint hash, int first, out int end)
    {
        int start = _document.Token(first).Start;
        for (int i = table.FirstEntry(hash); i >= 0 && i < table.Count && table[i].Hash == hash; i++)
        {
            int stop = NameFold.MatchAt(_text, start, table[i].Key);
            if (stop < 0) continue;
            end = TokenEnd(first, stop);
            if (end > first) return table[i].Values;
        }

        end = first;
        return null;
    }

    /// <summary>Index after the token that ends at an offset; the first token where none ends there.</summary>
    private int TokenEnd(int first, int offset)
    {
        int i = first;
        while (i < _document.TokenCount && _document.Token(i).End < offset) i++;
        return i < _document.TokenCount && _document.Token(i).End == offset ? i + 1 : first;
    }

    private void AddPlace(int first, int end, ImmutableArray<Place> candidates)
    {
        TextSpan span = new(_document.Token(first).Start, _document.Token(end - 1).End);
        bool inDateline = _dateline is not null && _dateline.Span.Contains(span);
        if (!inDateline && (NeedsComma(span) && !FollowsComma(first) || IsPlainWord(first, end, candidates))) return;
        if (!inDateline && _persons.Covers(first, end, span, candidates)) return;
        _mentions.Add(new PlaceMention
        {
            First = first,
            End = end,
            Span = span,
            Candidates = candidates,
            InDateline = inDateline,
            InOrganization = _persons.InOrganization(first, end),
        });
    }

    /// <summary>Whether the slice is a short form with one full stop, as <c>Ala.</c>, which stands only after a city.</summary>
    private bool NeedsComma(TextSpan span) =>
        span.Length <= 6 && _text[span.End - 1] == '.' && _text.IndexOf('.', span.Start) == span.End - 1;

    private bool FollowsComma(int first) => first > 0 && _document.Token(first - 1).Form is ",";

    private bool IsPlainWord(int first, int end, ImmutableArray<Place> candidates)
    {
        if (!candidates.All(place => place.IsCommonWord)) return false;
        if (end < _document.TokenCount && _document.Token(end).Form is "," && end + 1 < _document.TokenCount
            && char.IsUpper(_text[_document.Token(end + 1).Start]) && PrecededByPreposition(first)) return false;
        Token token = _document.Token(first);
        if (token.Upos is not Upos.None) return token.Upos is not Upos.PROPN;
        return first == token.Sentence.First || !PrecededByPreposition(first);
    }

    private bool PrecededByPreposition(int first)
    {
        if (first == 0) return false;
        ReadOnlySpan<char> before = _document.Token(first - 1).Form;
        return before is "to" or "To" or "from" or "From" or "of" || _gazetteer.Words.Has(PlaceWordList.Locative, before);
    }
}
