namespace Readout.House.Tests;

/// <summary>Which project may stand on which: the arrows of the house, one way only.</summary>
internal static class Arrows
{
    private static readonly Dictionary<string, string[]> Direct = new(StringComparer.Ordinal)
    {
        ["Readout.Text"] = [],
        ["Readout.Coding"] = ["Readout.Text"],
        ["Readout.Evaluation"] = ["Readout.Coding"],
        ["Readout.Sources"] = ["Readout.Text"],
        ["Readout.Analysis"] = ["Readout.Coding"],
        ["Readout.Archive"] = ["Readout.Analysis"],
        ["Readout.Jobs"] = ["Readout.Sources", "Readout.Archive"],
        ["Readout.Desk"] = ["Readout.Jobs"],
        ["Readout.Cluster"] = ["Readout.Jobs"],
        ["Readout.Cli"] =
        [
            "Readout.Text", "Readout.Coding", "Readout.Evaluation", "Readout.Sources", "Readout.Analysis", "Readout.Archive",
            "Readout.Jobs", "Readout.Desk", "Readout.Cluster",
        ],
    };

    /// <summary>The projects that <paramref name="project"/> may name in its file; null where it has no place in the house.</summary>
    public static IReadOnlyCollection<string>? DirectlyFrom(string project) => Direct.GetValueOrDefault(project);

    /// <summary>The projects whose assemblies <paramref name="project"/> may use, those of its own references included.</summary>
    public static SortedSet<string> ReachableFrom(string project)
    {
        SortedSet<string> reachable = new(StringComparer.Ordinal);
        Stack<string> open = new(Direct[project]);
        while (open.TryPop(out string? next))
        {
            if (!reachable.Add(next)) continue;
            foreach (string further in Direct[next]) open.Push(further);
        }

        return reachable;
    }
}
