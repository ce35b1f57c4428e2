namespace Readout.Text.Tokens;

/// <summary>
/// Cuts the tokens of one block into sentences. Gaps at which a sentence might end are scored by a linear model; an
/// empty line always ends one, and a sentence never has more than <see cref="Tokenizer.MaxSentenceTokens"/> tokens.
/// </summary>
internal ref struct SentenceSplitter
{
    private readonly ReadOnlySpan<char> _text;
    private readonly TokenBuffer _tokens;
    private readonly TokenLexicon _lexicon;
    private readonly SentenceModel _model;
    private int _sentence;
    private int _lineStart;
    private int _brackets;
    private bool _quoted;
    private TokenShape _first;
    private TokenShape _beforeLast;
    private TokenShape _last;

    public SentenceSplitter(ReadOnlySpan<char> text, TokenBuffer tokens, TokenLexicon lexicon, SentenceModel model)
    {
        _text = text;
        _tokens = tokens;
        _lexicon = lexicon;
        _model = model;
    }

    /// <summary>Sees each gap that is scored; returns whether the sentence ends there. For training.</summary>
    public delegate bool Judge(int token, in Boundary boundary);

    /// <summary>Adds the sentences of the tokens from <paramref name="first"/> to the last.</summary>
    /// <param name="first">Index of the block's first token.</param>
    /// <param name="judge">Decides in the model's place, or null.</param>
    public void Split(int first, Judge? judge)
    {
        int count = _tokens.Count;
        if (first == count) return;
        Begin(first, Shape(first), _tokens.Starts[first]);
        for (int i = first; i + 1 < count; i++)
        {
            TokenShape next = Shape(i + 1);
            Track(i);
            int gap = Gap(i);
            if (gap == HardGap || (IsCandidate(i, next, gap) && Ends(i, next, gap, judge)))
            {
                Begin(i + 1, next, _lineStart);
            }
            else if (i + 1 - _sentence >= Tokenizer.MaxSentenceTokens)
            {
                int cut = BoundedCut(i + 1);
                Begin(cut, Shape(cut), _lineStart);
            }

            _beforeLast = _last;
            _last = next;
        }
    }

    private const int HardGap = -1;

    private readonly TokenShape Shape(int token) => TokenShapes.Of(_text, _tokens.Starts[token], _tokens.Ends[token]);

    private readonly ReadOnlySpan<char> Form(int token) => _text[_tokens.Starts[token].._tokens.Ends[token]];

    private void Begin(int token, TokenShape shape, int lineStart)
    {
        _tokens.AddSentence(token);
        _sentence = token;
        _first = shape;
        _lineStart = lineStart;
        _brackets = 0;
        _quoted = false;
        _last = shape;
        _beforeLast = TokenShape.Edge;
    }

    private void Track(int token)
    {
        if (_last == TokenShape.Open) _brackets++;
        else if (_last == TokenShape.Close) _brackets = Math.Max(0, _brackets - 1);
        else if (_last == TokenShape.Quote)
        {
            char mark = _text[_tokens.Starts[token]];
            _quoted = mark is '“' or '«' || (mark == '"' && !_quoted);
        }
    }

    /// <summary>0 no gap, 1 space, 2 and 3 a line break after a short or long line, -1 an empty line.</summary>
    private int Gap(int token)
    {
        int start = _tokens.Ends[token];
        int end = _tokens.Starts[token + 1];
        if (start == end) return 0;
        if (end - start == 1 && _text[start] == ' ') return 1;
        int breaks = _text[start..end].Count('\n');
        if (breaks == 0) return 1;
        bool longLine = start - _lineStart > 50;
        _lineStart = end;
        return breaks > 1 ? HardGap : longLine ? 3 : 2;
    }

    private readonly bool IsCandidate(int token, TokenShape next, int gap)
    {
        switch (next)
        {
            case TokenShape.Stop or TokenShape.Comma or TokenShape.Close or TokenShape.Question or TokenShape.Exclamation
                or TokenShape.Colon or TokenShape.Semicolon or TokenShape.Clitic:
                return gap > 1 || (gap == 1 && _last is TokenShape.Stop && next is not (TokenShape.Comma or TokenShape.Stop));
            case TokenShape.Quote when gap == 0 || _text[_tokens.Starts[token + 1]] == '”':
                return false;
        }

        if (_last is >= TokenShape.Stop and <= TokenShape.Semicolon or TokenShape.Close or TokenShape.Quote) return true;
        if (gap == 0) return false;
        return gap > 1 || next is not (TokenShape.Lower or TokenShape.Dash);
    }

    private readonly bool Ends(int token, TokenShape next, int gap, Judge? judge)
    {
        int end = token;
        bool closed = _last is TokenShape.Quote or TokenShape.Close;
        if (closed && end > _sentence) end--;
        bool sign = Shape(end) is >= TokenShape.Stop and <= TokenShape.Semicolon;
        int before = sign && end > _sentence ? end - 1 : end;
        Boundary boundary = new()
        {
            Closed = closed ? _beforeLast : TokenShape.Edge,
            Last = _last,
            Before = Shape(before),
            Next = next,
            Second = token + 2 < _tokens.Count ? Shape(token + 2) : TokenShape.Edge,
            First = _first,
            Abbreviation = _last == TokenShape.Abbreviated ? _lexicon.Abbreviation(Form(token)) : AbbreviationKind.None,
            Gap = gap,
            Length = LengthClass(token + 1 - _sentence),
            Quoted = _quoted,
            Bracketed = _brackets > 0,
        };
        if (judge is not null)
        {
            HashWords(ref boundary, token, before);
            return judge(token, boundary);
        }

        bool plain = gap == 1 && !sign && !closed && _last != TokenShape.Abbreviated;
        int score = _model.ShapeScore(boundary);
        if (score < Hopeless) return false;
        HashWords(ref boundary, token, before);
        return score + _model.WordScore(boundary) > (plain ? PlainMargin : 0);
    }

    // Below this no words have turned a decision on the training text.
    private const int Hopeless = -5000;

    // What a boundary without punctuation or line break needs: a wrong one costs a tree, a missed one little.
    private const int PlainMargin = 500;

    private readonly void HashWords(ref Boundary boundary, int token, int before)
    {
        boundary.LastWord = BoundaryFeatures.Hash(Form(token));
        boundary.BeforeWord = before == token ? boundary.LastWord : BoundaryFeatures.Hash(Form(before));
        boundary.NextWord = BoundaryFeatures.Hash(Form(token + 1));
    }

    private static int LengthClass(int tokens) =>
        tokens <= 2 ? tokens - 1 : tokens <= 4 ? 2 : tokens <= 8 ? 3 : tokens <= 16 ? 4 : tokens <= 32 ? 5 : 6;

    /// <summary>
    /// Where to cut a sentence that reached its bound: after the last stop, semicolon or colon of its second half, else
    /// after the last comma or closing mark there, else at the bound.
    /// </summary>
    private readonly int BoundedCut(int bound)
    {
        int comma = bound;
        for (int i = bound - 1; i > bound - (Tokenizer.MaxSentenceTokens / 2); i--)
        {
            TokenShape shape = Shape(i);
            if (shape is >= TokenShape.Stop and <= TokenShape.Semicolon) return i + 1;
            if (comma == bound && shape is TokenShape.Comma or TokenShape.Close) comma = i + 1;
        }

        return comma;
    }
}
