using Readout.Desk.Hosting;

namespace Readout.Desk.Sources;

/// <summary>Where articles come from: <c>/sources</c>.</summary>
internal sealed class SourcesFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<SourceJobs>();
        services.AddSingleton<SourceModels>();
        services.AddHostedService(provider => provider.GetRequiredService<SourceJobs>());
    }

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapSourcePages();
        desk.MapSourceForms();
        desk.MapSourceApi();
    }
}
