using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>Reads one paragraph's beginning as a dateline. Used once.</summary>
internal sealed class DatelineScanner(string text, TextSpan block, Gazetteer gazetteer)
{
    private const int Longest = 140;

    private readonly int _limit = Math.Min(block.End, block.Start + Longest);
    private readonly ImmutableArray<TextSpan>.Builder _places = ImmutableArray.CreateBuilder<TextSpan>();
    private int _at = block.Start;
    private TextSpan? _date;
    private TextSpan? _agency;

    /// <summary>The dateline, or null where the paragraph begins otherwise.</summary>
    public Dateline? Run()
    {
        while (_at < _limit)
        {
            char c = text[_at];
            if (char.IsWhiteSpace(c) || c is ',' or '.') _at++;
            else if (c is '-' or '–' or '—') return Dash();
            else if (c == ':') return Colon();
            else if (c == '/' && Strokes()) return Finish(_at);
            else if (c is '/' or '(' ? !Bracket() : !Word()) return null;
        }

        return null;
    }

    private bool Word()
    {
        if (DatePart()) return true;
        if (_places.Count > 0 && (Eat("and ") || Eat("& "))) return true;
        if (Known() is { } known) return Add(known);
        return _places.Count == 0 && Capitals() is { } capitals && Add(capitals);
    }

    private bool Add(TextSpan place)
    {
        if (_agency is not null) return false;
        _places.Add(place);
        _at = place.End;
        return true;
    }

    /// <summary>A run of date words, commas and numbers becomes the date.</summary>
    private bool DatePart()
    {
        int start = _at;
        int end = _at;
        for (int next = DateWord(_at); next > 0; next = DateWord(next))
        {
            end = next;
            while (next < _limit && text[next] is ' ' or ',' or '.') next++;
            if (next >= _limit) break;
        }

        if (end == start || _date is not null) return false;
        _date = new TextSpan(start, end);
        _at = end;
        return true;
    }

    /// <summary>Offset after a month, weekday, day or year at an offset; -1 where there is none.</summary>
    private int DateWord(int start)
    {
        int end = start;
        while (end < _limit && char.IsLetterOrDigit(text[end])) end++;
        if (end == start) return -1;
        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        if (char.IsAsciiDigit(word[0])) return word.Length <= 4 ? end : -1;
        return gazetteer.Words.Has(PlaceWordList.Months, word) ? end : -1;
    }

    private TextSpan? Known()
    {
        uint hash = NameFold.FirstWordHash(text, _at);
        NameTable names = gazetteer.Names;
        for (int i = names.FirstEntry(hash); i >= 0 && i < names.Count && names[i].Hash == hash; i++)
        {
            int end = NameFold.MatchAt(text, _at, names[i].Key);
            if (end > 0 && names[i].Values[0] >= 0 && (end >= text.Length || !char.IsLetterOrDigit(text[end]))) return new TextSpan(_at, end);
        }

        return null;
    }

    /// <summary>Words in capitals, for towns that the gazetteer lacks.</summary>
    private TextSpan? Capitals()
    {
        int end = _at;
        int letters = 0;
        while (end < _limit && (char.IsUpper(text[end]) || text[end] is ' ' or '-' or '\''))
        {
            if (char.IsUpper(text[end])) letters++;
            end++;
        }

        while (end > _at && text[end - 1] is ' ' or '-') end--;
        return letters >= 4 && (end >= text.Length || !char.IsLetterOrDigit(text[end])) ? new TextSpan(_at, end) : null;
    }

    private bool Bracket()
    {
        if (text[_at] == '/')
        {
            _at++;
            return _places.Count > 0;
        }

        int close = text.IndexOf(')', _at, _limit - _at);
        if (close < 0) return false;
        int open = _at++;
        if (_places.Count == 0 && _date is not null && Word() && _at == close) _at = close + 1;
        else if (_places.Count > 0 || open == block.Start) Agency(open + 1, close, close + 1);
        else return false;
        return true;
    }

    /// <summary><c>/TASS/.</c> closes a dateline by itself.</summary>
    private bool Strokes()
    {
        int close = text.IndexOf('/', _at + 1, _limit - _at - 1);
        if (_places.Count == 0 || close < 0 || text.AsSpan(_at + 1, close - _at - 1).ContainsAnyExceptInRange('A', 'Z')) return false;
        if (close == _at + 1 || close + 1 < _limit && text[close + 1] is not ('.' or ' ' or ',')) return false;
        Agency(_at + 1, close, close + 1);
        if (_at < _limit && text[_at] == '.') _at++;
        return true;
    }

    private void Agency(int start, int end, int next)
    {
        _agency = new TextSpan(start, end);
        _at = next;
    }

    private Dateline? Dash()
    {
        if (_at == block.Start) return null;
        int end = _at;
        while (end < _limit && text[end] is '-' or '–' or '—') end++;
        bool spaced = end < block.End && char.IsWhiteSpace(text[end]) && char.IsWhiteSpace(text[_at - 1]);
        bool joined = text[_at] == '—' || end - _at > 1 || text[_at - 1] == ')';
        if (!spaced && !joined) return null;
        bool marked = _date is not null || _agency is not null || InCapitals();
        return marked || OpensSentence(end) ? Finish(end) : null;
    }

    private Dateline? Colon() =>
        _places.Count > 0 && (_date is not null || _agency is not null || InCapitals()) ? Finish(_at + 1) : null;

    private Dateline? Finish(int end) =>
        _places.Count == 0 ? null : new Dateline(new TextSpan(block.Start, end), _places.ToImmutable(), _date, _agency);

    private bool InCapitals() => _places.Count > 0 && !_places[0].Of(text).ContainsAnyInRange('a', 'z');

    private bool OpensSentence(int end)
    {
        while (end < block.End && char.IsWhiteSpace(text[end])) end++;
        return end < block.End && char.IsUpper(text[end]);
    }

    private bool Eat(string word)
    {
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0) return false;
        _at += word.Length;
        return true;
    }
}
