using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>
/// Recognises readers' comments where no name of an element tells them: three or more elements of one kind in a row, each
/// headed or closed by a short line with a time or an act of replying.
/// </summary>
internal static class CommentThreads
{
    private const int FewestComments = 3;
    private const int LongestMark = 90;

    /// <summary>Marks the regions of comments as dropped.</summary>
    /// <param name="outline">The page, measured.</param>
    /// <param name="enoughOutside">Running text that must be left.</param>
    public static void Mark(PageOutline outline, int enoughOutside)
    {
        List<Region> regions = outline.Regions;
        Dictionary<(int Parent, string Tag), List<int>> families = [];
        for (int i = 1; i < regions.Count; i++)
        {
            Region region = regions[i];
            if (region.Dropped || region.Tag is not ("li" or "div" or "article" or "section" or "tr") || !IsComment(outline, region)) continue;
            (int Parent, string Tag) family = (region.Parent, region.Tag);
            if (!families.TryGetValue(family, out List<int>? members)) families[family] = members = [];
            members.Add(i);
        }

        foreach (List<int> members in families.Values)
        {
            if (members.Count < FewestComments) continue;
            long inside = members.Sum(index => (long)regions[index].Running);
            if (regions[0].Running - inside < enoughOutside) continue;
            foreach (int index in members) Drop(regions, index);
        }
    }

    private static void Drop(List<Region> regions, int index)
    {
        regions[index].Dropped = true;
        for (int i = index + 1; i < regions.Count && regions[i].FirstBlock < regions[index].EndBlock; i++)
        {
            if (regions[regions[i].Parent].Dropped) regions[i].Dropped = true;
        }
    }

    private static bool IsComment(PageOutline outline, Region region)
    {
        int count = region.EndBlock - region.FirstBlock;
        if (count is < 2 or > 400 || region.Running == 0) return false;
        bool timed = false;
        bool answered = false;
        for (int i = region.FirstBlock; i < region.EndBlock && !(timed && answered); i++)
        {
            PageBlock block = outline.Blocks[i];
            if (block.Text.Length > LongestMark || block.Kind == BlockKind.Heading && block.Running > 0) continue;
            timed |= HasTime(block.Text);
            answered |= HasAnswer(block.Text);
        }

        return timed && answered;
    }

    /// <summary>A clock time or a distance in time: <c>7:52 am</c>, <c>2 days ago</c>.</summary>
    private static bool HasTime(string text)
    {
        if (text.EndsWith(" ago", StringComparison.OrdinalIgnoreCase) || text.Contains(" ago ", StringComparison.OrdinalIgnoreCase)) return true;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        while (colon > 0 && colon + 2 < text.Length)
        {
            if (char.IsAsciiDigit(text[colon - 1]) && char.IsAsciiDigit(text[colon + 1]) && char.IsAsciiDigit(text[colon + 2])) return true;
            colon = text.IndexOf(':', colon + 1);
        }

        return false;
    }

    private static bool HasAnswer(string text)
    {
        foreach (string word in new[] { "reply", "said:", "says:", "wrote:", "permalink", "report abuse", "upvote", "votes", "like" })
        {
            int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            bool starts = at == 0 || !char.IsLetter(text[at - 1]);
            int end = at + word.Length;
            if (starts && (end == text.Length || !char.IsLetter(text[end]))) return true;
        }

        return false;
    }
}
