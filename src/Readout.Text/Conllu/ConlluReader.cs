using System.Collections.Immutable;
using System.Globalization;

namespace Readout.Text.Conllu;

/// <summary>
/// Reads CoNLL-U sentence by sentence without loss: comments, multiword ranges, empty nodes and all ten columns.
/// A byte-order mark, <c>\r\n</c> line ends and a missing last empty line are accepted; whatever else departs from the
/// format is refused with the number of its line. Holds one sentence at a time. Not safe for several threads.
/// </summary>
public sealed class ConlluReader
{
    private readonly TextReader _input;
    private readonly List<string> _comments = [];
    private readonly List<ConlluToken> _lines = [];
    private readonly List<int> _heads = [];
    private int _lineNumber;
    private int _words;
    private int _emptyNodes;
    private int _rangeEnd;
    private int _firstLine;

    /// <summary>Reads from <paramref name="input"/>, which the caller owns.</summary>
    public ConlluReader(TextReader input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _input = input;
    }

    /// <summary>The sentences of <paramref name="input"/> in order, read as they are asked for.</summary>
    /// <exception cref="FormatException">A line departs from the format; the message names it.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader input)
    {
        ConlluReader reader = new(input);
        while (reader.Next() is { } sentence) yield return sentence;
    }

    /// <summary>The sentences of <paramref name="text"/>.</summary>
    /// <exception cref="FormatException">A line departs from the format; the message names it.</exception>
    public static IReadOnlyList<ConlluSentence> Parse(string text)
    {
        using StringReader input = new(text);
        return [.. Read(input)];
    }

    /// <summary>The next sentence; null at the end of the input.</summary>
    /// <exception cref="FormatException">A line departs from the format; the message names it.</exception>
    public ConlluSentence? Next()
    {
        Clear();
        while (_input.ReadLine() is { } line)
        {
            _lineNumber++;
            if (_lineNumber == 1) line = line.TrimStart('\uFEFF');
            if (line.Length == 0) return Finish();
            if (_comments.Count + _lines.Count == 0) _firstLine = _lineNumber;
            if (line[0] == '#') AddComment(line);
            else AddLine(line);
        }

        return _comments.Count + _lines.Count == 0 ? null : Finish();
    }

    private void Clear()
    {
        _comments.Clear();
        _lines.Clear();
        _heads.Clear();
        _words = _emptyNodes = _rangeEnd = 0;
    }

    private void AddComment(string line)
    {
        if (_lines.Count > 0) throw Wrong("a comment stands after the first token of its sentence");
        _comments.Add(line);
    }

    private void AddLine(string line)
    {
        string[] columns = line.Split('\t');
        if (columns.Length != 10) throw Wrong($"{columns.Length} columns parted by tabs where there must be 10");
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i].Length == 0) throw Wrong($"column {i + 1} is empty; an unfilled column is written _");
        }

        CheckId(columns[0]);
        CheckHead(columns[0], columns[6]);
        _lines.Add(new ConlluToken
        {
            Id = columns[0],
            Form = columns[1],
            Lemma = columns[2],
            Upos = columns[3],
            Xpos = columns[4],
            Feats = columns[5],
            Head = columns[6],
            Deprel = columns[7],
            Deps = columns[8],
            Misc = columns[9],
        });
    }

    private void CheckId(string id)
    {
        int dash = id.IndexOf('-', StringComparison.Ordinal);
        int dot = id.IndexOf('.', StringComparison.Ordinal);
        if (dash > 0)
        {
            int first = Number(id[..dash], id);
            int last = Number(id[(dash + 1)..], id);
            if (first != _words + 1 || first <= _rangeEnd) throw Wrong($"range {id} does not start at the next word, {Math.Max(_words, _rangeEnd) + 1}");
            if (last < first) throw Wrong($"range {id} ends before it starts");
            _rangeEnd = last;
        }
        else if (dot > 0)
        {
            int node = Number(id[(dot + 1)..], id);
            if (Number(id[..dot], id) != _words || node != _emptyNodes + 1) throw Wrong($"empty node {id} where {_words}.{_emptyNodes + 1} was due");
            _emptyNodes = node;
        }
        else
        {
            if (Number(id, id) != _words + 1) throw Wrong($"word {id} where {_words + 1} was due");
            _words++;
            _emptyNodes = 0;
        }
    }

    private void CheckHead(string id, string head)
    {
        if (id.AsSpan().ContainsAny('-', '.')) return;
        int number = -1;
        if (head != "_" && !int.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            throw Wrong($"head '{head}' is neither a number nor _");
        }

        if (number == _words) throw Wrong($"word {id} is its own head");
        _heads.Add(number);
    }

    private int Number(string digits, string id) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Wrong($"'{id}' is no token number such as 3, 3-4 or 3.1");

    private ConlluSentence Finish()
    {
        if (_lines.Count == 0) throw Wrong(_comments.Count == 0 ? "an empty line outside a sentence" : "a sentence of comments alone");
        if (_rangeEnd > _words) throw WrongAt(_firstLine, $"a multiword range reaches word {_rangeEnd} of {_words}");
        CheckTree();
        return new ConlluSentence { Comments = [.. _comments], Lines = _lines.ToImmutableArray() };
    }

    private void CheckTree()
    {
        for (int i = 0; i < _heads.Count; i++)
        {
            if (_heads[i] > _heads.Count) throw WrongAt(_firstLine, $"the head of word {i + 1} is {_heads[i]}, and there are {_heads.Count} words");
        }

        // A word is marked with the walk that reached it first; meeting one's own mark again closes a circle.
        int[] walk = new int[_heads.Count + 1];
        for (int start = 1; start <= _heads.Count; start++)
        {
            int word = start;
            while (word > 0 && walk[word] == 0)
            {
                walk[word] = start;
                word = _heads[word - 1];
            }

            if (word > 0 && walk[word] == start) throw WrongAt(_firstLine, $"the heads of word {word} run in a circle");
        }
    }

    private FormatException Wrong(string what) => WrongAt(_lineNumber, what);

    private static FormatException WrongAt(int line, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"CoNLL-U line {line}: {what}."));
}
