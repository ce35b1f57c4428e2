using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Readout.Sources.Tests;

/// <summary>Cases from <c>tests/specs/sources</c>.</summary>
internal static class Specs
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    public static IReadOnlyList<T> Read<T>(string file, [CallerFilePath] string here = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(here)!, "..", "specs", "sources", file);
        if (!File.Exists(path)) path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "specs", "sources", file);
        return JsonSerializer.Deserialize<List<T>>(File.ReadAllText(path), s_options)!;
    }
}
