using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.Charts;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.Relation;

/// <summary>Relations: <c>/relations</c>, <c>/relation/{a}/{b}</c> with its exports and its embedded chart, <c>/api/relations</c>.</summary>
internal sealed class RelationFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services) => services.AddSingleton<Publishers>().AddSingleton<RelationModels>().AddSingleton<RelationsModels>();

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/relations", (RelationsModels models) => DeskPages.Show<RelationsPage>(models.Read()));
        desk.MapGet("/relation", Choose);
        desk.MapGet("/relation/{a}/{b}", Page);
        desk.MapGet("/relation/{a}/{b}/embed", Embed);
        desk.MapGet("/relation/{a}/{b}/series.csv", Csv);
        desk.MapGet("/relation/{a}/{b}/chart.svg", Svg);
        desk.MapGet("/api/relations", (RelationsModels models) => TypedResults.Ok(models.Read()));
        desk.MapGet("/api/relations/{a}/{b}", (string a, string b, HttpContext context, RelationModels models) =>
            TypedResults.Ok(models.Read(models.Sides(a, b), RelationAsk.Of(context.Request.Query))));
    }

    private static IResult Choose(HttpContext context, RelationModels models) =>
        context.Request.Query.Text("a") is { } one && context.Request.Query.Text("b") is { } other ? Results.Redirect(models.Sides(one, other).Address) : Results.Redirect("/relations");

    // Names lead to the address with codes, so that a relation has one address for each order of its sides.
    private static IResult Page(string a, string b, HttpContext context, RelationModels models)
    {
        RelationSides sides = models.Sides(a, b);
        RelationAsk ask = RelationAsk.Of(context.Request.Query);
        return sides.First.Code != a || sides.Second.Code != b
            ? Results.Redirect(sides.Address + context.Request.QueryString)
            : DeskPages.Show<RelationPage>(models.Read(sides, ask));
    }

    private static RazorComponentResult Embed(string a, string b, HttpContext context, RelationModels models)
    {
        RelationModel model = models.Read(models.Sides(a, b), RelationAsk.Of(context.Request.Query));
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
