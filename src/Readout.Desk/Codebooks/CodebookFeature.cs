using Readout.Coding.Record;
using Readout.Desk.Api;
using Readout.Desk.Hosting;

namespace Readout.Desk.Codebooks;

/// <summary>How events are coded: <c>/codebook</c>, <c>/codebook/{type}</c>.</summary>
internal sealed class CodebookFeature : IDeskFeature
{
    private static readonly ApiParameter s_sentence =
        ApiParameter.Text("sentence", "A sentence of your own, up to 500 characters.", "Norway will meet Chile in Geneva next week.");

    private static readonly ApiParameter s_date = ApiParameter.Day("date", "Day of publication; without it, relative dates stay unresolved.");

    public void AddTo(IServiceCollection services) => services.AddSingleton<CodebookModels>();

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/codebook", ShowAsync);
        desk.MapGet("/codebook/{type}", (string type, HttpContext context, CodebookModels models) =>
            DeskPages.Show<TypePage>(Type(type, context.Request.Query, models) ?? throw DeskFaultException.NotFound("such type in the codebook")));
        desk.MapApi("/api/codebook", new ApiOperation("codebook", "Codebook", "The event types with their definitions."), (CodebookModels models) => models.All());
        desk.MapApi("/api/codebook/{type}",
            new ApiOperation("codebookType", "Codebook", "A type with its modes, frames and worked examples.")
            {
                Parameters =
                [
                    ApiParameter.Path("type", "A PLOVER type.", "CONSULT"), ApiParameter.Text("q", "Words that a frame or an example must have.", "summit"),
                    ApiParameter.Number("from", "Which frame, and which example, is the first of the page.", 0, 0, 100_000),
                ],
                Finds = "type",
                Answers = typeof(TypeModel),
            },
            (string type, HttpContext context, CodebookModels models) => Type(type, context.Request.Query, models));
        desk.MapApi("/api/coding",
            new ApiOperation("coding", "Codebook", "The record of a sentence of your own, with why.") { Parameters = [s_sentence, s_date] },
            async (HttpContext context, CodebookModels models) => new RawJson(RecordJson.ToUtf8(await models.CodeAsync(Sentence(context.Request.Query), context.Request.Query.Day("date")).ConfigureAwait(false))));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, CodebookModels models)
    {
        IQueryCollection query = context.Request.Query;
        CodebookModel model = models.All();
        if (query.Text("sentence") is { } sentence) model = model with { Tried = await models.TryAsync(sentence, query.Day("date")).ConfigureAwait(false) };
        return DeskPages.Show<CodebookPage>(model, model.Tried?.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static TypeModel? Type(string type, IQueryCollection query, CodebookModels models)
    {
        string? words = query.Text("q");
        if (words?.Length > ApiParameter.MostCharacters) throw DeskFaultException.Bad("q is too long.");
        return models.Type(type, words, (int)query.Number("from", 0, 0, 100_000));
    }

    private static string Sentence(IQueryCollection query) => query.Text("sentence") ?? throw DeskFaultException.Bad("Give a sentence.");
}
