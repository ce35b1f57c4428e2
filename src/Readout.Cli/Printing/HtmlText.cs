using System.Text;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Cli.Printing;

/// <summary>An article's text as HTML, with the words that support facts marked. All text is encoded.</summary>
internal sealed class HtmlText
{
    private readonly ArticleRecord _record;
    private readonly string _prefix;
    private readonly List<(TextSpan Span, string Class, string? Title)> _marks = [];
    private readonly Dictionary<int, List<CodedEvent>> _deeds = [];
    private readonly SortedSet<int> _edges = [];

    public HtmlText(ArticleRecord record, string prefix)
    {
        _record = record;
        _prefix = prefix;
        MarkMentions();
        foreach (DateExpression date in record.Dates) Mark(date.Span, "when", date.Unresolved ?? RecordWording.Days(date.From, date.To));
        foreach (CodedEvent coded in record.Events)
        {
            Mark(coded.Trigger, "deed");
            if (coded.Place is { } place) Mark(place.Span, "where", RecordWording.Place(place));
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

    // Those who act in a fact stand out from those who are only named.
    private void MarkMentions()
    {
        HashSet<int> acting = [.. _record.Events.SelectMany(coded => coded.Actors.Concat(coded.Recipients))];
        acting.UnionWith(_record.Meetings.SelectMany(meeting => meeting.Parties.Concat(meeting.Absent)));
        foreach (Attribution entry in _record.Events.SelectMany(coded => coded.Attribution)) Add(entry.Speaker, entry.For);
        foreach (Quote quote in _record.Quotes) Add(quote.Speaker, quote.For);
        for (int i = 0; i < _record.Mentions.Length; i++)
            Mark(_record.Mentions[i].Span, acting.Contains(i) ? "who" : "named", RecordWording.Actor(_record.Mentions[i].Actor));

        void Add(int? speaker, int? body)
        {
            if (speaker is int one) acting.Add(one);
            if (body is int other) acting.Add(other);
        }
    }

    private void Mark(TextSpan span, string name, string? title = null)
    {
        if (span.IsEmpty) return;
        _marks.Add((span, name, title));
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
        (TextSpan Span, string Class, string? Title)[] marks = [.. _marks.Where(mark => mark.Span.Contains(stretch))];
        string words = HtmlPage.Encode(stretch.In(_record.Article.Text));
        if (marks.Length == 0)
        {
            html.Append(words);
            return;
        }

        html.Append("<span class=\"").AppendJoin(' ', marks.Select(mark => mark.Class).Distinct().Order(StringComparer.Ordinal)).Append('"');
        string title = string.Join("; ", marks.Select(mark => mark.Title).OfType<string>().Distinct());
        if (title.Length > 0) html.Append(" title=\"").Append(HtmlPage.Encode(title)).Append('"');
        html.Append('>').Append(words).Append("</span>");
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
