using System.Text;
using AngleSharp.Dom;
using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>
/// The blocks of a page in order, and the regions that hold them. Built in one pass over the tree; recursion is bounded
/// by <see cref="DepthBound.Limit"/>.
/// </summary>
internal sealed class PageOutline
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, ClassSignal> _signals = new(StringComparer.Ordinal);
    private int _links;
    private int _stress;
    private int _breaks;
    private bool _image;

    private PageOutline(IElement body) => VisitRegion(body, -1, new Place("body", BlockKind.Paragraph, false, false));

    /// <summary>Blocks in page order.</summary>
    public List<PageBlock> Blocks { get; } = [];

    /// <summary>Regions in pre-order: a region's index is greater than its parent's. The first is the body.</summary>
    public List<Region> Regions { get; } = [];

    /// <summary>Walks a page's body.</summary>
    public static PageOutline Of(IElement body) => new(body);

    private void VisitRegion(IElement element, int parent, Place place)
    {
        Flush(parent, place);
        int index = Regions.Count;
        Region region = new()
        {
            Parent = parent,
            Tag = element.LocalName,
            Names = element.ClassName ?? "",
            Signal = SignalOf(element),
            IsMarkedBody = IsMarkedBody(element),
            FirstBlock = Blocks.Count,
        };
        Regions.Add(region);
        Place inner = place.Into(element.LocalName);
        VisitChildren(element, index, inner);
        Flush(index, inner);
        region.EndBlock = Blocks.Count;
    }

    private void VisitChildren(INode node, int region, Place place)
    {
        INodeList children = node.ChildNodes;
        for (int i = 0; i < children.Length; i++)
        {
            INode child = children[i];
            if (child is IText text) Append(text.Data, place);
            else if (child is IElement element) VisitElement(element, region, place);
        }
    }

    private void VisitElement(IElement element, int region, Place place)
    {
        string tag = element.LocalName;
        if (tag == "br")
        {
            Break(region, place);
        }
        else if (PageTags.IsSkipped(tag) || IsHidden(element))
        {
            _image |= tag is "img" or "picture" or "amp-img" or "video" or "iframe";
        }
        else if (PageTags.IsInline(tag) && (SignalOf(element) & ClassSignal.Drop) == 0)
        {
            VisitChildren(element, region, place with
            {
                InLink = place.InLink || tag == "a",
                InStress = place.InStress || PageTags.IsStress(tag),
            });
        }
        else
        {
            VisitRegion(element, region, place);
        }
    }

    private void Break(int region, Place place)
    {
        _breaks++;
        if (_breaks >= 2) Flush(region, place);
        else if (_text.Length > 0) TrimEnd().Append('\n');
    }

    private void Append(string data, Place place)
    {
        bool space = _text.Length == 0 || char.IsWhiteSpace(_text[^1]);
        int before = _text.Length;
        foreach (char c in data)
        {
            if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060') continue;
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (!space) _text.Append(' ');
                space = true;
                continue;
            }

            _text.Append(c);
            space = false;
            _breaks = 0;
        }

        if (place.InLink) _links += _text.Length - before;
        if (place.InStress) _stress += _text.Length - before;
    }

    private void Flush(int region, Place place)
    {
        _breaks = 0;
        TrimEnd();
        if (_text.Length > 0 && region >= 0)
        {
            string text = _text.ToString();
            int links = Math.Min(_links, text.Length);
            Blocks.Add(new PageBlock
            {
                Kind = place.Kind,
                Tag = place.Tag,
                Region = region,
                Text = text,
                LinkLength = links,
                FollowsImage = _image,
                StressLength = Math.Min(_stress, text.Length),
                Running = RunningText.Measure(text, links, place.Tag),
            });
            _image = false;
        }

        _text.Clear();
        _links = 0;
        _stress = 0;
    }

    private StringBuilder TrimEnd()
    {
        int end = _text.Length;
        while (end > 0 && char.IsWhiteSpace(_text[end - 1])) end--;
        _text.Length = end;
        return _text;
    }

    private ClassSignal SignalOf(IElement element)
    {
        string? names = element.ClassName;
        string? id = element.Id;
        if (string.IsNullOrEmpty(names) && string.IsNullOrEmpty(id)) return ClassSignal.None;
        string key = string.IsNullOrEmpty(id) ? names! : string.IsNullOrEmpty(names) ? id : names + " " + id;
        if (_signals.TryGetValue(key, out ClassSignal known)) return known;
        return _signals[key] = ClassSignals.Default.Of(key, null);
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden")) return true;
        string? style = element.GetAttribute("style");
        return style is not null && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsMarkedBody(IElement element) =>
        element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase);

    private readonly record struct Place(string Tag, BlockKind Kind, bool InLink, bool InStress)
    {
        public Place Into(string tag)
        {
            BlockKind kind = tag switch
            {
                "li" or "dd" or "dt" => BlockKind.ListItem,
                "blockquote" => BlockKind.Quotation,
                _ when PageTags.IsHeading(tag) => BlockKind.Heading,
                _ when Kind == BlockKind.Heading => BlockKind.Heading,
                _ => Kind,
            };
            return this with { Tag = tag, Kind = kind, InLink = InLink || tag == "a" };
        }
    }
}
