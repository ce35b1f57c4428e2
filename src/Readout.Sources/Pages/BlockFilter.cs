using Readout.Sources.Furniture;
using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>Takes the furniture out of the blocks of an article.</summary>
internal static class BlockFilter
{
    /// <summary>The blocks of the article, in order.</summary>
    public static IReadOnlyList<TextBlock> Apply(PageOutline outline, int first, int end)
    {
        List<PageBlock> blocks = [];
        for (int i = first; i < end; i++)
        {
            PageBlock block = outline.Blocks[i];
            if (!outline.Regions[block.Region].Dropped) blocks.Add(block);
        }

        CutTail(blocks);
        blocks.RemoveAll(IsFurniture);
        while (blocks.Count > 0 && blocks[^1].Kind == BlockKind.Heading) blocks.RemoveAt(blocks.Count - 1);
        return blocks.ConvertAll(block => new TextBlock(block.Kind, block.Text));
    }

    /// <summary>Ends the article at a line that announces what stands below it, where more has been read than is left.</summary>
    private static void CutTail(List<PageBlock> blocks)
    {
        long total = blocks.Sum(block => (long)block.Running);
        long read = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (read > 0 && 10 * read >= 3 * total && FurnitureLines.Default.IsTail(blocks[i].Text))
            {
                blocks.RemoveRange(i, blocks.Count - i);
                return;
            }

            read += blocks[i].Running;
        }
    }

    private static bool IsFurniture(PageBlock block)
    {
        string text = block.Text;
        if (text.Length < 200 && block.LinkLength * 100 > text.Length * 70) return true;
        if (block.FollowsImage && text.Length < 120 && block.Kind == BlockKind.Paragraph && !RunningText.EndsSentence(text)) return true;
        if (text[0] == '<' && text[^1] == '>') return true;
        return FurnitureLines.Default.IsFurniture(text);
    }
}
