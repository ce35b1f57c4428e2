using System.Collections.Immutable;

namespace Readout.Coding.Dates;

/// <summary>A stretch of units that a rule accepts.</summary>
/// <param name="End">Unit after the last one read.</param>
/// <param name="From">First unit of the expression itself.</param>
/// <param name="To">Unit after the expression's last.</param>
/// <param name="Node">What it says.</param>
internal readonly record struct Match(int End, int From, int To, TimeNode Node);

/// <summary>
/// Finds what the grammar accepts at a place: all readings by memoised descent. Not safe for several threads; one is made
/// for each document.
/// </summary>
internal sealed class Matcher
{
    private const int Deepest = 12;

    private static readonly List<Match> Nothing = [];

    private readonly Grammar _grammar;
    private readonly Vocabulary _vocabulary;
    private readonly List<TimeUnit> _units;
    private readonly NumberReader _numbers;
    private readonly Dictionary<long, List<Match>> _memo = [];
    private readonly List<(int End, long Value)> _readings = [];
    private readonly TimeNode[][] _slots = new TimeNode[Deepest][];
    private readonly List<List<Match>> _lists = [];
    private int _taken;
    private int _depth;

    public Matcher(Grammar grammar, Vocabulary vocabulary, NumberWords words, List<TimeUnit> units)
    {
        _grammar = grammar;
        _vocabulary = vocabulary;
        _units = units;
        _numbers = new NumberReader(units, vocabulary, words);
    }

    /// <summary>
    /// The longest reading of <paramref name="rule"/> at <paramref name="at"/>, the first sequence's where several are as
    /// long; null for none.
    /// </summary>
    public Match? Longest(int rule, int at)
    {
        if (_memo.Count > 0) _memo.Clear();
        _taken = 0;
        Match? best = null;
        foreach (Match match in Matches(rule, at))
        {
            if (best is null || match.To > best.Value.To || match.To == best.Value.To && (match.From < best.Value.From || match.From == best.Value.From && match.End > best.Value.End)) best = match;
        }

        return best;
    }

    private List<Match> Matches(int rule, int at)
    {
        if (at >= _units.Count || _depth >= Deepest) return Nothing;
        int column = _grammar.Column(_units[at]);
        if (!_grammar.MayBegin(rule, column)) return Nothing;
        long key = (long)rule << 32 | (uint)at;
        if (_memo.TryGetValue(key, out List<Match>? known)) return known;
        _memo[key] = Nothing;
        List<Match> found = Take();
        ImmutableArray<Sequence> sequences = _grammar.Rules[rule];
        TimeNode[] slots = _slots[_depth] ??= new TimeNode[16];
        _depth++;
        foreach (ushort index in _grammar.Candidates(rule, column))
            Follow(sequences[index], 0, at, new Match(at, at, -1, TimeNode.None), slots, found);
        _depth--;
        _memo[key] = found;
        return found;
    }

    private List<Match> Take()
    {
        if (_taken == _lists.Count) _lists.Add([]);
        List<Match> list = _lists[_taken++];
        list.Clear();
        return list;
    }

    private void Follow(Sequence sequence, int place, int at, Match sofar, TimeNode[] slots, List<Match> found)
    {
        if (place == sequence.Symbols.Length)
        {
            Accept(sequence, at, sofar, slots, found);
            return;
        }

        Symbol symbol = sequence.Symbols[place];
        switch (symbol.Kind)
        {
            case SymbolKind.Begin:
                Follow(sequence, place + 1, at, sofar with { From = at }, slots, found);
                break;
            case SymbolKind.End:
                Follow(sequence, place + 1, at, sofar with { To = at }, slots, found);
                break;
            case SymbolKind.Number:
                FollowNumber(sequence, place, at, sofar, slots, found);
                break;
            case SymbolKind.Rule:
                List<Match> parts = Matches(symbol.Id, at);
                for (int i = 0; i < parts.Count; i++) FollowPart(sequence, place, parts[i], sofar, slots, found);
                break;
            default:
                if (at >= _units.Count || Value(symbol, _units[at]) is not int value) break;
                slots[place] = TimeNode.Leaf(value);
                Follow(sequence, place + 1, at + 1, sofar, slots, found);
                break;
        }
    }

    private void FollowPart(Sequence sequence, int place, Match part, Match sofar, TimeNode[] slots, List<Match> found)
    {
        slots[place] = part.Node;
        Match next = place == 0 ? sofar with { From = part.From } : sofar;
        if (place == sequence.Symbols.Length - 1 && next.To < 0) next = next with { To = part.To };
        Follow(sequence, place + 1, part.End, next, slots, found);
    }

    private void FollowNumber(Sequence sequence, int place, int at, Match sofar, TimeNode[] slots, List<Match> found)
    {
        int from = _readings.Count;
        _numbers.Read((NumberForm)sequence.Symbols[place].Id, at, _readings);
        int to = _readings.Count;
        for (int i = from; i < to; i++)
        {
            (int end, long value) = _readings[i];
            slots[place] = TimeNode.Leaf(value);
            Follow(sequence, place + 1, end, sofar, slots, found);
        }

        _readings.RemoveRange(from, to - from);
    }

    private int? Value(Symbol symbol, in TimeUnit unit)
    {
        if (unit.Lexeme == 0) return null;
        if (symbol.Kind == SymbolKind.Word)
            return unit.Lexeme == symbol.Id || _vocabulary.IsCapitalOf(unit.Lexeme, symbol.Id) ? 1 : null;
        int value = _vocabulary.Value(symbol.Id, unit.Lexeme);
        return value == Vocabulary.Absent ? null : value;
    }

    private static void Accept(Sequence sequence, int at, Match sofar, TimeNode[] slots, List<Match> found)
    {
        Match match = sofar with { End = at, To = sofar.To < 0 ? at : sofar.To, Node = sequence.Action.Apply(slots) };
        foreach (Match other in found)
        {
            if (other.End == match.End && other.From == match.From && other.To == match.To) return;
        }

        found.Add(match);
    }
}
