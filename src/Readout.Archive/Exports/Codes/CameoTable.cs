using System.Collections.Frozen;
using System.Globalization;

namespace Readout.Archive.Exports.Codes;

/// <summary>
/// What the older layouts want to know of a CAMEO code: its name (<c>data/exports/cameo.txt</c>), its Goldstein score
/// (<c>data/codebook/cameo.txt</c>) and its quad class. Immutable, thread-safe.
/// </summary>
internal sealed class CameoTable
{
    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenDictionary<string, double> _scores;

    private CameoTable()
    {
        _names = DataTable.Rows("exports/cameo.txt", 2).ToFrozenDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
        _scores = Scores().ToFrozenDictionary(score => score.Code, score => score.Value, StringComparer.Ordinal);
    }

    /// <summary>The table that ships with the program, read on first use.</summary>
    public static CameoTable Default { get; } = new();

    /// <summary>CAMEO's name of a code, or null.</summary>
    public string? Name(string? code) => code is null ? null : _names.GetValueOrDefault(code);

    /// <summary>Goldstein score of a code, or null.</summary>
    public double? Goldstein(string? code) => code is not null && _scores.TryGetValue(code, out double score) ? score : null;

    /// <summary>The first two digits of a code, or null.</summary>
    public static string? Root(string? code) => code is { Length: >= 2 } ? code[..2] : null;

    /// <summary>The first three digits of a code, the code itself where it has fewer, or null.</summary>
    public static string? Base(string? code) => code is { Length: > 3 } ? code[..3] : code;

    /// <summary>
    /// GDELT's and Phoenix's class by the root code: 1 verbal cooperation (03 to 05), 2 material cooperation (06 to 08),
    /// 3 verbal conflict (09 to 13), 4 material conflict (14 to 20). Statements and appeals (01, 02) are 0 in Phoenix and 1 in GDELT.
    /// </summary>
    public static int? Quad(string? code, int statements)
    {
        if (!int.TryParse(Root(code), NumberStyles.None, CultureInfo.InvariantCulture, out int root)) return null;
        return root switch { < 3 => statements, < 6 => 1, < 9 => 2, < 14 => 3, _ => 4 };
    }

    // The block "goldstein" of the codebook's file: indented lines of code and score.
    private static IEnumerable<(string Code, double Value)> Scores()
    {
        bool inside = false;
        foreach (string line in DataTable.Lines("codebook/cameo.txt"))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] != ' ') inside = line.Trim() == "goldstein";
            else if (inside && line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [string code, string score])
            {
                yield return (code, double.Parse(score, CultureInfo.InvariantCulture));
            }
        }
    }
}
