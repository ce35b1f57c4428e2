using Readout.Sources.Metadata;

namespace Readout.Sources.Pages;

/// <summary>Finds the line by the headline that tells the day of publication. Stateless.</summary>
internal static class DateLine
{
    private const int Longest = 100;
    private const int Above = 3;
    private const int Below = 12;

    /// <summary>
    /// The first short line without a sentence that holds a whole date, between the headline and the text or up to three
    /// lines above the headline; null where there is no headline or no such line.
    /// </summary>
    /// <param name="outline">The page.</param>
    /// <param name="title">Index of the headline's block, or -1.</param>
    /// <param name="first">Index of the first block of the article's region.</param>
    public static string? Find(PageOutline outline, int title, int first)
    {
        if (title < 0) return null;
        int end = Math.Min(outline.Blocks.Count, Math.Max(first + 2, title + 1) + Below);
        for (int i = title + 1; i < end && !(i >= first && outline.Blocks[i].Running > 0); i++)
        {
            if (Holds(outline.Blocks[i])) return outline.Blocks[i].Text;
        }

        for (int i = title - 1; i >= 0 && i >= title - Above; i--)
        {
            if (Holds(outline.Blocks[i])) return outline.Blocks[i].Text;
        }

        return null;
    }

    private static bool Holds(PageBlock block) =>
        block.Text.Length <= Longest && block.Running == 0 && block.LinkLength < block.Text.Length && PrintedDate.Find(block.Text) is not null;
}
