namespace Readout.Text.Tokens;

/// <summary>
/// Scans a token that starts with a letter or a digit: decides at each sign inside it whether the sign belongs to it,
/// ends it, or starts a clitic.
/// </summary>
internal readonly ref struct WordScanner
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<CharClass> _classes;
    private readonly TokenLexicon _lexicon;
    private readonly TokenBuffer _output;
    private readonly Numerals _numerals;

    public WordScanner(ReadOnlySpan<char> text, TokenLexicon lexicon, TokenBuffer output)
    {
        _text = text;
        _classes = CharClasses.All;
        _lexicon = lexicon;
        _output = output;
        _numerals = new Numerals(text);
    }

    /// <summary>
    /// Adds the token that starts at <paramref name="start"/>, with its clitics.
    /// </summary>
    /// <param name="start">Offset of the first code unit.</param>
    /// <param name="position">Offset from which to go on: after a sign that opens a number, else the start.</param>
    /// <param name="end">End of the chunk.</param>
    /// <param name="limit">End of the text around the chunk.</param>
    /// <returns>The offset after the last token added.</returns>
    public int Scan(int start, int position, int end, int limit)
    {
        int segment = position;
        while (true)
        {
            position = RunEnd(position, end);
            if (position == end) break;
            int next = Sign(start, segment, position, end, limit);
            if (next < 0) return ~next;
            if (next == position) break;
            segment = position + 1;
            position = next;
            if (position == end || IsClosed(start, position)) break;
        }

        return Finish(start, position);
    }

    // After an abbreviation's stop only a letter goes on with the token.
    private bool IsClosed(int start, int position) =>
        _text[position - 1] == '.' && position - start > 1 && _classes[_text[position]] > CharClass.Digit;

    private int RunEnd(int position, int end)
    {
        while (position < end && _classes[_text[position]] <= CharClass.Digit) position++;
        return position;
    }

    private bool IsWord(int position, int end) => position < end && _classes[_text[position]] <= CharClass.Digit;

    private bool IsDigit(int position, int end) => position < end && _classes[_text[position]] == CharClass.Digit;

    /// <summary>
    /// Looks at the sign at <paramref name="at"/>: returns where to go on inside the token, <paramref name="at"/> to end
    /// the token before it, or the complement of the offset reached where tokens were added.
    /// </summary>
    private int Sign(int start, int segment, int at, int end, int limit)
    {
        switch (_text[at])
        {
            case '.': return Stop(start, segment, at, end, limit);
            case ',': return _numerals.IsThousands(at, end) ? at + 1 : at;
            case ':': return IsDigit(at - 1, end) && IsDigit(at + 1, end) ? at + 1 : at;
            case '\'' or '’': return Apostrophe(start, at, end);
            case '-' or '\u2010' or '\u2011': return Hyphen(start, segment, at, end);
            case '/': return Slash(start, at, end);
            case '&': return IsAmpersandName(start, at, end) ? at + 1 : at;
            case '_': return at + 1 < end && (IsWord(at + 1, end) || _text[at + 1] == '_') ? at + 1 : at;
            case '*': return Masked(at, end);
            case '$': return IsCurrencyName(start, at) ? ~Emit(start, at + 1) : at;
            default: return at;
        }
    }

    private int Stop(int start, int segment, int at, int end, int limit)
    {
        if (IsDigit(at + 1, end) && IsDigit(at - 1, end)) return at + 1;
        if (IsWord(at + 1, end)) return StopBeforeWord(start, segment, at, end);
        if (at + 1 < end && _text[at + 1] == '.') return at;
        return Abbreviations.TakesStop(_text, start, segment, at, limit, _lexicon) ? ~Emit(start, at + 1) : at;
    }

    private int StopBeforeWord(int start, int segment, int at, int end)
    {
        int after = RunEnd(at + 1, end);
        bool letter = at - segment == 1 && _classes[_text[segment]] <= CharClass.Upper;
        if (letter && after - at == 2 && _classes[_text[at + 1]] <= CharClass.Upper) return at + 1;
        if (after - at == 2 && _numerals.UnitStart(start, at) == at - 1 && _text[(at - 1)..after] is "p.m" or "a.m") return ~ClockTime(start, at - 1, after, end);
        int last = after;
        while (last < end && (_classes[_text[last]] <= CharClass.Digit || _text[last] == '.') && last - start < 12) last++;
        if (last - start < 12 && _text[last - 1] == '.' && _lexicon.Abbreviation(_text[start..last]) != AbbreviationKind.None) return ~Emit(start, last);
        bool initial = letter && segment == start && _classes[_text[start]] == CharClass.Upper && _classes[_text[at + 1]] == CharClass.Upper;
        if (initial || _lexicon.Abbreviation(_text[start..(at + 1)]) is AbbreviationKind.Title or AbbreviationKind.Month) return ~Emit(start, at + 1);
        return at;
    }

    // 2p.m.
    private int ClockTime(int start, int letters, int after, int end)
    {
        Emit(start, letters);
        return Emit(letters, after < end && _text[after] == '.' ? after + 1 : after);
    }

    private int Apostrophe(int start, int at, int end)
    {
        int after = RunEnd(at + 1, end);
        if (after == at + 1) return at;
        ReadOnlySpan<char> letters = _text[(at + 1)..after];
        if (letters.Length == 1 && letters[0] is 't' or 'T' && at - start > 1 && _text[at - 1] is 'n' or 'N')
        {
            Finish(start, at - 1);
            return ~Emit(at - 1, after);
        }

        if (Clitics.IsClitic(letters))
        {
            if (letters[0] is 's' && _numerals.IsDecade(start, at)) return ~Emit(start, after);
            Finish(start, at);
            return ~Emit(at, after);
        }

        if (at - start == 1 && letters is "all" && (_text[start] | 0x20) == 'y')
        {
            Emit(start, at + 1);
            return ~Emit(at + 1, after);
        }

        return after;
    }

    private int Hyphen(int start, int segment, int at, int end)
    {
        if (at + 1 == end) return at - start <= 2 && _classes[_text[at - 1]] <= CharClass.Upper ? end : at;
        if (!IsWord(at + 1, end)) return at;
        int number = _numerals.HyphenatedEnd(start, end);
        if (number > at) return ~Emit(start, number);
        if (IsWholeSoFar(start, segment) && IsPrefix(segment, at)) return at + 1;
        int after = RunEnd(at + 1, end);
        return _lexicon.IsSuffix(_text[(at + 1)..after]) ? after : at;
    }

    // UN-led is no prefix: only small letters may follow the first.
    private bool IsPrefix(int start, int end) =>
        (end - start == 1 || _classes[_text[start + 1]] == CharClass.Lower) && _lexicon.IsPrefix(_text[start..end]);

    // A prefix counts at the front of the token or after another prefix only.
    private bool IsWholeSoFar(int start, int segment) => segment == start || _text[segment - 1] == '-';

    private int Slash(int start, int at, int end)
    {
        int number = _numerals.SlashedEnd(start, end);
        if (number > at) return ~Emit(start, number);
        int after = RunEnd(at + 1, end);
        if (_lexicon.IsSlashWord(_text[start..after])) return ~Emit(start, after);
        return at;
    }

    private bool IsAmpersandName(int start, int at, int end)
    {
        if (at - start > 4 || !IsWord(at + 1, end)) return false;
        if (at - start == 1) return RunEnd(at + 1, end) - at <= 4;
        for (int i = start; i < at; i++)
        {
            if (_classes[_text[i]] != CharClass.Upper) return false;
        }

        return _classes[_text[at + 1]] == CharClass.Upper;
    }

    private int Masked(int at, int end)
    {
        int after = at;
        while (after < end && _text[after] == '*') after++;
        return IsWord(after, end) || after - at > 2 ? after : at;
    }

    private bool IsCurrencyName(int start, int at) => _text[start..at] is "US" or "U" or "C" or "A" or "NZ" or "HK" or "S" or "NT" or "R" or "CAD" or "AU" or "CA";

    private int Finish(int start, int end)
    {
        int cut = _numerals.UnitStart(start, end);
        if (cut > start && cut < end && _lexicon.IsUnit(_text[cut..end]))
        {
            Emit(start, cut);
            return Emit(cut, end);
        }

        if (_lexicon.Fused(_text[start..end]) is not { } parts) return Emit(start, end);
        foreach (int part in parts) start = Emit(start, start + part);
        return end;
    }

    private int Emit(int start, int end)
    {
        TokenCut.Add(_text, start, end, _output);
        return end;
    }
}
