using System.Collections.Frozen;

namespace Readout.Archive.Exports.Codes;

/// <summary>A state as other code lists know it; a code that it has not is null.</summary>
/// <param name="Alpha3">ISO 3166-1 alpha-3.</param>
/// <param name="Cow">Number of the Correlates of War list.</param>
/// <param name="Fips">FIPS 10-4.</param>
/// <param name="Name">Short English name.</param>
internal sealed record StateCodes(string Alpha3, string? Cow, string? Fips, string Name);

/// <summary>The states of <c>data/actors/states.txt</c>. Immutable, thread-safe.</summary>
internal sealed class StateTable
{
    private readonly FrozenDictionary<string, StateCodes> _states;

    private StateTable() =>
        _states = DataTable.Rows("actors/states.txt", 9)
            .Select(cells => new StateCodes(cells[0], Known(cells[2]), Known(cells[3]), cells[4]))
            .ToFrozenDictionary(state => state.Alpha3, StringComparer.Ordinal);

    /// <summary>The table that ships with the program, read on first use.</summary>
    public static StateTable Default { get; } = new();

    /// <summary>The state of an alpha-3 code; null for none and for codes of bodies.</summary>
    public StateCodes? Find(string? code) => code is null ? null : _states.GetValueOrDefault(code);

    private static string? Known(string cell) => cell is "" or "-" ? null : cell;
}
