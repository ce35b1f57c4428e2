using System.Collections.Immutable;

namespace Readout.Archive.Exports.Layouts;

/// <summary>Counts how many sources stand behind a happening.</summary>
internal static class Sources
{
    /// <summary>
    /// Reports of one publisher count once, and so do copies of one text whoever prints them. A report that names neither
    /// counts by itself.
    /// </summary>
    public static int Count(ImmutableArray<ExportReport> reports)
    {
        int[] group = [.. Enumerable.Range(0, reports.Length)];
        Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < reports.Length; i++)
        {
            if (reports[i].Source is { Length: > 0 } source) Join(group, seen, $"s {source}", i);
            if (reports[i].CopyGroup != 0) Join(group, seen, $"c {reports[i].CopyGroup}", i);
        }

        return Enumerable.Range(0, group.Length).Count(i => group[i] == i);
    }

    private static void Join(int[] group, Dictionary<string, int> seen, string mark, int index)
    {
        if (!seen.TryGetValue(mark, out int other))
        {
            seen.Add(mark, index);
            return;
        }

        int first = Find(group, other);
        int second = Find(group, index);
        group[Math.Max(first, second)] = Math.Min(first, second);
    }

    private static int Find(int[] group, int index)
    {
        while (group[index] != index) index = group[index];
        return index;
    }
}
