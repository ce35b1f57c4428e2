using System.Collections.Immutable;

namespace Readout.Coding.Dates;

/// <summary>What one place of a rule accepts.</summary>
internal enum SymbolKind : byte
{
    /// <summary>A word of a class.</summary>
    Class,

    /// <summary>One word.</summary>
    Word,

    /// <summary>A number, read by <see cref="NumberReader"/>.</summary>
    Number,

    /// <summary>Another rule.</summary>
    Rule,

    /// <summary>The expression begins here; what came before is only context.</summary>
    Begin,

    /// <summary>The expression ends here; what follows is only context.</summary>
    End,
}

/// <summary>One place of a rule.</summary>
/// <param name="Kind">What it accepts.</param>
/// <param name="Id">Class, word, <see cref="NumberForm"/> or rule.</param>
internal readonly record struct Symbol(SymbolKind Kind, ushort Id);

/// <summary>One way to say something: places in order and what it says of them.</summary>
/// <param name="Symbols">The places.</param>
/// <param name="Action">What it says.</param>
internal sealed record Sequence(ImmutableArray<Symbol> Symbols, Action Action);

/// <summary>What a rule says: an operation on arguments, a place of the rule, or a number.</summary>
/// <param name="Op">The operation; <see cref="TimeOp.None"/> for a place, <see cref="TimeOp.Value"/> for a number.</param>
/// <param name="Number">The number, or the place's index; -1 for an optional place that is left out.</param>
/// <param name="Arguments">The operation's arguments.</param>
internal sealed record Action(TimeOp Op, int Number, ImmutableArray<Action> Arguments)
{
    public static Action Place(int index) => new(TimeOp.None, index, []);

    public static Action Constant(int value) => new(TimeOp.Value, value, []);

    /// <summary>Builds what is said of the parts found at the rule's places.</summary>
    public TimeNode Apply(TimeNode[] slots)
    {
        if (Op == TimeOp.None) return Number < 0 ? TimeNode.None : slots[Number];
        if (Op == TimeOp.Value) return TimeNode.Leaf(Number);
        ImmutableArray<TimeNode>.Builder parts = ImmutableArray.CreateBuilder<TimeNode>(Arguments.Length);
        foreach (Action argument in Arguments) parts.Add(argument.Apply(slots));
        return new TimeNode(Op, 0, parts.MoveToImmutable());
    }
}

/// <summary>The rules of time, each a list of sequences, with what each may begin with.</summary>
internal sealed class Grammar
{
    private readonly bool[][] _first;
    private readonly ushort[]?[][] _byLexeme;
    private readonly Vocabulary _vocabulary;

    public Grammar(Vocabulary vocabulary, ImmutableArray<ImmutableArray<Sequence>> rules, int top)
    {
        _vocabulary = vocabulary;
        Rules = rules;
        Top = top;
        int width = vocabulary.Words.Length + NumberReader.KindCount;
        _first = new bool[rules.Length][];
        for (int i = 0; i < rules.Length; i++) _first[i] = new bool[width];
        while (Spread(width))
        {
        }

        _byLexeme = new ushort[]?[rules.Length][];
        for (int i = 0; i < rules.Length; i++) _byLexeme[i] = new ushort[]?[width];
    }

    /// <summary>The rules by number.</summary>
    public ImmutableArray<ImmutableArray<Sequence>> Rules { get; }

    /// <summary>The rule that an expression must satisfy.</summary>
    public int Top { get; }

    /// <summary>Where a unit stands among the columns of what a rule may begin with.</summary>
    public int Column(in TimeUnit unit) => unit.Lexeme != 0 ? unit.Lexeme : _vocabulary.Words.Length + (int)unit.Kind;

    /// <summary>Whether the rule may begin with a unit of that column.</summary>
    public bool MayBegin(int rule, int column) => _first[rule][column];

    /// <summary>The sequences of a rule that may begin with a unit of that column, in rule order.</summary>
    public ushort[] Candidates(int rule, int column)
    {
        ushort[]?[] table = _byLexeme[rule];
        return Volatile.Read(ref table[column]) ?? Fill(rule, column, table);
    }

    private ushort[] Fill(int rule, int column, ushort[]?[] table)
    {
        List<ushort> found = [];
        for (int i = 0; i < Rules[rule].Length; i++)
        {
            if (Begins(Rules[rule][i], column)) found.Add((ushort)i);
        }

        ushort[] result = [.. found];
        Volatile.Write(ref table[column], result);
        return result;
    }

    private bool Spread(int width)
    {
        bool changed = false;
        for (int rule = 0; rule < Rules.Length; rule++)
        {
            foreach (Sequence sequence in Rules[rule])
            {
                for (int column = 0; column < width; column++)
                {
                    if (_first[rule][column] || !Begins(sequence, column)) continue;
                    _first[rule][column] = true;
                    changed = true;
                }
            }
        }

        return changed;
    }

    private bool Begins(Sequence sequence, int column)
    {
        Symbol symbol = sequence.Symbols[0].Kind == SymbolKind.Begin ? sequence.Symbols[1] : sequence.Symbols[0];
        int words = _vocabulary.Words.Length;
        return symbol.Kind switch
        {
            SymbolKind.Class => column < words && _vocabulary.Value(symbol.Id, column) != Vocabulary.Absent,
            SymbolKind.Word => column == symbol.Id || column < words && _vocabulary.IsCapitalOf(column, symbol.Id),
            SymbolKind.Number => NumberReader.MayBegin((NumberForm)symbol.Id, column, _vocabulary),
            SymbolKind.Rule => _first[symbol.Id][column],
            _ => false,
        };
    }
}
