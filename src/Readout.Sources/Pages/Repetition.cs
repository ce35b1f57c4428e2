using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>Drops what a page says twice: captions of galleries and paragraphs kept for small screens.</summary>
internal static class Repetition
{
    private const int Shortest = 80;

    /// <summary>
    /// Of equal blocks the first stays, unless an image stands above one of them: then they are captions, and none stays.
    /// Questions may be put more than once.
    /// </summary>
    public static void Drop(List<PageBlock> blocks)
    {
        Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Text.Length < Shortest || blocks[i].Kind == BlockKind.ListItem || blocks[i].Text[^1] == '?') continue;
            if (!places.TryGetValue(blocks[i].Text, out List<int>? same)) places[blocks[i].Text] = same = [];
            same.Add(i);
        }

        HashSet<int> gone = [];
        foreach (List<int> same in places.Values.Where(same => same.Count > 1))
        {
            bool caption = same.Exists(index => blocks[index].FollowsImage);
            gone.UnionWith(caption ? same : same.Skip(1));
        }

        if (gone.Count == 0) return;
        List<PageBlock> kept = [.. blocks.Where((_, index) => !gone.Contains(index))];
        blocks.Clear();
        blocks.AddRange(kept);
    }
}
