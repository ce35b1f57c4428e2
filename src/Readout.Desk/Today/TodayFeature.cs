using Readout.Desk.Hosting;

namespace Readout.Desk.Today;

/// <summary>What changed since the reader last looked: <c>/</c>.</summary>
internal sealed class TodayFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services)
    {
    }

    public void Map(IEndpointRouteBuilder desk) => desk.MapGet("/", () => DeskPages.Show<TodayPage>(DateTime.UnixEpoch));
}
