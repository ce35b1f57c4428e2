using Readout.Coding.Packs;

namespace Readout.Coding.Actors;

/// <summary>A line of a data file with where it stands.</summary>
internal readonly record struct DataLine(int Number, string Text)
{
    /// <summary>The part before the first colon where the line is <c>key: value</c>; empty otherwise.</summary>
    public string Key
    {
        get
        {
            int colon = Text.IndexOf(':', StringComparison.Ordinal);
            int bar = Text.IndexOf('|', StringComparison.Ordinal);
            return colon > 0 && (bar < 0 || colon < bar) ? Text[..colon].Trim() : "";
        }
    }

    /// <summary>The part after the first colon.</summary>
    public string Value => Text[(Text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    /// <summary>The value's items, parted by semicolons.</summary>
    public string[] Items => Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The line's columns, parted by bars.</summary>
    public string[] Columns => Text.Split('|', StringSplitOptions.TrimEntries);
}

/// <summary>An unindented line and the indented ones below it.</summary>
internal sealed record DataBlock(string Path, DataLine Head, IReadOnlyList<DataLine> Lines)
{
    /// <summary>Reads a file into blocks; comments and empty lines are dropped, file-level keys go to <paramref name="settings"/>.</summary>
    public static List<DataBlock> Read(
        DataFile file, IReadOnlyCollection<string> fileKeys, Dictionary<string, string> settings, ICollection<DataProblem> problems)
    {
        List<DataBlock> blocks = [];
        List<DataLine> lines = [];
        string[] all = file.Text.Split('\n');
        for (int i = 0; i < all.Length; i++)
        {
            string text = all[i].TrimEnd();
            if (text.Length == 0 || text.TrimStart().StartsWith('#')) continue;
            DataLine line = new(i + 1, text.Trim());
            if (!char.IsWhiteSpace(text[0]))
            {
                if (fileKeys.Contains(line.Key))
                {
                    settings[line.Key] = line.Value;
                    continue;
                }

                lines = [];
                blocks.Add(new DataBlock(file.Path, line, lines));
            }
            else if (blocks.Count == 0) problems.Add(new DataProblem(file.Path, i + 1, "an indented line before any entry", "begin the entry at the margin"));
            else lines.Add(line);
        }

        return blocks;
    }
}
