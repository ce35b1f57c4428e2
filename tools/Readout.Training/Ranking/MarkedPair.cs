using System.Text;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Training.Ranking;

/// <summary>
/// A sentence written for the ranker: <c>YIELD: [2 The railway] dismissed [1 its doctor].</c> The source stands in brackets after 1, the target
/// after 2, and one may stand in the other. Empty lines and lines that begin with # are passed over.
/// </summary>
/// <param name="Id">File and line.</param>
/// <param name="Text">The sentence without its brackets.</param>
/// <param name="Source">Who acts.</param>
/// <param name="Target">Who is acted upon.</param>
/// <param name="Type">What lies between the two.</param>
internal sealed record MarkedPair(string Id, string Text, TextSpan Source, TextSpan Target, EventType Type)
{
    private const string Yield = "YIELD";

    /// <summary>Reads the text files of a folder in the order of their names.</summary>
    /// <exception cref="FormatException">A line is no marked pair.</exception>
    public static IEnumerable<MarkedPair> ReadFolder(string folder) =>
        Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(path => Read(Path.GetFileName(path), File.ReadLines(path)));

    /// <summary>Reads the lines of a file.</summary>
    /// <exception cref="FormatException">A line is no marked pair.</exception>
    public static IEnumerable<MarkedPair> Read(string name, IEnumerable<string> lines) =>
        lines.Select((line, i) => (Id: $"{name}:{i + 1}", Line: line)).Where(one => one.Line.Length > 0 && one.Line[0] != '#').Select(one => Parse(one.Id, one.Line));

    private static MarkedPair Parse(string id, string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        string root = colon < 0 ? "" : line[..colon];
        if (root != Yield && !Enum.GetValues<EventType>().Any(type => type.Spelt() == root)) throw new FormatException($"{id}: '{root}' is no type.");
        StringBuilder text = new();
        Stack<(char Party, int Start)> open = new();
        Dictionary<char, TextSpan> spans = [];
        for (int i = colon + 2; i < line.Length; i++)
        {
            if (line[i] == '[' && i + 2 < line.Length)
            {
                open.Push((line[i + 1], text.Length));
                i += 2;
            }
            else if (line[i] == ']' && open.TryPop(out (char Party, int Start) last)) spans[last.Party] = new TextSpan(last.Start, text.Length);
            else text.Append(line[i]);
        }

        bool marked = spans.TryGetValue('1', out TextSpan source) & spans.TryGetValue('2', out TextSpan target);
        if (open.Count > 0 || !marked) throw new FormatException($"{id}: two phrases must be marked, by [1 …] and [2 …].");
        return new MarkedPair(id, text.ToString(), source, target, root == Yield ? EventType.Concede : Spelling.Type(root));
    }
}
