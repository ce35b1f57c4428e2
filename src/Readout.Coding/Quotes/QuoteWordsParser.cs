using System.Collections.Immutable;
using Readout.Coding.Packs;

namespace Readout.Coding.Quotes;

/// <summary>Reads <c>words/quotes.txt</c>; its format is told at the head of that file.</summary>
internal sealed class QuoteWordsParser
{
    private static readonly string[] Stances = ["claimed", "denied", "admitted", "warned"];

    private readonly string[] _setNames;
    private readonly ICollection<DataProblem> _problems;
    private readonly Dictionary<string, List<CueWord>>[] _cues;
    private readonly HashSet<string>[] _sets;
    private CueClass _class;
    private CueLevel _level;
    private string? _stance;
    private int _set = -1;
    private bool _open;

    public QuoteWordsParser(string[] setNames, ICollection<DataProblem> problems)
    {
        _setNames = setNames;
        _problems = problems;
        _cues = [.. Enum.GetValues<CueClass>().Select(_ => new Dictionary<string, List<CueWord>>(StringComparer.Ordinal))];
        _sets = [.. setNames.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
    }

    public void Parse(DataFile file)
    {
        int number = 0;
        foreach (string raw in file.Text.Split('\n'))
        {
            number++;
            int comment = raw.IndexOf('#', StringComparison.Ordinal);
            string line = (comment < 0 ? raw : raw[..comment]).Trim();
            if (line.Length == 0) continue;
            if (ReadLine(line) is { } problem) _problems.Add(new DataProblem(file.Path, number, problem.Message, problem.Suggestion));
        }
    }

    public QuoteWords Build() => new(
        [.. _cues.Select(cues => cues.ToDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal))],
        _sets);

    private (string Message, string? Suggestion)? ReadLine(string line)
    {
        if (line[0] == '[') return ReadHeading(line.Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (!_open) return ("words stand before the first [heading]", "put them under one such as [verbs speech]");
        if (_set >= 0)
        {
            _sets[_set].UnionWith(Words(line));
            return null;
        }

        int colon = line.IndexOf(" :", StringComparison.Ordinal);
        if (colon < 0) return ("a line must say what its words take", "write `word, word : clause quote`");
        return ReadRule(line[..colon], line[(colon + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private (string Message, string? Suggestion)? ReadHeading(string[] parts)
    {
        _open = false;
        _set = parts.Length == 1 ? Array.IndexOf(_setNames, parts[0]) : -1;
        if (_set < 0)
        {
            int kind = parts.Length > 1 ? Array.IndexOf(["verbs", "nouns", "adjectives"], parts[0]) : -1;
            if (kind < 0) return ($"'{string.Join(' ', parts)}' is no heading", "write [verbs speech], [nouns thought], [vehicles] and so on");
            if (!Enum.TryParse(parts[1], ignoreCase: true, out _level)) return ($"'{parts[1]}' is no level", "use speech, thought, report, attitude or hedge");
            _stance = parts.Length > 2 ? parts[2] : null;
            if (_stance is not null && !Stances.Contains(_stance)) return ($"'{_stance}' is no stance", $"use {string.Join(", ", Stances)}");
            _class = (CueClass)kind;
        }

        _open = true;
        return null;
    }

    private (string Message, string? Suggestion)? ReadRule(string words, string[] takes)
    {
        Complements complements = Complements.None;
        foreach (string take in takes.Where(take => take[0] != '+'))
        {
            if (!Enum.TryParse(take.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out Complements complement))
            {
                return ($"nothing is called '{take}'", "see the list at the head of the file; prepositions begin with +");
            }

            complements |= complement;
        }

        ImmutableArray<string> prepositions = [.. takes.Where(take => take[0] == '+').Select(take => take[1..])];
        foreach (string word in Words(words))
        {
            int space = word.IndexOf(' ', StringComparison.Ordinal);
            string lemma = space < 0 ? word : word[..space];
            if (!_cues[(int)_class].TryGetValue(lemma, out List<CueWord>? rules)) _cues[(int)_class].Add(lemma, rules = []);
            rules.Add(new CueWord(space < 0 ? null : word[(space + 1)..], _level, _stance, complements, prepositions));
        }

        return null;
    }

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
