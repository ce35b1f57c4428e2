using Readout.Coding.Packs;
using Readout.Coding.Places;
using Readout.Tests;

namespace Readout.Coding.Tests.Places;

/// <summary>The gazetteer of this repository, parsed once.</summary>
internal static class PlaceData
{
    private static readonly List<DataProblem> Found = [];

    public static IReadOnlyList<DataFile> Files { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "data", "places"), "*.txt").Order(StringComparer.Ordinal)
            .Select(path => new DataFile($"places/{Path.GetFileName(path)}", File.ReadAllText(path))),
    ];

    public static Gazetteer Gazetteer { get; } = Gazetteer.Parse(Files, Found);

    public static IReadOnlyList<DataProblem> Problems => Found;
}
