namespace Readout.Text.Tokens;

/// <summary>
/// Cuts one chunk, a run without white space that is more than a plain word, into tokens from left to right. Every
/// code unit is looked at a bounded number of times.
/// </summary>
internal readonly ref struct ChunkScanner
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<CharClass> _classes;
    private readonly TokenLexicon _lexicon;
    private readonly TokenBuffer _output;
    private readonly WordScanner _words;

    public ChunkScanner(ReadOnlySpan<char> text, TokenLexicon lexicon, TokenBuffer output)
    {
        _text = text;
        _classes = CharClasses.All;
        _lexicon = lexicon;
        _output = output;
        _words = new WordScanner(text, lexicon, output);
    }

    /// <summary>Adds the tokens of the chunk; <paramref name="limit"/> is where the text around it ends.</summary>
    public void Scan(int start, int end, int limit)
    {
        bool web = MayHoldAddress(start, end);
        int position = start;
        while (position < end)
        {
            CharClass kind = _classes[_text[position]];
            if (kind <= CharClass.Digit)
            {
                int after = web ? WebForms.Match(_text, position, end, _lexicon) : position;
                if (after > position)
                {
                    TokenCut.Add(_text, position, after, _output);
                    position = after;
                    web = MayHoldAddress(position, end);
                }
                else
                {
                    position = _words.Scan(position, position, end, limit);
                }
            }
            else
            {
                position = ScanSign(kind, position, start, end, limit);
            }
        }
    }

    // Past the longest token the answer is no, so that a text without white space stays linear.
    private bool MayHoldAddress(int start, int end) =>
        end - start <= Tokenizer.MaxTokenLength && _text[start..end].IndexOfAny('@', '.', ':') >= 0;

    private int ScanSign(CharClass kind, int position, int start, int end, int limit)
    {
        int emoticon = Emoticon(kind, position, start, end);
        if (emoticon > 0) return Emit(position, position + emoticon);
        switch (kind)
        {
            case CharClass.Dot: return ScanDots(position, start, end, limit);
            case CharClass.Exclamation: return Emit(position, RunOf(CharClass.Exclamation, position, end));
            case CharClass.Hyphen: return Emit(position, Same(position, end));
            case CharClass.Apostrophe: return ScanApostrophe(position, start, end);
            case CharClass.Quote: return ScanQuote(position, start, end);
            case CharClass.Currency or CharClass.Slash: return Emit(position, Same(position, end));
            case CharClass.Run: return ScanRun(position, start, end, limit);
            case CharClass.Pictograph: return Emit(position, Pictographs(position, end));
            case CharClass.Other: return Emit(position, IsHandle(position, start, end) ? WordEnd(position + 1, end) : position + 1);
            default: return Emit(position, position + 1);
        }
    }

    private int Emit(int start, int end)
    {
        TokenCut.Add(_text, start, end, _output);
        return end;
    }

    private int Emoticon(CharClass kind, int position, int start, int end)
    {
        if (kind is not (CharClass.Colon or CharClass.Open or CharClass.Run or CharClass.Hyphen or CharClass.Other)) return 0;
        if (end - position < 2) return 0;
        bool opens = position == start;
        if (!opens && (_text[position] is not (':' or ';' or '=') || _classes[_text[position + 1]] <= CharClass.Digit)) return 0;
        int length = _lexicon.Emoticon(_text.Slice(position, Math.Min(4, end - position)));
        return length > 0 && position + length < end && _classes[_text[position + length]] <= CharClass.Digit ? 0 : length;
    }

    private int ScanDots(int position, int start, int end, int limit)
    {
        bool digit = position + 1 < end && _classes[_text[position + 1]] == CharClass.Digit;
        bool free = position == start || _classes[_text[position - 1]] > CharClass.Digit;
        if (digit && free && _text[position] == '.') return _words.Scan(position, position + 1, end, limit);
        return Emit(position, RunOf(CharClass.Dot, position, end));
    }

    private int ScanApostrophe(int position, int start, int end)
    {
        if (Doubled(position, end)) return Emit(position, position + 2);
        int word = position + 1;
        while (word < end && _classes[_text[word]] <= CharClass.Digit) word++;
        if (word == position + 1) return Emit(position, word);
        if (position > start && Clitics.IsClitic(_text[(position + 1)..word])) return Emit(position, word);
        bool opens = position == start || _classes[_text[position - 1]] > CharClass.Digit;
        if (opens && IsDecade(position + 1, word)) return Emit(position, word);
        if (opens && word - position <= 8 && IsApostropheFirst(position, word)) return Emit(position, word);
        return Emit(position, position + 1);
    }

    // A grave or acute accent may stand for the apostrophe of a clitic.
    private int ScanQuote(int position, int start, int end)
    {
        int word = WordEnd(position + 1, end);
        bool follows = position > start && _classes[_text[position - 1]] <= CharClass.Digit;
        if (follows && word > position + 1 && _text[position] is '`' or '\u00B4' && Clitics.IsClitic(_text[(position + 1)..word])) return Emit(position, word);
        return Emit(position, position + (Doubled(position, end) ? 2 : 1));
    }

    private bool IsHandle(int position, int start, int end) =>
        _text[position] == '@' && position == start && WordEnd(position + 1, end) > position + 2;

    private bool IsApostropheFirst(int start, int end)
    {
        Span<char> word = stackalloc char[8];
        _text[start..end].CopyTo(word);
        word[0] = '\'';
        return _lexicon.IsApostropheFirst(word[..(end - start)]);
    }

    // '60s, '72
    private bool IsDecade(int start, int end)
    {
        if (end - start is not (2 or 3)) return false;
        bool digits = char.IsAsciiDigit(_text[start]) && char.IsAsciiDigit(_text[start + 1]);
        return digits && (end - start == 2 || _text[start + 2] is 's' or 'S');
    }

    private int ScanRun(int position, int start, int end, int limit)
    {
        char sign = _text[position];
        int after = Same(position, end);
        bool word = after < end && after == position + 1 && _classes[_text[after]] <= CharClass.Digit;
        bool opens = position == start || _classes[_text[position - 1]] is CharClass.Open or CharClass.Quote;
        if (word && sign == '+' && opens && _classes[_text[after]] == CharClass.Digit) return _words.Scan(position, after, end, limit);
        if (word && sign == '#' && _classes[_text[after]] != CharClass.Digit) return Emit(position, WordEnd(after, end));
        return Emit(position, after);
    }

    private int WordEnd(int position, int end)
    {
        while (position < end && (_classes[_text[position]] <= CharClass.Digit || _text[position] == '_')) position++;
        return position;
    }

    // '' and `` stand for double quotation marks.
    private bool Doubled(int position, int end) => position + 1 < end && _text[position + 1] == _text[position]
        && (_text[position] is '\'' or '’' or '‘' or '`');

    private int Same(int position, int end)
    {
        int after = position + 1;
        while (after < end && _text[after] == _text[position]) after++;
        return after;
    }

    private int RunOf(CharClass kind, int position, int end)
    {
        while (position < end && _classes[_text[position]] == kind) position++;
        return position;
    }

    private int Pictographs(int position, int end)
    {
        position++;
        while (position < end && (_classes[_text[position]] == CharClass.Pictograph || _text[position] == '\u200D')) position++;
        return position;
    }
}
