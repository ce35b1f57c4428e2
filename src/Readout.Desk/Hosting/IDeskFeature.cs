namespace Readout.Desk.Hosting;

/// <summary>A feature of the desk: its models, its pages and its part of the API.</summary>
internal interface IDeskFeature
{
    /// <summary>Registers what reads the feature's models.</summary>
    void AddTo(IServiceCollection services);

    /// <summary>Maps its pages, forms and API.</summary>
    void Map(IEndpointRouteBuilder desk);
}
