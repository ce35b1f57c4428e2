using Readout.Training.Corpora;

namespace Readout.Training.Linear;

/// <summary>
/// A greedy arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011) with a dynamic oracle (Goldberg and Nivre 2013)
/// and the features of Zhang and Nivre (2011) in part; relations are named afterwards.
/// </summary>
internal sealed class TransitionParser(int relations)
{
    private const int Shift = 0, Left = 1, Right = 2;

    private readonly Perceptron _moves = new(3), _labels = new(relations);
    private readonly int[] _features = new int[64];
    private int _count;
    private int[] _word = [], _tag = [], _heads = [], _stack = [], _left = [], _left2 = [], _right = [], _right2 = [], _lefts = [], _rights = [];
    private int _top, _next, _n;

    /// <summary>Parses a sentence under given tags; heads count from 1, 0 is the root.</summary>
    public (int[] Heads, int[] Relations) Parse(TreebankSentence sentence, int[] tags)
    {
        Start(sentence, tags);
        while (!Finished)
        {
            ReadOnlySpan<float> scores = _moves.Score(MoveFeatures());
            Apply(Best(scores, Valid(Shift), Valid(Left), Valid(Right)));
        }

        int[] named = [.. Enumerable.Range(0, _n).Select(i => _labels.Best(LabelFeatures(i, _heads[i])))];
        return (_heads, named);
    }

    /// <summary>Learns from one sentence, following its own moves.</summary>
    public void Learn(TreebankSentence gold, int[] tags)
    {
        Start(gold, tags);
        while (!Finished)
        {
            Span<int> features = MoveFeatures();
            ReadOnlySpan<float> scores = _moves.Score(features);
            int guess = Best(scores, Valid(Shift), Valid(Left), Valid(Right));
            int least = Math.Min(Cost(gold, Shift), Math.Min(Cost(gold, Left), Cost(gold, Right)));
            int right = Best(scores, Cost(gold, Shift) == least, Cost(gold, Left) == least, Cost(gold, Right) == least);
            _moves.Update(features, right, Cost(gold, guess) == least ? right : guess);
            Apply(guess);
        }

        for (int i = 0; i < _n; i++)
        {
            Span<int> features = LabelFeatures(i, gold.Heads[i]);
            _labels.Update(features, (int)gold.Relations[i], _labels.Best(features));
        }
    }

    /// <summary>Puts the averages in place.</summary>
    public void Average()
    {
        _moves.Average();
        _labels.Average();
    }

    // Tokens are 0 … n − 1 and the root is n, last in the buffer: arc-hybrid then builds the root arc by a left move.
    private bool Finished => _next == _n && _top == 0;

    private int S(int depth) => depth < _top ? _stack[_top - 1 - depth] : -1;

    private int B(int ahead) => _next + ahead <= _n ? _next + ahead : -1;

    private bool Valid(int move) => move switch
    {
        Shift => _next < _n,
        Left => _top > 0 && (_next < _n || _top == 1),
        _ => _top > 1,
    };

    private static int Best(ReadOnlySpan<float> scores, bool shift, bool left, bool right)
    {
        int best = -1;
        if (shift) best = Shift;
        if (left && (best < 0 || scores[Left] > scores[best])) best = Left;
        if (right && (best < 0 || scores[Right] > scores[best])) best = Right;
        return best;
    }

    private void Start(TreebankSentence sentence, int[] tags)
    {
        _n = sentence.Length;
        _word = [.. sentence.Forms.Select(TokenFeatures.Word), -7];
        _tag = [.. tags, -7];
        _heads = new int[_n];
        _stack = new int[_n + 1];
        int[] Empty() => [.. Enumerable.Repeat(-1, _n + 1)];
        (_left, _left2, _right, _right2) = (Empty(), Empty(), Empty(), Empty());
        (_lefts, _rights) = (new int[_n + 1], new int[_n + 1]);
        (_top, _next) = (0, 0);
    }

    private void Apply(int move)
    {
        if (move == Shift)
        {
            _stack[_top++] = _next++;
            return;
        }

        int dependent = _stack[--_top];
        int head = move == Left ? _next : _stack[_top - 1];
        _heads[dependent] = head == _n ? 0 : head + 1;
        if (move == Left)
        {
            (_left2[head], _left[head]) = (_left[head], dependent);
            _lefts[head]++;
        }
        else
        {
            (_right2[head], _right[head]) = (_right[head], dependent);
            _rights[head]++;
        }
    }

