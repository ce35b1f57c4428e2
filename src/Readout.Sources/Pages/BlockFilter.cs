using Readout.Sources.Furniture;
using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>Takes the furniture out of the blocks of an article.</summary>
internal static class BlockFilter
{
    private const int Label = 120;

    /// <summary>The blocks of the article, in order.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="first">Index of the first block of the article's region.</param>
    /// <param name="end">Index after its last.</param>
    /// <param name="byline">The writers' names, or null.</param>
    public static IReadOnlyList<TextBlock> Apply(PageOutline outline, int first, int end, string? byline)
    {
        List<PageBlock> blocks = [];
        for (int i = first; i < end; i++)
        {
            PageBlock block = outline.Blocks[i];
            if (!outline.Regions[block.Region].Dropped) blocks.Add(block);
        }

        CutTail(outline, blocks);
        blocks.RemoveAll(IsFurniture);
        Repetition.Drop(blocks);
        DropLabels(blocks);
        DropContacts(blocks);
        AuthorNotes.Drop(blocks, byline);
        while (blocks.Count > 0 && blocks[^1].Kind == BlockKind.Heading) blocks.RemoveAt(blocks.Count - 1);
        return blocks.ConvertAll(block => new TextBlock(block.Kind, block.Text));
    }

    /// <summary>
    /// The blocks of a message, in order. A newsletter is made of many small pieces under headings that are links, so no
    /// region is chosen: all stays but furniture and what elements are named for.
    /// </summary>
    public static IReadOnlyList<TextBlock> ApplyToMail(PageOutline outline)
    {
        List<PageBlock> blocks = [];
        foreach (PageBlock block in outline.Blocks)
        {
            bool heading = block.Kind == BlockKind.Heading || (block.LinkLength == block.Text.Length && block.StressLength == block.Text.Length);
            bool label = !heading && block.Running == 0 && block.LinkLength * 100 > block.Text.Length * 70;
            if (!label && !IsNamedBeside(outline, block) && !FurnitureLines.Default.IsFurniture(block.Text) && !Captions.IsCaption(block)) blocks.Add(block);
        }

        Repetition.Drop(blocks);
        while (blocks.Count > 0 && blocks[^1].Kind == BlockKind.Heading) blocks.RemoveAt(blocks.Count - 1);
        return blocks.ConvertAll(block => new TextBlock(block.Kind, block.Text));
    }

    private static bool IsNamedBeside(PageOutline outline, PageBlock block)
    {
        for (int i = block.Region; i > 0; i = outline.Regions[i].Parent)
        {
            if ((outline.Regions[i].Signal & ClassSignal.Strong) != 0) return true;
        }

        return false;
    }

    /// <summary>
    /// Ends the article at a line that announces what stands below it, unless the paragraphs go on below in the element
    /// that held those above.
    /// </summary>
    private static void CutTail(PageOutline outline, List<PageBlock> blocks)
    {
        long total = blocks.Sum(block => (long)block.Running);
        long read = 0;
        HashSet<string> holders = new(StringComparer.Ordinal);
        for (int i = 0; i < blocks.Count; i++)
        {
            if (read > 0 && 10 * read >= 3 * total && IsTail(blocks[i]))
            {
                long rest = blocks.Skip(i + 1).Where(block => holders.Contains(Holder(outline, block))).Sum(block => (long)block.Running);
                if (20 * rest < total)
                {
                    blocks.RemoveRange(i, blocks.Count - i);
                    return;
                }
            }

            read += blocks[i].Running;
            if (blocks[i].Running > 0) holders.Add(Holder(outline, blocks[i]));
        }
    }

    /// <summary>Tag and class names of the region that holds a block's paragraph or item.</summary>
    private static string Holder(PageOutline outline, PageBlock block)
    {
        int region = block.Region;
        while (region > 0 && outline.Regions[region].Tag is "p" or "li" or "ul" or "ol" or "blockquote" or "h2" or "h3" or "h4")
        {
            region = outline.Regions[region].Parent;
        }

        return outline.Regions[region].Tag + " " + outline.Regions[region].Names;
    }

    /// <summary>Drops what stands before the first sentence and is neither one nor a heading: dates, names, section labels.</summary>
    private static void DropLabels(List<PageBlock> blocks)
    {
        int begin = blocks.FindIndex(block => block.Running > 0);
        for (int i = begin - 1; i >= 0; i--)
        {
            PageBlock block = blocks[i];
            if (block.Kind == BlockKind.Paragraph && block.Text.Length < Label && !RunningText.EndsSentence(block.Text)) blocks.RemoveAt(i);
        }
    }

    /// <summary>Drops the lines at the end by which a writer can be reached.</summary>
    private static void DropContacts(List<PageBlock> blocks)
    {
        for (int i = blocks.Count - 1; i > 0 && i >= blocks.Count - 3; i--)
        {
            PageBlock block = blocks[i];
            bool contact = block.Text.Contains('@', StringComparison.Ordinal) || block.Text.Contains("twitter.com/", StringComparison.Ordinal);
            if (contact && block.Kind == BlockKind.Paragraph && block.Text.Length < 200) blocks.RemoveAt(i);
        }
    }

    private static bool IsFurniture(PageBlock block)
    {
        string text = block.Text;
        if (text.Length < 200 && block.LinkLength * 100 > text.Length * 70) return true;
        if (Captions.IsCaption(block) || (block.Kind == BlockKind.Paragraph && FurnitureLines.Default.EndsWithPictureCredit(text))) return true;
        if (text[0] == '<' && text[^1] == '>' && text.Contains('=', StringComparison.Ordinal)) return true;
        return IsTail(block) && text.Contains('\n', StringComparison.Ordinal) || FurnitureLines.Default.IsFurniture(text);
    }

    /// <summary>Whether the block, or the first line of one that is no running text, announces what follows an article.</summary>
    private static bool IsTail(PageBlock block)
    {
        int line = block.Text.IndexOf('\n', StringComparison.Ordinal);
        return FurnitureLines.Default.IsTail(line > 0 && block.Running == 0 ? block.Text[..line] : block.Text);
    }
}
