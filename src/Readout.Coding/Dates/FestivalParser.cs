using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Packs;

namespace Readout.Coding.Dates;

/// <summary>
/// Reads festivals: <c>Name; other name | rule</c> with a rule <c>12-25</c>, <c>easter -2</c>, <c>orthodox 0</c>,
/// <c>nth 4 4 11</c> (n, weekday, month), <c>table 2024-03-11..2024-04-09 …</c>; <c>days 3</c> gives a length,
/// <c>known</c> keeps the words from being a date in years that the table lacks.
/// </summary>
internal sealed class FestivalParser(VocabularyParser vocabulary, GrammarParser grammar, ICollection<DataProblem> problems)
{
    private readonly List<Festival> _festivals = [];

    public ImmutableArray<Festival> Build() => [.. _festivals];

    public void Parse(DataFile file)
    {
        int strong = vocabulary.Open("festival-word", true);
        int rule = grammar.Rule("festival-name");
        int number = 0;
        foreach (string raw in file.Text.Split('\n'))
        {
            number++;
            string line = DataLine.Strip(raw);
            if (line.Length == 0) continue;
            int bar = line.IndexOf('|', StringComparison.Ordinal);
            string[] names = bar < 0 ? [] : line[..bar].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (names.Length == 0 || Read(names[0], line[(bar + 1)..]) is not Festival festival)
            {
                problems.Add(new DataProblem(file.Path, number, "not a festival", "Name; other name | 12-25"));
                continue;
            }

            foreach (string name in names) grammar.Add(rule, Phrase(name, _festivals.Count, strong));
            _festivals.Add(festival);
        }
    }

    private Sequence Phrase(string name, int index, int strong)
    {
        ImmutableArray<Symbol>.Builder symbols = ImmutableArray.CreateBuilder<Symbol>();
        string[] words = name.Replace("'", " '", StringComparison.Ordinal).Replace("-", " - ", StringComparison.Ordinal).Replace(".", " .", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (string word in words)
        {
            string entry = char.IsUpper(word[0]) ? "^" + word.ToLowerInvariant() : word;
            ushort lexeme = vocabulary.Enter(entry);
            if (entry[0] == '^') vocabulary.Add(strong, entry, 0);
            symbols.Add(new Symbol(SymbolKind.Word, lexeme));
        }

        return new Sequence(symbols.ToImmutable(), new Action(TimeOp.Festival, 0, [Action.Constant(index)]));
    }

    private static Festival? Read(string name, string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;
        bool known = words.Contains("known");
        int daysAt = Array.IndexOf(words, "days");
        int length = daysAt >= 0 && daysAt + 1 < words.Length ? Number(words[daysAt + 1]) : 1;
        switch (words[0])
        {
            case "easter" when words.Length > 1:
                return new Festival(name, FestivalRule.Easter, 0, 0, Number(words[1]), length, known, []);
            case "orthodox" when words.Length > 1:
                return new Festival(name, FestivalRule.OrthodoxEaster, 0, 0, Number(words[1]), length, known, []);
            case "nth" when words.Length > 3:
                return new Festival(name, FestivalRule.Nth, Number(words[3]), Number(words[2]), Number(words[1]), length, known, []);
            case "table":
                return new Festival(name, FestivalRule.Table, 0, 0, 0, length, known, [.. words.Skip(1).Where(word => word.Length >= 10).Select(word => Entry(word, length))]);
            default:
                string[] parts = words[0].Split('-');
                return parts.Length == 2 ? new Festival(name, FestivalRule.Fixed, Number(parts[0]), Number(parts[1]), 0, length, known, []) : null;
        }
    }

    private static (DateOnly From, DateOnly To) Entry(string word, int length)
    {
        DateOnly from = DateOnly.ParseExact(word.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (from, word.Length >= 22 ? DateOnly.ParseExact(word.AsSpan(12, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture) : from.AddDays(length - 1));
    }

    private static int Number(string word) => int.Parse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
