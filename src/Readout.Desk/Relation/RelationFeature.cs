using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.Charts;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.Relation;

/// <summary>Relations: <c>/relations</c>, <c>/relation/{a}/{b}</c> with its exports and its embedded chart, <c>/api/relations</c>.</summary>
internal sealed class RelationFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services) => services.AddSingleton<CountedPairs>().AddSingleton<Publishers>().AddSingleton<RelationModels>().AddSingleton<RelationsModels>();

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/relations", (RelationsModels models) => DeskPages.Show<RelationsPage>(models.Read()));
        desk.MapGet("/relation", Choose);
        desk.MapGet("/relation/{a}/{b}", Page);
        desk.MapGet("/relation/{a}/{b}/embed", Embed);
        desk.MapGet("/relation/{a}/{b}/series.csv", Csv);
        desk.MapGet("/relation/{a}/{b}/chart.svg", Svg);
        desk.MapApi("/api/relations",
            new ApiOperation("relations", "Relations", "The relations that moved most over the last two weeks, against the eight weeks before."), (RelationsModels models) => models.Read());
        desk.MapApi("/api/relations/{a}/{b}",
            new ApiOperation("relation", "Relations", "A relation over time: series, index, turning points, both sides' accounts, what stands open, meetings ahead.")
            {
                Description = "Steps are days, weeks or months; where there would be too many of them, longer ones. The index is made of all that is known up to the last day; `from` only cuts what is shown.",
                Parameters =
                [
                    ApiParameter.Path("a", "The first side: its code or its name.", "NOR"),
                    ApiParameter.Path("b", "The second side.", "CHL"),
                    ApiParameter.Day("from", "First day; that of the first happening without it.", "1987-03-01"),
                    ApiParameter.Day("to", "Last day, inclusive; that of the last happening without it."),
                    ApiParameter.Choose("by", "Length of the steps; what suits the days without it.", "day", "week", "month") with { IsMany = false },
                    ApiParameter.Number("contact", "Number of a happening, a meeting or call, of which both accounts are given; the newest that both tell without it.", null, 1, long.MaxValue),
                ],
            },
            (string a, string b, HttpContext context, RelationModels models) => models.Read(models.Sides(a, b), RelationAsk.Of(context.Request.Query)));
    }

    private static IResult Choose(HttpContext context, RelationModels models) =>
        context.Request.Query.Text("a") is { } one && context.Request.Query.Text("b") is { } other ? Results.Redirect(models.Sides(one, other).Address) : Results.Redirect("/relations");

    // Names lead to the address with codes, so that a relation has one address for each order of its sides.
    private static IResult Page(string a, string b, HttpContext context, RelationModels models)
    {
        RelationSides sides = models.Sides(a, b);
        RelationAsk ask = RelationAsk.Of(context.Request.Query) with { OpensOnNews = true };
        return sides.First.Code != a || sides.Second.Code != b
            ? Results.Redirect(sides.Address + context.Request.QueryString)
            : DeskPages.Show<RelationPage>(models.Read(sides, ask));
    }

    private static RazorComponentResult Embed(string a, string b, HttpContext context, RelationModels models)
    {
        RelationModel model = models.Read(models.Sides(a, b), RelationAsk.Of(context.Request.Query) with { OpensOnNews = true });
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.EmbedPolicy;
        return DeskPages.Show<RelationEmbedPage>(model);
    }

    private static IResult Csv(string a, string b, HttpContext context, RelationModels models)
    {
        RelationSides sides = models.Sides(a, b);
        RelationReport report = models.Report(sides, RelationAsk.Of(context.Request.Query)) ?? throw Unknown(sides);
        return Results.Bytes(Encoding.UTF8.GetBytes(RelationCsv.Write(report)), "text/csv; charset=utf-8", $"{sides.Pair}.csv");
    }

    private static IResult Svg(string a, string b, HttpContext context, RelationModels models)
    {
        RelationSides sides = models.Sides(a, b);
        RelationReport report = models.Report(sides, RelationAsk.Of(context.Request.Query)) ?? throw Unknown(sides);
        if (report.Series.Points.IsEmpty) throw DeskFaultException.NotFound("chart of these days");
        (RelationSide first, RelationSide second) = sides.AreTurned ? (sides.Second, sides.First) : (sides.First, sides.Second);
        return Results.Bytes(Encoding.UTF8.GetBytes(RelationSvg.Draw(report, first.Name, second.Name)), "image/svg+xml", $"{sides.Pair}.svg");
    }

    private static DeskFaultException Unknown(RelationSides sides) => DeskFaultException.NotFound($"happening between {sides.First.Name} and {sides.Second.Name}");
}
