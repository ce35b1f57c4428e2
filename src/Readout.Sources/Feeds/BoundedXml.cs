using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Readout.Sources.Feeds;

/// <summary>
/// Parses lists written in XML within hard limits: no document type is read, so that no entity can expand; depth and number
/// of elements are bounded. What breaks off is given up to there. Stateless.
/// </summary>
internal static class BoundedXml
{
    private const int MaxDepth = 256;
    private const int MaxNodes = 2_000_000;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>
    /// The root element, and what is wrong where the document breaks off. Where it does not parse as it stands, the usual
    /// faults of feeds are mended first.
    /// </summary>
    public static (XElement? Root, string? Fault) Load(string xml)
    {
        (XElement? Root, string? Fault) whole = Parse(xml);
        if (whole.Fault is null) return whole;
        (XElement? Root, string? Fault) mended = Parse(XmlRepair.Mend(xml));
        return mended.Root is null ? whole : mended;
    }

    private static (XElement? Root, string? Fault) Parse(string xml)
    {
        XElement? root = null;
        Stack<XElement> open = new();
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader(xml), s_settings);
            int nodes = 0;
            while (reader.Read())
            {
                if (++nodes > MaxNodes || reader.Depth > MaxDepth) throw new XmlException(reader.Depth > MaxDepth ? $"it is nested deeper than {MaxDepth}" : $"it has more than {MaxNodes} parts");
                root = Take(reader, open) ?? root;
            }

            return (root, root is null ? "it has no element" : null);
        }
        catch (XmlException problem)
        {
            DropBroken(open);
            string line = problem.LineNumber > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {problem.LineNumber}: ") : "";
            return (root, line + problem.Message);
        }
    }

    /// <summary>Adds a node to the tree; the root where it is that.</summary>
    private static XElement? Take(XmlReader reader, Stack<XElement> open)
    {
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
        {
            if (open.Count > 0) open.Peek().Add(new XText(reader.Value));
        }
        else if (reader.NodeType == XmlNodeType.EndElement)
        {
            open.Pop();
        }
        else if (reader.NodeType == XmlNodeType.Element)
        {
            return Element(reader, open);
        }

        return null;
    }

    private static XElement? Element(XmlReader reader, Stack<XElement> open)
    {
        bool isEmpty = reader.IsEmptyElement;
        XElement element = new(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName && reader.Name != "xmlns") element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
        }

        bool isRoot = open.Count == 0;
        if (!isRoot) open.Peek().Add(element);
        if (!isEmpty) open.Push(element);
        return isRoot ? element : null;
    }

    /// <summary>Takes out the entry within which the document broke off: it is not whole.</summary>
    private static void DropBroken(Stack<XElement> open)
    {
        XElement? broken = open.FirstOrDefault(element => element.Name.LocalName is "item" or "entry" or "url" or "sitemap" or "outline");
        broken?.Remove();
    }
}
