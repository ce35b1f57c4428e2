using System.Globalization;

namespace Readout.Archive.Store;

/// <summary>The values that the conditions of a statement name, and conditions made of them. For one thread.</summary>
/// <param name="prefix">What their names begin with: other than that of other values in the statement.</param>
internal sealed class SqlValues(string prefix)
{
    private readonly List<(string Name, object? Value)> _all = [];

    /// <summary>All of them, with their names.</summary>
    public (string Name, object? Value)[] All => [.. _all];

    /// <summary>Takes a value; gives its name.</summary>
    public string Add(object? value)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"@{prefix}{_all.Count}");
        _all.Add((name, value));
        return name;
    }

    /// <summary>Takes a value under a name of its own.</summary>
    public void Add(string name, object? value) => _all.Add((name, value));

    /// <summary>Takes values; gives their names, set apart by commas.</summary>
    public string List(IEnumerable<string> values) => string.Join(", ", values.Select(Add));

    /// <summary>That a column of words set apart by blanks has a word.</summary>
    public string HasWord(string column, string word) => $"(' ' || {column} || ' ') LIKE {Add($"% {Literal(word)} %")} ESCAPE '!'";

    /// <summary>That it has one of some words.</summary>
    public string HasAny(string column, IEnumerable<string> words) => $"({string.Join(" OR ", words.Select(word => HasWord(column, word)))})";

    private static string Literal(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal);
}
