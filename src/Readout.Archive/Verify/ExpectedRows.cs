using System.Globalization;
using Readout.Archive.Store.Dialects;
using Readout.Archive.Writing;

namespace Readout.Archive.Verify;

/// <summary>
/// The rows that a record ought to have, numbered as those that the archive has; to be held against them. For one
/// thread.
/// </summary>
internal sealed class ExpectedRows : IRowTarget
{
    private readonly Dictionary<TableShape, Queue<long>> _numbers = [];
    private readonly Dictionary<TableShape, Dictionary<string, object?[]>> _rows = [];

    /// <summary>Gives the numbers that the next rows of a table are to have.</summary>
    public void Number(TableShape table, IEnumerable<long> numbers) => _numbers[table] = new Queue<long>(numbers);

    /// <inheritdoc/>
    public long Next(TableShape table) => _numbers.TryGetValue(table, out Queue<long>? numbers) && numbers.TryDequeue(out long number) ? number : 0;

    /// <inheritdoc/>
    public void Add(TableShape table, params object?[] row)
    {
        if (!_rows.TryGetValue(table, out Dictionary<string, object?[]>? rows)) _rows.Add(table, rows = new Dictionary<string, object?[]>(StringComparer.Ordinal));
        rows[Key(table, row)] = row;
    }

    /// <summary>What is wrong with the rows of a table that the archive has.</summary>
    public IEnumerable<ArchiveFinding> Compare(TableShape table, IEnumerable<object?[]> actual)
    {
        Dictionary<string, object?[]> expected = _rows.GetValueOrDefault(table) ?? [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (object?[] row in actual)
        {
            string key = Key(table, row);
            seen.Add(key);
            if (!expected.TryGetValue(key, out object?[]? right)) yield return new ArchiveFinding(key, "the record has no such row");
            else foreach (ArchiveFinding finding in Compare(table, key, row, right)) yield return finding;
        }

        foreach (string key in expected.Keys.Where(key => !seen.Contains(key)).Order(StringComparer.Ordinal)) yield return new ArchiveFinding(key, "the row is missing");
    }

    private static IEnumerable<ArchiveFinding> Compare(TableShape table, string key, object?[] row, object?[] right)
    {
        for (int i = 0; i < row.Length; i++)
        {
            if (!Equals(row[i], right[i])) yield return new ArchiveFinding(key, $"{table.Columns[i].Name} is {Shown(row[i])}, by the record {Shown(right[i])}");
        }
    }

    private static string Key(TableShape table, object?[] row) => string.Create(
        CultureInfo.InvariantCulture, $"{table.Name} {string.Join(' ', row.Take(KeyLength(table)).Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))}");

    private static int KeyLength(TableShape table) =>
        table == Tables.Dyads ? 4 : table == Tables.Parties || table == Tables.MeetingParties ? 3 : table.Columns[0].Name == "id" ? 1 : 2;

    private static string Shown(object? value) => value switch
    {
        null => "nothing",
        string { Length: > 40 } text => $"'{text[..40]}…'",
        string text => $"'{text}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
