using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive.Reading;
using Readout.Archive.Search;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Cli.Printing;

/// <summary>What a search found, for people: each sentence with the words marked, its events, and the facets.</summary>
internal sealed class SearchPageText(TextWriter output, Paint paint, int width)
{
    public void Print(SearchPage page)
    {
        foreach (SearchHit hit in page.Hits) Print(hit);
        output.WriteLine(paint.Head(Total(page)));
        foreach (FacetCounts facet in page.Facets) output.WriteLine($"  {facet.Name,-8} {string.Join(", ", facet.Values.Select(Value))}");
        if (page.Next is { } next) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  more: --after {next}"));
    }

    private void Print(SearchHit hit)
    {
        string[] facts = [ActorPage.Day(hit.Article.Published) ?? "no date", hit.Article.Source ?? "no source", hit.Article.Title ?? hit.Article.GivenId];
        output.WriteLine(paint.Bold(MarkedSentence.Plain(string.Join(" · ", facts))));
        MarkedSentence sentence = new(hit.Text, new TextSpan(0, hit.Text.Length), hit.Marks.Select(mark => (Role.Deed, new TextSpan(mark.Start - hit.Span.Start, mark.End - hit.Span.Start))));
        foreach (string line in sentence.Lines(width - 2, paint)) output.WriteLine($"  {line}");
        foreach (KeptEvent kept in hit.Events) output.WriteLine($"  {paint.Dim(MarkedSentence.Plain(Event(kept)))}");
        output.WriteLine();
    }

    private static string Event(KeptEvent kept)
    {
        string deed = kept.Mode is null ? kept.Type.Spelt() : $"{kept.Type.Spelt()} {kept.Mode}";
        string day = kept.Date?.From is { } from ? $" {ActorPage.Day(from)}" : "";
        string whom = kept.Recipients.IsEmpty ? "" : $" -> {Names(kept.Recipients)}";
        return $"{deed}, {kept.Status.Spelt()}{day}: {(kept.Actors.IsEmpty ? "-" : Names(kept.Actors))}{whom}  [{kept.Key}]";
    }

    private static string Names(ImmutableArray<KeptParty> parties) => string.Join(", ", parties.Select(party => party.Code is null ? party.Name : $"{party.Name} ({party.Code})"));

    private static string Total(SearchPage page) =>
        string.Create(CultureInfo.InvariantCulture, $"{page.Total:#,0}{(page.IsMore ? "+" : "")} {(page.CountsEvents ? "event" : "sentence")}{(page.Total == 1 ? "" : "s")}");

    private static string Value(FacetCount value) =>
        MarkedSentence.Plain(string.Create(CultureInfo.InvariantCulture, $"{(value.Label == value.Value || !value.Value.Contains('/') ? value.Label : $"{value.Label} <{value.Value}>")} {value.Count:#,0}"));
}