    /// <summary>Gold arcs that the move makes impossible.</summary>
    private int Cost(TreebankSentence gold, int move)
    {
        if (!Valid(move)) return int.MaxValue;
        int Head(int i) => gold.Heads[i] == 0 ? _n : gold.Heads[i] - 1;
        int cost = 0;
        if (move == Shift)
        {
            for (int d = 0; d < _top; d++)
            {
                if (Head(_stack[d]) == _next) cost++;
                if (d < _top - 1 && Head(_next) == _stack[d]) cost++;
            }

            return cost;
        }

        int s0 = S(0);
        for (int b = _next; b < _n; b++)
        {
            if (Head(b) == s0) cost++;
        }

        int head = Head(s0);
        if (move == Left && head == S(1)) cost++;
        if (head > _next || (move == Right && head == _next)) cost++;
        return cost;
    }

    private Span<int> MoveFeatures()
    {
        _count = 0;
        int s0 = S(0), s1 = S(1), s2 = S(2), b0 = B(0), b1 = B(1), b2 = B(2);
        int s0l = Get(_left, s0), s0r = Get(_right, s0), s1r = Get(_right, s1), s1l = Get(_left, s1), b0l = Get(_left, b0);
        int distance = s0 < 0 ? 0 : Math.Min(b0 - s0, 10);
        foreach ((int at, int kind) in (ReadOnlySpan<(int, int)>)[(s0, 1), (s1, 2), (s2, 3), (b0, 4), (b1, 5), (b2, 6), (s0l, 7), (s0r, 8), (s1r, 9), (b0l, 10), (s1l, 11)])
        {
            Add(kind, W(at));
            Add(kind + 20, T(at));
            Add(kind + 40, W(at), T(at));
        }

        Add(60, W(s0), W(b0));
        Add(61, T(s0), T(b0));
        Add(62, W(s0), T(b0));
        Add(63, T(s0), W(b0));
        Add(64, T(s0), T(b0), T(b1));
        Add(65, T(s1), T(s0), T(b0));
        Add(66, T(s2), T(s1), T(s0));
        Add(67, T(s0), T(s0r), T(b0));
        Add(68, T(s0), T(s0l), T(b0));
        Add(69, T(s1), T(s1r), T(s0));
        Add(70, T(s0), T(b0), T(b0l));
        Add(71, T(b0), T(b1), T(b2));
        Add(72, W(s1), W(s0));
        Add(73, T(s1), T(s0));
        Add(74, T(s0), Get(_rights, s0), distance);
        Add(75, W(s0), Get(_rights, s0));
        Add(76, T(s0), Get(_lefts, s0));
        Add(77, T(b0), Get(_lefts, b0));
        Add(78, T(s0), T(b0), distance);
        Add(79, W(s0), W(b0), distance);
        Add(80, T(s0), T(Get(_right2, s0)), T(s0r));
        Add(81, T(s0), T(Get(_left2, s0)), T(s0l));
        Add(82, W(s1), T(s0), W(b0));
        return _features.AsSpan(0, _count);
    }

    private Span<int> LabelFeatures(int dependent, int headFrom1)
    {
        _count = 0;
        int head = headFrom1 == 0 ? _n : headFrom1 - 1;
        int side = headFrom1 == 0 ? 0 : Math.Clamp(head - dependent, -4, 4);
        Add(90, W(dependent));
        Add(91, T(dependent));
        Add(92, W(head));
        Add(93, T(head));
        Add(94, W(dependent), W(head));
        Add(95, T(dependent), T(head), side);
        Add(96, W(dependent), T(head), side);
        Add(97, T(dependent), W(head), side);
        Add(98, T(dependent - 1), T(dependent), T(dependent + 1));
        Add(99, W(dependent - 1), T(dependent), T(head));
        Add(100, W(dependent + 1), T(dependent), T(head));
        Add(101, T(head - 1), T(head), T(dependent));
        Add(102, T(head + 1), T(head), T(dependent));
        Add(103, W(dependent - 1), W(dependent), T(head));
        return _features.AsSpan(0, _count);
    }

    private static int Get(int[] values, int at) => at < 0 ? -1 : values[at];

    private int W(int at) => at < 0 || at > _n ? -1 : _word[at];

    private int T(int at) => at < 0 || at > _n ? -1 : _tag[at];

    private void Add(int kind, int a, int b = 0, int c = 0) => _features[_count++] = TokenFeatures.Mix(kind, a, b, c);
}
