namespace Readout.Sources.Furniture;

/// <summary>The lists of <c>data/words/furniture.txt</c>, read once on first use. Thread-safe.</summary>
internal static class FurnitureLists
{
    /// <summary>Section name to entries, lower-cased.</summary>
    public static Dictionary<string, List<string>> Sections { get; } = WordLists.Load("words/furniture.txt");
}
