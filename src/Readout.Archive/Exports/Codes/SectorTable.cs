using System.Collections.Frozen;

namespace Readout.Archive.Exports.Codes;

/// <summary>PLOVER's sectors as CAMEO and ICEWS spell them (<c>data/exports/sectors.txt</c>). Immutable, thread-safe.</summary>
internal sealed class SectorTable
{
    private readonly FrozenDictionary<string, (string? Cameo, string Icews)> _sectors;

    private SectorTable() =>
        _sectors = DataTable.Rows("exports/sectors.txt", 3)
            .ToFrozenDictionary(cells => cells[0], cells => (cells[1] == "-" ? null : cells[1], cells[2]), StringComparer.Ordinal);

    /// <summary>The table that ships with the program, read on first use.</summary>
    public static SectorTable Default { get; } = new();

    /// <summary>CAMEO's role of a sector, or null.</summary>
    public string? Cameo(string? sector) => Find(sector).Cameo;

    /// <summary>The words of ICEWS for a sector, or null.</summary>
    public string? Icews(string? sector) => Find(sector).Icews;

    private (string? Cameo, string? Icews) Find(string? sector) =>
        sector is not null && _sectors.TryGetValue(sector, out (string? Cameo, string Icews) found) ? found : (null, null);
}
