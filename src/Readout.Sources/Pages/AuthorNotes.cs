using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>Recognises the paragraph under an article that tells who wrote it. Stateless.</summary>
internal static class AuthorNotes
{
    private const int Longest = 700;
    private const int LastBlocks = 4;
    private static readonly string[] s_verbs = [" is ", " was ", " has ", " covers ", " writes ", " reports ", " joined ", " works ", " lives ", " can be ", ", a ", ", an "];

    /// <summary>Drops such paragraphs among the last blocks.</summary>
    /// <param name="blocks">The article so far.</param>
    /// <param name="byline">Names of the writers as the page gives them, or null.</param>
    public static void Drop(List<PageBlock> blocks, string? byline)
    {
        if (byline is null || byline.Length > 200) return;
        List<string> names = Names(byline);
        if (names.Count == 0) return;
        for (int i = blocks.Count - 1; i > 0 && i >= blocks.Count - LastBlocks; i--)
        {
            if (blocks[i].Kind != BlockKind.Heading && IsNote(blocks[i].Text, names)) blocks.RemoveAt(i);
        }
    }

    private static bool IsNote(string text, List<string> names)
    {
        if (text.Length > Longest) return false;
        foreach (string name in names)
        {
            if (!text.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            ReadOnlySpan<char> rest = text.AsSpan(name.Length);
            foreach (string verb in s_verbs)
            {
                if (rest.StartsWith(verb, StringComparison.Ordinal)) return true;
            }
        }

        return false;
    }

    /// <summary>The names of two words or more in a byline.</summary>
    private static List<string> Names(string byline)
    {
        string bare = byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? byline[3..] : byline;
        string[] parts = bare.Split([",", " and ", " & ", " | ", ";", "/"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. parts.Where(part => part.Contains(' ', StringComparison.Ordinal) && part.Length is >= 5 and <= 60 && char.IsUpper(part[0]))];
    }
}
