using System.Text.Json.Nodes;

namespace Readout.Desk.Api.Document;

/// <summary>
/// Examples of answers, as the desk gave them over news written for the project: a file for each operation beside this one, built into
/// the program. A test makes them and holds them to what the endpoints answer.
/// </summary>
internal static class ApiExamples
{
    private const string Prefix = "api-examples/";

    /// <summary>The example of an operation; null where there is none.</summary>
    public static JsonNode? Find(string operation)
    {
        using Stream? file = typeof(ApiExamples).Assembly.GetManifestResourceStream($"{Prefix}{operation}.json");
        return file is null ? null : JsonNode.Parse(file);
    }
}
