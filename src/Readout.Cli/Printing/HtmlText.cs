using System.Text;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Cli.Printing;

/// <summary>An article's text as HTML, with the words that support facts marked. All text is encoded.</summary>
internal sealed class HtmlText
{
    private readonly ArticleRecord _record;
    private readonly string _prefix;
    private readonly List<(TextSpan Span, string Class)> _marks = [];
    private readonly Dictionary<int, List<CodedEvent>> _deeds = [];
    private readonly SortedSet<int> _edges = [];

    public HtmlText(ArticleRecord record, string prefix)
    {
        _record = record;
        _prefix = prefix;
        foreach (Mention mention in record.Mentions) Mark(mention.Span, "who");
        foreach (DateExpression date in record.Dates) Mark(date.Span, "when");
        foreach (CodedEvent coded in record.Events)
        {
            Mark(coded.Trigger, "deed");
            if (coded.Place is { } place) Mark(place.Span, "where");
            if (!_deeds.TryGetValue(coded.Trigger.End, out List<CodedEvent>? ending)) _deeds[coded.Trigger.End] = ending = [];
            ending.Add(coded);
        }

        foreach (TextSpan content in record.Quotes.SelectMany(quote => quote.Content)) Mark(content, "said");
    }

    /// <summary>The blocks of the text in order; a run of list items becomes one list.</summary>
    public void Write(StringBuilder html)
    {
        bool inList = false;
        foreach (ArticleBlock block in _record.Article.Blocks)
        {
            bool isItem = block.Kind == BlockKind.ListItem;
            if (isItem != inList) html.Append(isItem ? "<ul>\n" : "</ul>\n");
            inList = isItem;
            string tag = Tag(block);
            html.Append('<').Append(tag).Append('>');
            WriteWords(html, block.Span);
            html.Append("</").Append(tag).Append(">\n");
        }

        if (inList) html.Append("</ul>\n");
    }

    private string Tag(ArticleBlock block) => block.Kind switch
    {
        BlockKind.Heading when block.Span.Start < _record.Article.BodyStart => "h2",
        BlockKind.Heading => "h3",
        BlockKind.ListItem => "li",
        BlockKind.Quotation => "blockquote",
        _ => "p",
    };

    private void Mark(TextSpan span, string name)
    {
        if (span.IsEmpty) return;
        _marks.Add((span, name));
        _edges.Add(span.Start);
        _edges.Add(span.End);
    }

    private void WriteWords(StringBuilder html, TextSpan block)
    {
        int start = block.Start;
        foreach (int edge in _edges.GetViewBetween(block.Start + 1, block.End).Append(block.End).Distinct())
        {
            WriteStretch(html, new TextSpan(start, edge));
            if (_deeds.TryGetValue(edge, out List<CodedEvent>? deeds)) WriteLinks(html, deeds);
            start = edge;
        }
    }

    private void WriteStretch(StringBuilder html, TextSpan stretch)
    {
        string[] classes = [.. _marks.Where(mark => mark.Span.Contains(stretch)).Select(mark => mark.Class).Distinct().Order(StringComparer.Ordinal)];
        string words = HtmlPage.Encode(stretch.In(_record.Article.Text));
        if (classes.Length == 0) html.Append(words);
        else html.Append("<span class=\"").AppendJoin(' ', classes).Append("\">").Append(words).Append("</span>");
    }

    private void WriteLinks(StringBuilder html, List<CodedEvent> deeds)
    {
        foreach (CodedEvent coded in deeds)
        {
            html.Append("<sup id=\"").Append(_prefix).Append("t-").Append(coded.Id).Append("\"><a href=\"#").Append(_prefix).Append(coded.Id)
                .Append("\">").Append(coded.Id).Append("</a></sup>");
        }
    }
}
