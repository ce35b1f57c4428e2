using Readout.Desk.Api;
using Readout.Desk.Hosting;

namespace Readout.Desk.Actor;

/// <summary>Actors: <c>/actor/{id}</c>, <c>/api/actors/{id}</c>; an identifier may have slashes.</summary>
internal sealed class ActorFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services) => services.AddSingleton<ActorModels>();

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/actor/{**id}", (string? id, HttpContext context, ActorModels actors) =>
            DeskPages.Show<ActorPage>(actors.Find(id ?? "", context.Request.Query) ?? throw DeskFaultException.NotFound("such actor")));
        desk.MapApi("/api/actors/{**id}",
            new ApiOperation("actor", "Actors", "A state, body, group or person: offices with dates, contacts, quotes, relations, newest events.")
            {
                Parameters = [ApiParameter.Path("id", "Directory identifier (`person/…`) or code of the closed table.", "NOR"), ApiParameter.Cursor],
                Finds = "actor",
            },
            (string id, HttpContext context, ActorModels actors) => actors.Find(id, context.Request.Query));
    }
}
