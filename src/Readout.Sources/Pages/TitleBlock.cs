using System.Text;

namespace Readout.Sources.Pages;

/// <summary>Finds the block of a page that is its headline.</summary>
internal static class TitleBlock
{
    private const int Shortest = 8;

    /// <summary>
    /// Index of the headline, or -1. A heading whose words are those of one of the page's titles; of several, the last
    /// before the text begins. Without one, the only first-level heading.
    /// </summary>
    /// <param name="outline">The page.</param>
    /// <param name="titles">What the page's head gives as its title, best first.</param>
    public static int Find(PageOutline outline, IEnumerable<string?> titles)
    {
        List<string> folded = [.. titles.Where(title => title is not null).Select(title => Fold(title!)).Where(title => title.Length >= Shortest)];
        int found = -1;
        int running = 0;
        int heads = 0;
        int onlyHead = -1;
        for (int i = 0; i < outline.Blocks.Count; i++)
        {
            PageBlock block = outline.Blocks[i];
            bool first = block.Tag == "h1" || IsWithinFirstHeading(outline, block);
            if (first && block.Text.Length >= Shortest) (heads, onlyHead) = (heads + 1, i);
            if (Matches(block, folded, first)) (found, running) = found < 0 || running == 0 ? (i, 0) : (found, running);
            if (found >= 0) running += block.Running;
        }

        return found >= 0 ? found : heads == 1 ? onlyHead : -1;
    }

    private static bool Matches(PageBlock block, List<string> titles, bool first)
    {
        if (block.Text.Length > 300) return false;
        bool heading = first || block.Kind == Text.BlockKind.Heading;
        if (!heading && block.LinkLength > 0) return false;
        string text = Fold(block.Text);
        if (text.Length < Shortest) return false;
        foreach (string title in titles)
        {
            if (text == title) return true;
            if (heading && 2 * text.Length >= title.Length && title.Contains(text, StringComparison.Ordinal)) return true;
            if (first && 2 * title.Length >= text.Length && text.Contains(title, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsWithinFirstHeading(PageOutline outline, PageBlock block)
    {
        if (block.Kind != Text.BlockKind.Heading) return false;
        for (int i = block.Region; i >= 0; i = outline.Regions[i].Parent)
        {
            if (outline.Regions[i].Tag == "h1") return true;
        }

        return false;
    }

    /// <summary>Letters and digits alone, in lower case.</summary>
    public static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
