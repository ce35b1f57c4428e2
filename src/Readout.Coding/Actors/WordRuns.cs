using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>
/// The words of a text as maximal runs of letters and digits, so that phrases match however a tokeniser treats
/// hyphens, points and apostrophes: <c>U.S.</c> is <c>U S</c>, <c>al-Assad</c> is <c>al Assad</c>.
/// </summary>
internal sealed class WordRuns
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly int[] _tokens;

    private WordRuns(string text, List<(int Start, int End)> runs, int[] tokens, Document? document)
    {
        Text = text;
        _starts = new int[runs.Count];
        _ends = new int[runs.Count];
        for (int i = 0; i < runs.Count; i++) (_starts[i], _ends[i]) = runs[i];
        _tokens = tokens;
        Document = document;
    }

    public string Text { get; }

    public Document? Document { get; }

    public int Count => _starts.Length;

    public int Start(int run) => _starts[run];

    public int End(int run) => _ends[run];

    /// <summary>Index of the token that holds the run; -1 where there is no document.</summary>
    public int TokenOf(int run) => _tokens.Length == 0 ? -1 : _tokens[run];

    public ReadOnlySpan<char> Word(int run) => Text.AsSpan(_starts[run], _ends[run] - _starts[run]);

    /// <summary>The text between a run and the one before it; empty for the first.</summary>
    public ReadOnlySpan<char> GapBefore(int run) => run == 0 ? [] : Text.AsSpan(_ends[run - 1], _starts[run] - _ends[run - 1]);

    public bool Is(int run, string word) => run >= 0 && run < Count && Word(run).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsCapital(int run) => run >= 0 && run < Count && char.IsUpper(Text[_starts[run]]);

    public static WordRuns Of(string text) => new(text, Split(text), [], null);

    public static WordRuns Of(Document document)
    {
        List<(int Start, int End)> runs = [];
        List<int> tokens = [];
        for (int i = 0; i < document.TokenCount; i++)
        {
            Token token = document.Token(i);
            int before = runs.Count;
            Split(document.Text, token.Start, token.End, runs);
            for (int k = before; k < runs.Count; k++) tokens.Add(i);
        }

        return new WordRuns(document.Text, runs, [.. tokens], document);
    }

    public static List<(int Start, int End)> Split(string text)
    {
        List<(int Start, int End)> runs = [];
        Split(text, 0, text.Length, runs);
        return runs;
    }

    private static void Split(string text, int from, int to, List<(int Start, int End)> runs)
    {
        int start = -1;
        for (int i = from; i <= to; i++)
        {
            bool letter = i < to && (char.IsLetterOrDigit(text[i]) || text[i] == '\u0301');
            if (letter && start < 0) start = i;
            if (!letter && start >= 0)
            {
                runs.Add((start, i));
                start = -1;
            }
        }
    }
}
