using Microsoft.AspNetCore.Mvc;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.Search;

/// <summary>Search: <c>/search</c> with the searches that readers keep, <c>/api/search</c>, <c>/api/events</c>.</summary>
internal sealed class SearchFeature : IDeskFeature
{
    private const int HitsAPage = 20;

    public void AddTo(IServiceCollection services) => services.AddSingleton<SearchModels>().AddSingleton<EventsModels>();

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/search", (HttpContext context, SearchModels models) =>
        {
            SearchModel model = models.Find(context.Request.Query, context.DeskReader(), HitsAPage);
            return DeskPages.Show<FoundPage>(model, model.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
        });
        desk.MapPost("/search/keep", ([FromForm] string? name, [FromForm] string? query, HttpContext context, SearchModels models) =>
            DeskPages.SeeOther(models.Keep(context.DeskReader(), name ?? "", query ?? ""))).WithMetadata(ForReaders.Instance);
        desk.MapPost("/search/forget", ([FromForm] string? name, HttpContext context, SearchModels models) =>
        {
            models.Forget(context.DeskReader(), name ?? "");
            return DeskPages.SeeOther("/search");
        }).WithMetadata(ForReaders.Instance);
        desk.MapApi("/api/search", Operation, (HttpContext context, SearchModels models) => Find(context, models));
        desk.MapApi("/api/events", EventsModels.Operation, (HttpContext context, EventsModels models) => models.Read(context.Request.Query));
    }

    private static ApiOperation Operation { get; } = new("search", "Events", "Sentences by words, and by what the events in them are.")
    {
        Description = "Words all occur; \"a phrase\", begin*, this OR that, -without. Facets narrow the search to sentences whose events have them, and events are counted then. "
            + "Counting stops at five thousand; facets are counted over the newest events found.",
        Parameters =
        [
            ApiParameter.Text("q", "Words.", "embargo fish*"),
            .. SearchAsk.Names.Select(name => ApiParameter.Texts(name, Of(name))),
            ApiParameter.Day("from", "First day of the event, else of its publication.", "1987-03-01"),
            ApiParameter.Day("to", "Last day, inclusive."),
            ApiParameter.Limit(HitsAPage, 100),
            ApiParameter.Cursor,
        ],
    };

    private static SearchModel Find(HttpContext context, SearchModels models)
    {
        SearchModel model = models.Find(context.Request.Query, context.DeskReader(), (int)context.Request.Query.Number("limit", HitsAPage, 1, 100));
        if (!model.IsAsked) throw DeskFaultException.Bad("Nothing is looked for: give words (q) or a facet such as type.");
        return model.Fault is null ? model : throw DeskFaultException.Bad(char.ToUpperInvariant(model.Fault[0]) + model.Fault[1..] + ".");
    }

    private static string Of(string name) => name switch
    {
        "type" => "PLOVER types.",
        "mode" => "PLOVER modes.",
        "context" => "PLOVER contexts.",
        "status" => "Statuses: actual, historical, future, hypothetical, negated.",
        "country" => "Countries of parties: `NOR`.",
        "actor" => "Parties: directory identifiers, names or codes.",
        "speaker" => "Whose account it is: directory identifiers or names.",
        _ => "Publishers' names or hosts.",
    };
}
