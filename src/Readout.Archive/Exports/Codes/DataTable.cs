using System.Collections.Immutable;

namespace Readout.Archive.Exports.Codes;

/// <summary>Reads a table of <c>data/</c> that the program carries: lines of cells set apart by bars, <c>#</c> before a comment.</summary>
internal static class DataTable
{
    /// <summary>The rows of a table; lines that are indented or without a bar are left out.</summary>
    /// <param name="name">Its path below <c>data/</c>.</param>
    /// <param name="columns">Rows with fewer cells are no rows.</param>
    public static IEnumerable<ImmutableArray<string>> Rows(string name, int columns)
    {
        foreach (string line in Lines(name))
        {
            if (line.Length == 0 || line[0] is '#' or ' ') continue;
            ImmutableArray<string> cells = [.. line.Split('|', StringSplitOptions.TrimEntries)];
            if (cells.Length >= columns) yield return cells;
        }
    }

    /// <summary>The lines of a file.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using Stream stream = typeof(DataTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the program was built without its data file {name}; build it again from a full checkout");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
