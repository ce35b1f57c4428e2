using Readout.Coding.Packs;

namespace Readout.Coding.Codebooks;

/// <summary>A line under a block's header: key and value, or a bare line (key empty).</summary>
internal sealed record BlockLine(int Line, string Key, string Value);

/// <summary>A block of a codebook file: its header's first word, the rest of the header, the lines under it.</summary>
internal sealed record Block(string Path, int Line, string Keyword, string Rest, List<BlockLine> Lines);

/// <summary>Cuts codebook files into blocks. Knows of lines, keys and continuation, not of what they mean.</summary>
internal static class BlockReader
{
    private static readonly string[] Keywords =
        ["type", "mode", "frame", "class", "context", "cue", "map", "goldstein", "example", "happening", "forms"];

    /// <summary>The blocks of a file in order.</summary>
    public static List<Block> Read(DataFile file, ICollection<DataProblem> problems)
    {
        List<Block> blocks = [];
        int number = 0;
        foreach (string raw in file.Text.Split('\n'))
        {
            number++;
            string line = raw.TrimEnd();
            string text = line.TrimStart();
            if (text.Length == 0 || text[0] == '#') continue;
            int indent = line.Length - text.Length;
            if (indent == 0) Open(file, number, text, blocks, problems);
            else if (blocks.Count == 0) problems.Add(new DataProblem(file.Path, number, "indented line before any block", "start with: type NAME"));
            else Append(blocks[^1], number, indent, text);
        }

        return blocks;
    }

    private static void Open(DataFile file, int number, string text, List<Block> blocks, ICollection<DataProblem> problems)
    {
        int end = 0;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        string keyword = text[..end];
        string rest = text[end..].Trim();
        if (!Keywords.Contains(keyword))
        {
            problems.Add(new DataProblem(file.Path, number, $"unknown block '{keyword}'", Suggestion.For(keyword, Keywords)));
        }

        if (keyword != "example") rest = rest.TrimEnd(':').TrimEnd();
        Block block = new(file.Path, number, keyword, keyword == "example" ? "" : rest, []);
        if (keyword == "example") block.Lines.Add(new BlockLine(number, "example" + Head(rest), Tail(rest)));
        blocks.Add(block);
    }

    private static void Append(Block block, int number, int indent, string text)
    {
        if (text.StartsWith("->", StringComparison.Ordinal))
        {
            block.Lines.Add(new BlockLine(number, "->", text[2..].Trim()));
            return;
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string key = colon < 0 ? "" : text[..colon].Trim();
        bool keyed = colon > 0 && IsKey(key);
        bool continues = !keyed && indent >= 4 && block.Lines.Count > 0 && block.Lines[^1].Key is not ("" or "->");
        if (continues)
        {
            BlockLine last = block.Lines[^1];
            block.Lines[^1] = last with { Value = last.Value + " " + text };
        }
        else
        {
            block.Lines.Add(keyed ? new BlockLine(number, key, text[(colon + 1)..].Trim()) : new BlockLine(number, "", text));
        }
    }

    private static bool IsKey(string key)
    {
        if (key.StartsWith("example", StringComparison.Ordinal)) return true;
        foreach (char c in key)
        {
            if (c is < 'a' or > 'z') return false;
        }

        return key.Length <= 12;
    }

    private static string Head(string rest)
    {
        int colon = rest.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? "" : " " + rest[..colon].Trim();
    }

    private static string Tail(string rest)
    {
        int colon = rest.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? rest : rest[(colon + 1)..].Trim();
    }
}

/// <summary>Finds the name that an author most likely meant.</summary>
internal static class Suggestion
{
    /// <summary>"did you mean 'x'?" for the nearest of the names; a list of them where none is near.</summary>
    public static string? For(string wrong, IEnumerable<string> names)
    {
        string? best = null;
        int least = int.MaxValue;
        foreach (string name in names)
        {
            int distance = Distance(wrong, name);
            if (distance >= least) continue;
            least = distance;
            best = name;
        }

        return best is null ? null : least <= Math.Max(2, wrong.Length / 3) ? $"did you mean '{best}'?" : "one of: " + string.Join(", ", names.Take(20));
    }

    private static int Distance(string a, string b)
    {
        int[] row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[b.Length];
    }
}
