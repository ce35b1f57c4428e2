using Readout.Coding.Record;

namespace Readout.Evaluation.Relations;

/// <summary>
/// PLOVER's types as the measuring sets name them: in capitals, CONCEDE and RETREAT together as YIELD; and their class
/// from 1 (verbal cooperation) to 4 (material conflict), which for YIELD is always 2.
/// </summary>
public static class PloverRoot
{
    private const string Yield = "YIELD";

    private static readonly Dictionary<string, int> Pentas = Index();

    /// <summary>The root of a type.</summary>
    public static string Of(EventType type) => Normalise(type.ToString().ToUpperInvariant());

    /// <summary>The name in capitals, CONCEDE and RETREAT as YIELD.</summary>
    public static string Normalise(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string root = name.Trim().ToUpperInvariant();
        return root is "CONCEDE" or "RETREAT" ? Yield : root;
    }

    /// <summary>The class of a root, 1 to 4; null where the name is none of the fifteen.</summary>
    public static int? Penta(string root) => Pentas.TryGetValue(Normalise(root), out int penta) ? penta : null;

    /// <summary>Whether the name is one of the fifteen roots, or of the two that YIELD stands for.</summary>
    public static bool IsKnown(string name) => Penta(name) is not null;

    private static Dictionary<string, int> Index()
    {
        Dictionary<string, int> index = new(StringComparer.Ordinal);
        foreach (string root in (string[])["AGREE", "CONSULT", "SUPPORT"]) index[root] = 1;
        foreach (string root in (string[])["COOPERATE", "AID", Yield]) index[root] = 2;
        foreach (string root in (string[])["REQUEST", "ACCUSE", "REJECT", "THREATEN"]) index[root] = 3;
        foreach (string root in (string[])["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]) index[root] = 4;
        return index;
    }
}
