using System.Collections.Frozen;
using Readout.Archive.Exports.Codes;

namespace Readout.Archive.Watches.Making;

/// <summary>Short English names of the codes of the closed table. Thread-safe.</summary>
public static class CodeNames
{
    private static readonly FrozenDictionary<string, string> Bodies =
        DataTable.Rows("actors/codes.txt", 3).ToFrozenDictionary(cells => cells[0], cells => cells[2], StringComparer.Ordinal);

    /// <summary>The name of a state or body; the code itself where it is in no table.</summary>
    public static string Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return StateTable.Default.Find(code)?.Name ?? Bodies.GetValueOrDefault(code) ?? code;
    }

    /// <summary>Two sides for people: <c>Russia and United States</c>.</summary>
    public static string Of(string first, string second) => $"{Of(first)} and {Of(second)}";
}
