namespace Readout.Sources.Metadata;

/// <summary>Takes the writers' names out of a line that also holds dates, addresses or buttons. Stateless.</summary>
internal static class Names
{
    private const int Longest = 120;
    private static readonly string[] s_openings = ["by ", "by: ", "written by ", "story by ", "posted by ", "author: ", "from "];
    private static readonly string[] s_ends = [" | ", " @", " • ", " · ", " - ", " – ", " — ", "\n", " (", " updated", " published", " posted"];

    private static readonly string[] s_days =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "on", "at"];

    /// <summary>The names; null where the line is an address, too long, or holds nothing else.</summary>
    public static string? Clean(string? line)
    {
        if (PageElements.Fold(line) is not { } text || text.Contains("://", StringComparison.Ordinal) || text[0] == '@') return null;
        foreach (string opening in s_openings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) text = text[opening.Length..];
        }

        foreach (string end in s_ends)
        {
            int at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
            if (at > 0) text = text[..at];
        }

        string names = BeforeDate(text).Trim(' ', ',', ';', ':', '.');
        return names.Length is >= 2 and <= Longest ? names : null;
    }

    /// <summary>The words before a day that is printed in full, without the month and weekday that open it.</summary>
    private static string BeforeDate(string text)
    {
        if (PrintedDate.Find(text) is null) return text;
        int digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit < 0) return text;
        string[] words = text[..digit].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int count = words.Length;
        while (count > 0 && IsOfDate(words[count - 1].Trim(',', '.'))) count--;
        return string.Join(' ', words[..count]);
    }

    private static bool IsOfDate(string word) =>
        PrintedDate.Month(word) > 0 || Array.Exists(s_days, day => day.Equals(word, StringComparison.OrdinalIgnoreCase));
}
