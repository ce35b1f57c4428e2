namespace Readout.Sources.Furniture;

/// <summary>Reads the lists of an embedded data file: sections in square brackets, one entry a line, remarks after #.</summary>
internal static class WordLists
{
    /// <summary>The entries of every section, in the file's order, lower-cased.</summary>
    /// <param name="resource">Logical name of the embedded resource.</param>
    /// <exception cref="InvalidOperationException">The assembly was built without the resource.</exception>
    public static Dictionary<string, List<string>> Load(string resource)
    {
        using Stream stream = typeof(WordLists).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the program was built without its data file {resource}; build it again from a full checkout");
        using StreamReader reader = new(stream);
        return Parse(reader);
    }

    /// <summary>The same from any text.</summary>
    public static Dictionary<string, List<string>> Parse(TextReader reader)
    {
        Dictionary<string, List<string>> sections = new(StringComparer.Ordinal);
        List<string> current = [];
        while (reader.ReadLine() is { } line)
        {
            string entry = line.Trim();
            if (entry.Length == 0 || entry[0] == '#') continue;
            if (entry[0] == '[' && entry[^1] == ']')
            {
                current = [];
                sections[entry[1..^1].Trim()] = current;
            }
            else
            {
                current.Add(entry.ToLowerInvariant());
            }
        }

        return sections;
    }
}
