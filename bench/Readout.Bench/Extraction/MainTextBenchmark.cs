using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Readout.Sources;
using Readout.Sources.Pages;

namespace Readout.Bench.Extraction;

/// <summary>Main text of one made-up page with menus, related links and comments around its paragraphs.</summary>
[MemoryDiagnoser]
public class MainTextBenchmark
{
    private string _page = "";

    /// <summary>Paragraphs of the article.</summary>
    [Params(20, 200)]
    public int Paragraphs { get; set; }

    /// <summary>Writes the page.</summary>
    [GlobalSetup]
    public void Write()
    {
        StringBuilder html = new("<html><head><title>The harbour opens</title></head><body><nav><ul>");
        for (int i = 0; i < 300; i++) html.Append(CultureInfo.InvariantCulture, $"<li class=\"menu-item item-{i}\"><a href=\"/section/{i}\"><span>Section {i}</span></a></li>");
        html.Append("</ul></nav><main><h1>The harbour opens</h1><div class=\"story-body\">");
        for (int i = 0; i < Paragraphs; i++) html.Append(CultureInfo.InvariantCulture, $"<p>The council met on day {i} and voted to <em>open</em> the harbour to <a href=\"/ships\">ships</a> from abroad, the clerk said.</p>");
        html.Append("</div><div class=\"related-stories\">");
        for (int i = 0; i < 100; i++) html.Append(CultureInfo.InvariantCulture, $"<div class=\"card\"><a href=\"/{i}\"><h3>Another story of day {i}</h3></a><p>What it tells in a few words.</p></div>");
        _page = html.Append("</div></main></body></html>").ToString();
    }

    /// <summary>Parses the page and takes its text out.</summary>
    [Benchmark]
    public IReadOnlyList<TextBlock> Extract() => MainText.ExtractMainText(_page);
}
