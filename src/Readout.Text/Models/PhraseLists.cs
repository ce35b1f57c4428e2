namespace Readout.Text.Models;

/// <summary>
/// Names of organisations and places as whole phrases, found in running text: what the lists say of words together, where
/// <see cref="NameLists"/> tells of words alone. Immutable; safe from every thread.
/// </summary>
internal sealed class PhraseLists
{
    /// <summary>Number of marks a token may carry, 0 for none.</summary>
    public const int Marks = 10;

    private const int Prefix = 4, LongestPhrase = 7, LongestKey = 128;

    private readonly TextIndex _phrases;

    /// <summary>Takes lines <c>kind TAB phrase</c>: kind 1 for organisations, 2 for places; the phrase normalised, a blank between tokens.</summary>
    public PhraseLists(IReadOnlyList<string> lines)
    {
        _phrases = new TextIndex(lines.Count * 2);
        foreach (string line in lines) Add(line);
    }

    /// <summary>Takes the lines of a model's table.</summary>
    public PhraseLists(ModelFile model, string table)
    {
        _phrases = new TextIndex(model.Count(table) * 2);
        model.Each(table, (_, line) => Add(line));
    }

    /// <summary>
    /// Marks the tokens of the longest phrases, from left to right: 1 + 3·k for a phrase of one token, 2 + 3·k for the first of
    /// several, 3 + 3·k for a later one; k is 0 for organisations, 1 for places, 2 where the phrase may be either.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="starts">Start of each token of a sentence.</param>
    /// <param name="ends">End of each token.</param>
    /// <param name="marks">Receives a mark for each token.</param>
    public void Mark(string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, Span<byte> marks)
    {
        marks.Clear();
        int token = 0;
        while (token < starts.Length)
        {
            char initial = text[starts[token]];
            (int length, int kinds) = char.IsUpper(initial) || char.IsAsciiDigit(initial) ? Longest(text, starts[token..], ends[token..]) : (0, 0);
            for (int i = 0; i < length; i++) marks[token + i] = (byte)((length == 1 ? 1 : i == 0 ? 2 : 3) + 3 * (kinds - 1));
            token += Math.Max(1, length);
        }
    }

    private (int Length, int Kinds) Longest(string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        Span<char> key = stackalloc char[LongestKey];
        int used = 0, length = 0, kinds = 0;
        for (int i = 0; i < Math.Min(LongestPhrase, starts.Length); i++)
        {
            int size = ends[i] - starts[i];
            if (size > WordFeatures.MaxLength || used + size + 1 > LongestKey) break;
            if (i > 0) key[used++] = ' ';
            used += WordFeatures.Normalize(text.AsSpan(starts[i], size), key[used..]);
            int found = _phrases.Find(key[..used], 0);
            if ((found & 3) != 0) (length, kinds) = (i + 1, found & 3);
            if ((found & Prefix) == 0) break;
        }

        return (length, kinds);
    }

    private void Add(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> phrase = line[2..];
        _phrases[phrase] |= line[0] - '0';
        for (int i = 0; i < phrase.Length; i++)
        {
            if (phrase[i] == ' ') _phrases[phrase[..i]] |= Prefix;
        }
    }
}
