namespace Readout.Sources.Metadata;

/// <summary>The place and day with which agency texts begin: <c>OSLO, March 3, 1994 (Agency) - </c>.</summary>
internal static class Dateline
{
    private const int Longest = 90;

    /// <summary>The day of a dateline that names its year; null for any other beginning: a year is never supplied.</summary>
    public static DateOnly? Day(string? paragraph)
    {
        if (paragraph is null) return null;
        int end = End(paragraph);
        if (end <= 0) return null;
        string line = paragraph[..end];
        int comma = line.IndexOfAny([',', '(']);
        string place = comma > 0 ? line[..comma] : line;
        return IsPlace(place) ? PrintedDate.Find(line) : null;
    }

    /// <summary>Offset of the dash that closes a dateline, or -1.</summary>
    private static int End(string paragraph)
    {
        string head = paragraph.Length > Longest ? paragraph[..Longest] : paragraph;
        int best = -1;
        foreach (string dash in new[] { " - ", " – ", " — ", " -- ", "— ", ") —" })
        {
            int at = head.IndexOf(dash, StringComparison.Ordinal);
            if (at > 0 && (best < 0 || at < best)) best = at;
        }

        return best;
    }

    /// <summary>One to four words that begin with capitals.</summary>
    private static bool IsPlace(string text)
    {
        string[] words = text.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 4 && Array.TrueForAll(words, word => char.IsUpper(word[0]) || word is "de" or "al" or "of");
    }
}
