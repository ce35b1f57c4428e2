using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Readout.Analysis.Relations.ThawFreeze;

namespace Readout.Analysis.Relations.Charts;

/// <summary>
/// The chart of a relation as an SVG document, with a title and a description for those who do not see it and, below the chart, the
/// happenings behind each break, shock and surge. Pure: the same report gives the same bytes.
/// </summary>
public static class RelationSvg
{
    private const int LineHeight = 17;
    private const int Margin = 16;
    private const int MostLetters = 140;
    private const string Fonts = $"{RelationChart.Font}, Helvetica, sans-serif";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws a report.</summary>
    /// <param name="report">What is drawn; its series must have a period.</param>
    /// <param name="first">Name of the pair's first side.</param>
    /// <param name="second">Name of the second.</param>
    /// <exception cref="ArgumentException">There is no period to draw.</exception>
    public static string Draw(RelationReport report, string first, string second)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Series.Points.IsEmpty) throw new ArgumentException("There is nothing to draw.", nameof(report));
        XElement chart = XElement.Parse(RelationChart.Draw(report));
        List<(string Text, bool IsHead)> notes = [.. Notes(report)];
        int height = Margin * 3 + RelationChart.Height + notes.Count * LineHeight;
        XElement root = new(Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {RelationChart.Width} {height}")),
            new XAttribute("width", RelationChart.Width), new XAttribute("height", height), new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title desc"),
            new XElement(Svg + "title", new XAttribute("id", "title"), $"Relation of {first} and {second}, {Range(report)}"),
            new XElement(Svg + "desc", new XAttribute("id", "desc"), Description(report, first, second)),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#ffffff")),
            Text($"{first} and {second}", Margin, Margin + 8, isHead: true));
        chart.SetAttributeValue("y", Margin * 2 - 4);
        chart.SetAttributeValue("aria-hidden", "true");
        root.Add(Namespaced(chart));
        for (int i = 0; i < notes.Count; i++) root.Add(Text(notes[i].Text, Margin, Margin * 2 + RelationChart.Height + (i + 1) * LineHeight, notes[i].IsHead));
        return root.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static string Range(RelationReport report) =>
        $"{Day(report.Series.Points[0].From)} to {Day(report.Series.Points[^1].To)}";

    private static string Description(RelationReport report, string first, string second)
    {
        int happenings = report.Series.Points.Sum(point => point.Count);
        string head = string.Create(CultureInfo.InvariantCulture, $"{happenings} happenings between {first} and {second} by {report.Question.By.ToString().ToLowerInvariant()}. ");
        if (report.Index.Unresolved is { } reason) return head + $"No index: {reason}.";
        IndexPoint last = report.Index.Points[^1];
        string now = string.Create(CultureInfo.InvariantCulture, $"The index ends at {last.Value:+0.0;-0.0;0.0} points against the long-run level of {report.Index.LongRun:+0.0;-0.0;0.0} (band {last.Low:+0.0;-0.0;0.0} to {last.High:+0.0;-0.0;0.0}). ");
        return head + now + (report.Index.Breaks.IsEmpty ? "No break." : string.Join(' ', report.Index.Breaks.Select((one, i) => $"{Told(one, i)}.")))
            + string.Concat(report.Index.Shocks.Select(one => $" {Told(one)}.")) + string.Concat(report.Index.Surges.Select(one => $" {Told(one)}."));
    }

    private static IEnumerable<(string Text, bool IsHead)> Notes(RelationReport report)
    {
        for (int i = 0; i < report.Index.Breaks.Length; i++)
        {
            yield return (Told(report.Index.Breaks[i], i), true);
            foreach (string told in Accounts(report, report.Index.Breaks[i].Movers)) yield return (told, false);
        }

        foreach (Shock one in report.Index.Shocks)
        {
            yield return (Told(one), true);
            foreach (string told in Accounts(report, one.Movers)) yield return (told, false);
        }

        foreach (Surge one in report.Index.Surges)
        {
            yield return (Told(one), true);
            foreach (string told in Accounts(report, one.Movers)) yield return (told, false);
        }

        if (report.Index.Unresolved is { } reason) yield return ($"No index: {reason}.", true);
    }

    private static IEnumerable<string> Accounts(RelationReport report, ImmutableArray<long> ids)
    {
        foreach (long id in ids)
        {
            if (report.Accounts.TryGetValue(id, out RelationAccount? account)) yield return $"{Day(account.Day)}  {account.Type}  {Short(account.Sentence)}";
        }
    }

    private static string Told(Shock one) => string.Create(CultureInfo.InvariantCulture,
        $"◆ shock in the period from {Day(one.From)}: mean {one.Value:+0.0;-0.0;0.0} against the level {one.Level:+0.0;-0.0;0.0}");

    private static string Told(Surge one) => string.Create(CultureInfo.InvariantCulture,
        $"■ surge of {one.Kind.Replace('-', ' ')} in the period from {Day(one.From)}: {one.Count} happenings, usually {one.Usual}");

    private static string Told(ChangePoint one, int number) => string.Create(CultureInfo.InvariantCulture,
        $"{number + 1} {(one.IsThaw ? "▲ thaw" : "▼ freeze")} from {Day(one.From)} (between {Day(one.Earliest)} and {Day(one.Latest)}): level {one.Before:+0.0;-0.0;0.0} to {one.After:+0.0;-0.0;0.0}");

    private static string Short(string text) => text.Length <= MostLetters ? text : text[..text.LastIndexOf(' ', MostLetters)] + " …";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static XElement Text(string text, int x, int y, bool isHead) => new(Svg + "text",
        new XAttribute("x", x), new XAttribute("y", y), new XAttribute("font-family", Fonts), new XAttribute("font-size", isHead ? 13 : 12),
        new XAttribute("fill", "#1a1a1a"), isHead ? new XAttribute("font-weight", "bold") : null, text);

    // The exporter leaves elements outside the namespace where it writes no document's head, and names one font alone.
    private static XElement Namespaced(XElement element)
    {
        XElement copy = new(Svg + element.Name.LocalName, element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration));
        if (copy.Attribute("font-family") is { } font) font.Value = Fonts;
        foreach (XNode node in element.Nodes()) copy.Add(node is XElement child ? Namespaced(child) : node is XText text ? new XText(text.Value.TrimEnd(RelationChart.Padding)) : node);
        return copy;
    }
}
