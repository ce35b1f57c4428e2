using System.Text.Json;
using System.Text.Json.Serialization;
using Readout.Analysis.Meetings;
using Readout.Analysis.Reports;

namespace Readout.Archive.Merging;

/// <summary>Reports and tellings as columns have them: JSON without what is null.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Telling))]
internal sealed partial class KeptComparison : JsonSerializerContext
{
    /// <summary>What of a report is compared.</summary>
    public static string ToText(Report report) =>
        JsonSerializer.Serialize(report with { Key = "", Article = "", Contexts = [], Goldstein = null, PloverScore = 0, Speakers = [], Confidence = 0 }, Default.Report);

    public static Report ReportOf(string text) => JsonSerializer.Deserialize(text, Default.Report)!;

    public static string ToText(Telling telling) => JsonSerializer.Serialize(telling, Default.Telling);

    public static Telling TellingOf(string text) => JsonSerializer.Deserialize(text, Default.Telling)!;
}
