namespace Readout.Sources.Pages;

/// <summary>Chooses the region of a page that holds the article.</summary>
internal static class MainRegion
{
    /// <summary>Least running text left outside a region named for comments for the name to be believed.</summary>
    private const int EnoughOutside = 140;

    /// <summary>Running text of a teaser.</summary>
    private const int LongestTeaser = 450;

    /// <summary>A lead set apart from the body is at least so long; what is shorter repeats the headline.</summary>
    private const int LongStandfirst = 150;

    /// <summary>Running text that is an article's even where a page holds several times as much.</summary>
    private const int LongBody = 1200;

    /// <summary>The blocks of the article, its furniture included: from the first index up to the second.</summary>
    /// <param name="outline">The page. Its regions get their measures and marks.</param>
    /// <param name="title">Index of the headline's block, or -1.</param>
    public static (int First, int End) Choose(PageOutline outline, int title)
    {
        List<Region> regions = outline.Regions;
        int from = TextBegins(outline, title);
        Measure(outline, from);
        MarkDropped(regions);
        CommentThreads.Mark(outline, EnoughOutside);
        MeasureKept(outline, from);
        int start = OwnArticle(outline, title) ?? 0;
        int marked = MarkedBody(regions, start) ?? start;
        Region main = regions[Descend(regions, marked)];
        MarkTeasers(outline, main);
        int first = Math.Max(main.FirstBlock, from);
        return (Standfirst(outline, from, first), main.EndBlock);
    }

    /// <summary>After the headline, unless most of the text stands before it.</summary>
    private static int TextBegins(PageOutline outline, int title)
    {
        if (title < 0) return 0;
        long before = outline.Blocks.Take(title).Sum(block => (long)block.Running);
        long after = outline.Blocks.Skip(title + 1).Sum(block => (long)block.Running);
        return 4 * after >= before ? title + 1 : 0;
    }

    private static void Measure(PageOutline outline, int from)
    {
        for (int i = from; i < outline.Blocks.Count; i++) outline.Regions[outline.Blocks[i].Region].Running += outline.Blocks[i].Running;
        for (int i = outline.Regions.Count - 1; i > 0; i--) outline.Regions[outline.Regions[i].Parent].Running += outline.Regions[i].Running;
    }

    private static void MarkDropped(List<Region> regions)
    {
        int total = regions[0].Running;
        for (int i = 1; i < regions.Count; i++)
        {
            Region region = regions[i];
            bool kept = (region.Signal & ClassSignal.Keep) != 0;
            region.Dropped = !kept && (regions[region.Parent].Dropped || IsBeside(region, total));
        }
    }

    private static bool IsBeside(Region region, int total)
    {
        bool named = (region.Signal & ClassSignal.Drop) != 0;
        if (!named && !PageTags.IsBeside(region.Tag)) return false;
        if (region.IsMarkedBody) return false;
        if (region.Running == 0) return true;
        bool strong = (region.Signal & ClassSignal.Strong) != 0;
        return strong ? total - region.Running >= EnoughOutside : region.Running * 100L < total * 40L;
    }

    private static void MeasureKept(PageOutline outline, int from)
    {
        List<Region> regions = outline.Regions;
        for (int i = from; i < outline.Blocks.Count; i++)
        {
            PageBlock block = outline.Blocks[i];
            if (!regions[block.Region].Dropped) regions[block.Region].Kept += block.Running;
        }

        for (int i = regions.Count - 1; i > 0; i--) regions[regions[i].Parent].Kept += regions[i].Kept;
    }

    /// <summary>The region around the headline that has others of its kind beside it, on a page of several articles.</summary>
    private static int? OwnArticle(PageOutline outline, int title)
    {
        if (title < 0) return null;
        List<Region> regions = outline.Regions;
        for (int i = outline.Blocks[title].Region; i > 0; i = regions[i].Parent)
        {
            if (regions[i].Kept >= EnoughOutside && HasPeers(outline, i, outline.Blocks[title].Tag)) return i;
        }

        return null;
    }

    private static bool HasPeers(PageOutline outline, int index, string titleTag)
    {
        Region own = outline.Regions[index];
        for (int i = index + 1; i < outline.Regions.Count; i++)
        {
            Region other = outline.Regions[i];
            if (other.Parent != own.Parent || other.Dropped || other.Tag != own.Tag || other.Kept == 0) continue;
            if (own.Tag == "article") return true;
            if (own.Names.Length > 0 && own.Names == other.Names && HasHeading(outline, other, titleTag)) return true;
        }

        return false;
    }

    private static bool HasHeading(PageOutline outline, Region region, string tag)
    {
        for (int i = region.FirstBlock; i < region.EndBlock; i++)
        {
            if (outline.Blocks[i].Tag == tag) return true;
        }

        return false;
    }

    /// <summary>The region that its markup or its name says is the article's body, where it holds enough of the text.</summary>
    private static int? MarkedBody(List<Region> regions, int within)
    {
        int? best = null;
        for (int i = within; i < regions.Count && (i == within || regions[i].FirstBlock < regions[within].EndBlock); i++)
        {
            Region region = regions[i];
            if (region.Dropped || !(region.IsMarkedBody || (region.Signal & ClassSignal.Body) != 0)) continue;
            if (region.Kept * 100L < regions[within].Kept * 40L && region.Kept < LongBody) continue;
            if (best is null || region.Kept > regions[best.Value].Kept) best = i;
        }

        return best;
    }

    private static int Descend(List<Region> regions, int start)
    {
        int current = start;
        for (int i = start + 1; i < regions.Count; i++)
        {
            if (regions[i].FirstBlock >= regions[start].EndBlock) break;
            if (regions[i].Parent == current && regions[i].Kept * 100L >= regions[current].Kept * 85L) current = i;
        }

        return current;
    }

    /// <summary>Drops small regions under a heading that is a link: they tell of other articles.</summary>
    private static void MarkTeasers(PageOutline outline, Region main)
    {
        List<Region> regions = outline.Regions;
        for (int i = main.FirstBlock; i < main.EndBlock; i++)
        {
            PageBlock block = outline.Blocks[i];
            if (block.Kind != Text.BlockKind.Heading || 10 * block.LinkLength < 9 * block.Text.Length) continue;
            int around = regions[block.Region].Parent;
            for (int level = 0; level < 3 && around > 0 && regions[around].Kept == 0; level++) around = regions[around].Parent;
            if (around <= 0 || regions[around].Kept > LongestTeaser || regions[around].FirstBlock <= main.FirstBlock) continue;
            for (int k = regions[around].FirstBlock; k < regions[around].EndBlock; k++) regions[outline.Blocks[k].Region].Dropped = true;
        }
    }

    /// <summary>Where the running text between the headline and the body begins; the body's start where there is none.</summary>
    private static int Standfirst(PageOutline outline, int from, int first)
    {
        if (from == 0) return first;
        for (int i = from; i < first; i++)
        {
            PageBlock block = outline.Blocks[i];
            if (block.Running >= LongStandfirst && !outline.Regions[block.Region].Dropped) return i;
        }

        return first;
    }
}
