using System.Collections.Immutable;

namespace Readout.Desk.Layout;

/// <summary>The entries of the navigation that lead to a page of this desk. Immutable once read.</summary>
/// <param name="endpoints">What the desk answers to.</param>
public sealed class Navigation(EndpointDataSource endpoints)
{
    private readonly Lazy<ImmutableArray<NavigationItem>> _items = new(() => [.. NavigationItem.All.Where(item => Leads(endpoints, item.Address))]);

    /// <summary>The entries, in their order.</summary>
    public ImmutableArray<NavigationItem> Items => _items.Value;

    /// <summary>Whether an entry leads somewhere.</summary>
    /// <param name="key">Its key: <c>search</c>.</param>
    public bool Has(string key) => Items.Any(item => item.Key == key);

    private static bool Leads(EndpointDataSource endpoints, string address) =>
        endpoints.Endpoints.OfType<RouteEndpoint>().Any(endpoint => string.Equals(endpoint.RoutePattern.RawText?.Trim('/'), address.Trim('/'), StringComparison.Ordinal));
}
