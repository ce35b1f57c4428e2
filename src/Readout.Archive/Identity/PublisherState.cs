using System.Collections.Frozen;
using Readout.Archive.Exports.Codes;

namespace Readout.Archive.Identity;

/// <summary>The state of a publisher by its address: country domains (ISO 3166-1, and uk for GB), and the closed domains of the United States.</summary>
public static class PublisherState
{
    private static readonly Lazy<FrozenDictionary<string, string>> s_states = new(() => DataTable.Rows("actors/states.txt", 9)
        .Where(cells => cells[1].Length == 2).Select(cells => (Domain: cells[1].ToLowerInvariant(), Code: cells[0]))
        .DistinctBy(pair => pair.Domain).Append(("uk", "GBR")).DistinctBy(pair => pair.Item1).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal));

    /// <summary>Alpha-3 code of the state whose domain a host ends in; null for a host of no state and for what is no host.</summary>
    /// <param name="host">A publisher as articles name it: <c>www.example.no</c>.</param>
    public static string? OfHost(string? host)
    {
        if (host is null || host.Contains(' ', StringComparison.Ordinal)) return null;
        int dot = host.LastIndexOf('.');
        if (dot < 1) return null;
        string domain = host[(dot + 1)..].ToLowerInvariant();
        return domain is "gov" or "mil" ? "USA" : s_states.Value.GetValueOrDefault(domain);
    }
}
