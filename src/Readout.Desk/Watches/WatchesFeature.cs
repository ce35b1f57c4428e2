using Readout.Desk.Hosting;

namespace Readout.Desk.Watches;

/// <summary>Saved questions and their briefs: <c>/watches</c>.</summary>
internal sealed class WatchesFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<WatchModels>();
        services.AddSingleton<WatchTools>();
        services.AddSingleton<WatchRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<WatchRunner>());
    }

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapWatchPages();
        desk.MapWatchForms();
        desk.MapWatchApi();
    }
}
