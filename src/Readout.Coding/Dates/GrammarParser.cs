using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Packs;

namespace Readout.Coding.Dates;

/// <summary>
/// Builds a <see cref="Grammar"/> from lines <c>name = places -> operation arguments</c>; an argument in ( ) is an operation of its own. Comments are lines that begin with #. A place is a word in quotes, a
/// class, a #number form, another rule, or ^ and $, which part the expression from its context; [ ] makes places optional,
/// ( | ) gives a choice, <c>:x</c> names a place for the operation. An argument is such a name or a whole number.
/// </summary>
internal sealed class GrammarParser(VocabularyParser vocabulary, ICollection<DataProblem> problems)
{
    private readonly Dictionary<string, int> _rules = new(StringComparer.Ordinal);
    private readonly List<List<Sequence>> _sequences = [];

    /// <summary>Number of a rule by name, made where it is new.</summary>
    public int Rule(string name)
    {
        if (_rules.TryGetValue(name, out int known)) return known;
        _rules[name] = _sequences.Count;
        _sequences.Add([]);
        return _sequences.Count - 1;
    }

    /// <summary>Adds a sequence to a rule.</summary>
    public void Add(int rule, Sequence sequence) => _sequences[rule].Add(sequence);

    public ImmutableArray<ImmutableArray<Sequence>> Build() => [.. _sequences.Select(sequences => sequences.ToImmutableArray())];

    public void Parse(DataFile file)
    {
        int number = 0;
        foreach (string raw in file.Text.Split('\n'))
        {
            number++;
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            int arrow = line.IndexOf(" -> ", StringComparison.Ordinal);
            int equals = line.IndexOf(" = ", StringComparison.Ordinal);
            if (arrow < 0 || equals < 0 || equals > arrow)
                problems.Add(new DataProblem(file.Path, number, "not a rule", "name = places -> operation arguments"));
            else Line(file, number, line[..equals], line[(equals + 3)..arrow], line[(arrow + 4)..]);
        }

        foreach ((string name, int rule) in _rules)
        {
            if (_sequences[rule].Count == 0) problems.Add(new DataProblem(file.Path, 0, $"'{name}' is no class, no number form and no rule", null));
        }
    }

    private void Line(DataFile file, int number, string name, string places, string action)
    {
        string[] tokens = Tokens(places);
        int position = 0;
        List<Form> forms = Choice(tokens, ref position, file, number);
        if (position < tokens.Length) problems.Add(new DataProblem(file.Path, number, $"'{tokens[position]}' closes nothing", null));
        HashSet<string> names = [.. forms.SelectMany(form => form.Captures.Keys)];
        string[] words = action.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (string word in words)
        {
            if (word is not ("(" or ")") && !names.Contains(word) && Operation(word) is null && !IsNumber(word))
                problems.Add(new DataProblem(file.Path, number, $"'{word}' names no place and no operation", null));
        }

        int rule = Rule(name.Trim());
        foreach (Form form in forms)
        {
            int at = 0;
            if (form.Symbols.Length is 0 or > 16) problems.Add(new DataProblem(file.Path, number, "a rule needs 1 to 16 places", null));
            else _sequences[rule].Add(new Sequence(form.Symbols, Said(words, ref at, form)));
        }
    }

    private static Action Said(string[] words, ref int at, Form form)
    {
        if (at >= words.Length) return Action.Place(-1);
        string head = words[at++];
        if (Operation(head) is not TimeOp op || form.Captures.ContainsKey(head)) return Argument(head, form);
        ImmutableArray<Action>.Builder arguments = ImmutableArray.CreateBuilder<Action>();
        while (at < words.Length && words[at] != ")")
        {
            if (words[at] != "(")
            {
                arguments.Add(Argument(words[at++], form));
                continue;
            }

            at++;
            arguments.Add(Said(words, ref at, form));
            at++;
        }

        return new Action(op, 0, arguments.ToImmutable());
    }

    private static Action Argument(string word, Form form)
    {
        if (form.Captures.TryGetValue(word, out int place)) return Action.Place(place);
        if (IsNumber(word)) return Action.Constant(int.Parse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        return Operation(word) is TimeOp op ? new Action(op, 0, []) : Action.Place(-1);
    }

    private static TimeOp? Operation(string word) =>
        char.IsAsciiLetter(word[0]) && Enum.TryParse(word, true, out TimeOp op) && op is not (TimeOp.None or TimeOp.Value) ? op : null;

    private static bool IsNumber(string word) => int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string[] Tokens(string places)
    {
        string spaced = places.Replace("[", " [ ", StringComparison.Ordinal).Replace("]", " ] ", StringComparison.Ordinal)
            .Replace("|", " | ", StringComparison.Ordinal).Replace("{", " { ", StringComparison.Ordinal).Replace("}", " } ", StringComparison.Ordinal);
        return spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private List<Form> Choice(string[] tokens, ref int position, DataFile file, int number)
    {
        List<Form> all = Run(tokens, ref position, file, number);
        while (position < tokens.Length && tokens[position] == "|")
        {
            position++;
            all.AddRange(Run(tokens, ref position, file, number));
        }

        return all;
    }

    private List<Form> Run(string[] tokens, ref int position, DataFile file, int number)
    {
        List<Form> forms = [Form.Empty];
        while (position < tokens.Length && tokens[position] is not ("]" or "}" or "|"))
        {
            string token = tokens[position++];
            List<Form> next;
            if (token is "[" or "{")
            {
                next = Choice(tokens, ref position, file, number);
                if (token == "[") next.Add(Form.Empty);
                if (position < tokens.Length) position++;
                else problems.Add(new DataProblem(file.Path, number, $"'{token}' is not closed", null));
            }
            else next = [Single(token)];
            forms = [.. forms.SelectMany(form => next.Select(form.Then))];
        }

        return forms;
    }

    private Form Single(string token)
    {
        int colon = token[^1] is '\'' or '"' ? -1 : token.LastIndexOf(':');
        string name = colon > 0 ? token[..colon] : token;
        ImmutableDictionary<string, int> captures = ImmutableDictionary<string, int>.Empty;
        return new Form([Symbol(name)], colon > 0 ? captures.Add(token[(colon + 1)..], 0) : captures);
    }

    private Symbol Symbol(string name)
    {
        if (name == "^") return new Symbol(SymbolKind.Begin, 0);
        if (name == "$") return new Symbol(SymbolKind.End, 0);
        if (name[0] is '\'' or '"') return new Symbol(SymbolKind.Word, vocabulary.Enter(name[1..^1]));
        if (name[0] == '#' && Enum.TryParse(name.AsSpan(1), true, out NumberForm form)) return new Symbol(SymbolKind.Number, (ushort)form);
        int wordClass = vocabulary.ClassOf(name);
        return wordClass >= 0 ? new Symbol(SymbolKind.Class, (ushort)wordClass) : new Symbol(SymbolKind.Rule, (ushort)Rule(name));
    }

    private sealed record Form(ImmutableArray<Symbol> Symbols, ImmutableDictionary<string, int> Captures)
    {
        public static Form Empty { get; } = new([], ImmutableDictionary<string, int>.Empty);

        public Form Then(Form next)
        {
            ImmutableDictionary<string, int> captures = Captures;
            foreach ((string name, int place) in next.Captures) captures = captures.SetItem(name, place + Symbols.Length);
            return new Form(Symbols.AddRange(next.Symbols), captures);
        }
    }
}
