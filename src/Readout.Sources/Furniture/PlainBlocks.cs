namespace Readout.Sources.Furniture;

/// <summary>Parts plain text into paragraphs, whichever way its lines are broken.</summary>
internal static class PlainBlocks
{
    private const int NarrowestColumn = 40;
    private const int WidestColumn = 100;

    /// <summary>
    /// Paragraphs in order, white space folded. Empty lines part them; inside a group of lines, an indented line begins a
    /// new one where the group is a column of wrapped text, else every line is its own.
    /// </summary>
    public static List<string> Split(string text)
    {
        List<string> blocks = [];
        List<string> group = [];
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                group.Add(line);
                continue;
            }

            AddGroup(blocks, group);
            group.Clear();
        }

        AddGroup(blocks, group);
        return blocks;
    }

    private static void AddGroup(List<string> blocks, List<string> group)
    {
        if (group.Count == 0) return;
        bool wrapped = IsColumn(group);
        List<string> paragraph = [];
        for (int i = 0; i < group.Count; i++)
        {
            bool begins = !wrapped || i == 0 || Indent(group[i]) >= Indent(group[i - 1]) + 2 || IsItem(group[i]);
            if (begins) Close(blocks, paragraph);
            paragraph.Add(group[i]);
        }

        Close(blocks, paragraph);
    }

    private static void Close(List<string> blocks, List<string> paragraph)
    {
        string joined = string.Join(' ', paragraph.SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        joined = joined.Replace("\u00AD", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal).Trim('\uFEFF', ' ');
        if (joined.Length > 0) blocks.Add(joined);
        paragraph.Clear();
    }

    /// <summary>Whether lines run on into each other: all but paragraphs' last ones fill a column, and they break in mid-sentence.</summary>
    private static bool IsColumn(List<string> group)
    {
        if (group.Count < 2) return false;
        int open = 0;
        int full = 0;
        for (int i = 0; i + 1 < group.Count; i++)
        {
            string line = group[i].Trim();
            if (line.Length > WidestColumn) return false;
            if (line.Length >= NarrowestColumn) full++;
            if (!Pages.RunningText.EndsSentence(line)) open++;
        }

        return 2 * full >= group.Count - 1 && 2 * open >= group.Count - 1;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static bool IsItem(string line)
    {
        ReadOnlySpan<char> start = line.AsSpan().TrimStart();
        return start.Length > 2 && start[0] is '-' or '*' or '•' or '–' && start.Length > 2 && start[1] == ' ';
    }
}
