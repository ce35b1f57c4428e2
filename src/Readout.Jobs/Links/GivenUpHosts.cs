using Readout.Analysis.Phrasing;

namespace Readout.Jobs.Links;

/// <summary>Hosts that are left alone for the rest of a run, with how many addresses were spared them. For one thread.</summary>
internal sealed class GivenUpHosts
{
    private readonly SortedDictionary<string, int> _spared = new(StringComparer.Ordinal);

    /// <summary>Leaves a host alone.</summary>
    public void Add(Uri address) => _spared.TryAdd(address.Authority, 0);

    /// <summary>Whether a host is left alone; counts the address where it is.</summary>
    public bool Spares(Uri address)
    {
        if (!_spared.TryGetValue(address.Authority, out int count)) return false;
        _spared[address.Authority] = count + 1;
        return true;
    }

    /// <summary>A line for each host that was spared addresses; forgets them.</summary>
    public IReadOnlyList<string> Tell()
    {
        string[] lines = [.. _spared.Where(host => host.Value > 0).Select(host => $"{host.Key}: {Wording.Count(host.Value, "further address", "further addresses")} not fetched; the next run asks again")];
        _spared.Clear();
        return lines;
    }
}
