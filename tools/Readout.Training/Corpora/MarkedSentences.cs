using Readout.Text;
using Readout.Text.Tokens;

namespace Readout.Training.Corpora;

/// <summary>
/// Reads sentences written for the project with their names in brackets, <c>[PER Ana Ruiz] of [ORG Acme]</c>, one a line,
/// <c>#</c> for comments. They have names alone: no tags but of the names, no trees.
/// </summary>
internal static class MarkedSentences
{
    private static readonly string[] Kinds = ["PER", "ORG", "LOC"];

    /// <summary>Reads all files of a folder, in ordinal order.</summary>
    /// <exception cref="InvalidDataException">A line has a bracket that opens no name or is not closed.</exception>
    public static List<TreebankSentence> Read(string folder)
    {
        string[] files = Directory.GetFiles(folder, "*.txt");
        Array.Sort(files, StringComparer.Ordinal);
        TokenBuffer tokens = new();
        return [.. files.SelectMany(file => File.ReadLines(file).Select((line, i) => (Line: line.Trim(), Where: $"{Path.GetFileName(file)}:{i + 1}")))
            .Where(item => item.Line.Length > 0 && item.Line[0] != '#')
            .Select(item => Parse(item.Line, item.Where, tokens))];
    }

    /// <summary>Parses one line; <paramref name="where"/> names it in the error.</summary>
    internal static TreebankSentence Parse(string line, string where, TokenBuffer tokens)
    {
        System.Text.StringBuilder text = new();
        List<(int Start, int End, int Kind)> names = [];
        int at = 0;
        while (line.IndexOf('[', at) is int open and >= 0)
        {
            int close = line.IndexOf(']', open), kind = open + 4 < line.Length ? Array.IndexOf(Kinds, line[(open + 1)..(open + 4)]) : -1;
            if (close < 0 || kind < 0 || line[open + 4] != ' ') throw new InvalidDataException($"{where}: a bracket that holds no name: write [PER …], [ORG …] or [LOC …]");
            text.Append(line, at, open - at);
            names.Add((text.Length, text.Length + close - open - 5, kind));
            text.Append(line, open + 5, close - open - 5);
            at = close + 1;
        }

        text.Append(line, at, line.Length - at);
        return Build(text.ToString(), names, where, tokens);
    }

    private static TreebankSentence Build(string text, List<(int Start, int End, int Kind)> names, string where, TokenBuffer tokens)
    {
        Tokenizer.English.Tokenize(text, tokens);
        int n = tokens.Count;
        string[] forms = new string[n];
        sbyte[] labels = new sbyte[n];
        PennTag[] tags = new PennTag[n];
        for (int i = 0; i < n; i++)
        {
            (int start, int end) = (tokens.Starts[i], tokens.Ends[i]);
            forms[i] = text[start..end];
            int name = names.FindIndex(s => start < s.End && end > s.Start);
            if (name < 0) continue;
            labels[i] = (sbyte)(2 * names[name].Kind + (start <= names[name].Start ? 1 : 2));
            if (char.IsUpper(forms[i][0]) && forms[i].All(char.IsLetter)) tags[i] = PennTag.NNP;
        }

        int[] heads = new int[n];
        Array.Fill(heads, -1);
        return new TreebankSentence(where, forms, new string[n], new Upos[n], tags, heads, new Relation[n], labels);
    }
}
