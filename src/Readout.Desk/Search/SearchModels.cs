using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive;
using Readout.Archive.SavedSearches;
using Readout.Archive.Search;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Layout;
using Readout.Desk.Security;
using Readout.Text;

namespace Readout.Desk.Search;

/// <summary>Reads what searches find, and the searches that readers keep. Safe to call from every thread.</summary>
internal sealed class SearchModels(RecordArchive archive, DeskKnowledge knowledge, PageCursors cursors, TimeProvider time)
{
    private const string List = "search";
    private readonly Searcher _searcher = new(archive);
    private readonly SavedSearchStore _saved = new(archive);

    /// <summary>A page of what is found; where the words cannot be understood, why.</summary>
    /// <exception cref="DeskFaultException">A facet or the cursor cannot be understood.</exception>
    public SearchModel Find(IQueryCollection query, DeskReader reader, int limit)
    {
        SearchAsk ask = SearchAsk.Of(query);
        long? after = cursors.Read(List, query)?[0];
        SearchModel model = new()
        {
            Words = ask.Words,
            Chosen = [.. ask.Chosen.Select(pair => new ChosenFacet(pair.Name, pair.Value, Label(pair.Name, pair.Value, pair.Value), ask.Without(pair.Name, pair.Value).Address))],
            From = ask.From,
            To = ask.To,
            Query = ask.Query,
            IsAsked = !ask.IsEmpty,
            IsLater = after is not null,
            Saved = Saved(reader),
        };
        if (ask.IsEmpty) return model;
        SearchQuery wanted = ask.ToQuery(after, limit);
        try
        {
            return Filled(model, ask, _searcher.Find(wanted), query);
        }
        catch (ArgumentException exception)
        {
            return model with { Fault = exception.Message };
        }
    }

    /// <summary>Keeps the search of a query string under a name.</summary>
    /// <exception cref="DeskFaultException">It cannot be kept.</exception>
    public string Keep(DeskReader reader, string name, string queryString)
    {
        SearchAsk ask = SearchAsk.Of(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(queryString)));
        if (ask.IsEmpty) throw DeskFaultException.Bad("A search that asks for nothing cannot be kept.");
        try
        {
            _saved.Keep(reader.Name, name, ask.Query, time.GetUtcNow());
        }
        catch (ArgumentException exception)
        {
            throw DeskFaultException.Bad(Sentence(exception.Message));
        }

        return ask.Address;
    }

    /// <summary>Forgets a search; nothing where there is none of that name.</summary>
    public void Forget(DeskReader reader, string name) => _saved.Forget(reader.Name, name);

    private ImmutableArray<SavedLine> Saved(DeskReader reader) => [.. _saved.Of(reader.Name).Select(kept => new SavedLine(kept.Name, "/search?" + kept.Query, kept.MadeAt))];

    private SearchModel Filled(SearchModel model, SearchAsk ask, SearchPage page, IQueryCollection query) => model with
    {
        Of = page.CountsEvents ? "events" : "sentences",
        Total = page.Total,
        IsMore = page.IsMore,
        Hits = [.. page.Hits.Select(Line)],
        Facets = [.. page.Facets.Select(facet => new FacetList(facet.Name, [.. facet.Values.Select(value => Line(facet.Name, value, ask))]))],
        Next = page.Next is { } next ? cursors.Write(List, query, next) : null,
    };

    private static SearchLine Line(SearchHit hit) => new(
        ArticleLine.Of(hit.Article), hit.Sentence, hit.Text, [.. hit.Marks.Select(mark => Within(mark, hit))], [.. hit.Events.Select(EventLineModel.Of)]);

    private static TextSpan Within(TextSpan mark, SearchHit hit)
    {
        int start = Math.Clamp(mark.Start - hit.Span.Start, 0, hit.Text.Length);
        return new TextSpan(start, Math.Clamp(mark.End - hit.Span.Start, start, hit.Text.Length));
    }

    private FacetLine Line(string name, FacetCount value, SearchAsk ask)
    {
        bool chosen = ask.Chosen.Contains((name, value.Value));
        SearchAsk with = name == "year" && int.TryParse(value.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? ask.InYear(year) : ask.With(name, value.Value);
        return new FacetLine(value.Value, Label(name, value.Value, value.Label), value.Count, chosen ? ask.Without(name, value.Value).Address : with.Address, chosen);
    }

    private string Label(string name, string value, string label) => name == "country" ? knowledge.NameOf(value) : label;

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..] + ".";
}
