using Readout.Text.Models;

namespace Readout.Training.Corpora;

/// <summary>
/// Reads <c>data/words/names</c>: one list a file, one name a line, <c>#</c> for comments. A name of several words puts
/// its first word and its other words on lists of their own, except on the last list, of words that are no names.
/// </summary>
internal static class NameListFiles
{
    private static readonly string[] Files = ["given", "surnames", "places", "organizations", "keywords", "others"];

    public static List<string> Read(string folder)
    {
        HashSet<string> lines = new(StringComparer.Ordinal);
        for (int file = 0; file < Files.Length; file++)
        {
            string path = Path.Combine(folder, Files[file] + ".txt");
            if (!File.Exists(path)) continue;
            foreach (string line in File.ReadLines(path))
            {
                string name = line.Trim();
                if (name.Length == 0 || name[0] == '#') continue;
                string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                for (int i = 0; i < words.Length; i++)
                {
                    int position = words.Length == 1 || file == Files.Length - 1 ? 0 : i == 0 ? 1 : 2;
                    lines.Add($"{file * 3 + position}\t{Normal(words[i])}");
                }
            }
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>Organisations (1) and places (2) as phrases, parted into tokens as the treebanks part them.</summary>
    public static List<string> ReadPhrases(string folder)
    {
        HashSet<string> lines = new(StringComparer.Ordinal);
        foreach ((string file, int kind) in new[] { ("organizations", 1), ("places", 2) })
        {
            foreach (string line in File.ReadLines(Path.Combine(folder, file + ".txt")))
            {
                string name = line.Trim();
                if (name.Length == 0 || name[0] == '#') continue;
                string spaced = name.Replace("-", " - ", StringComparison.Ordinal).Replace("'s", " 's", StringComparison.Ordinal);
                string[] words = spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                lines.Add($"{kind}\t{string.Join(' ', words.Select(Normal))}");
            }
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string Normal(string word)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        return new string(buffer[..WordFeatures.Normalize(word, buffer)]);
    }
}
