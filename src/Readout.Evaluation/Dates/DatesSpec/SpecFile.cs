using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Readout.Evaluation.Gold;
using Readout.Text;

namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>
/// Reads the English date and time cases of Recognizers-Text: the Date, DatePeriod and Duration files of a folder. A case's
/// identifier is file and ordinal from 0: <c>DateParser:12</c>.
/// </summary>
internal static class SpecFile
{
    // The reference day of nearly all cases that name one; extents do not depend on it.
    private static readonly DateOnly Usual = new(2016, 11, 7);

    private static readonly (string Name, SpecModel Model)[] Files =
    [
        ("DateExtractor", SpecModel.Date), ("DateParser", SpecModel.Date),
        ("DatePeriodExtractor", SpecModel.DatePeriod), ("DatePeriodParser", SpecModel.DatePeriod),
        ("DurationExtractor", SpecModel.Duration), ("DurationParser", SpecModel.Duration),
    ];

    public static IEnumerable<GoldItem<SpecInput, SpecResults>> Read(string folder)
    {
        foreach ((string name, SpecModel model) in Files)
        {
            string path = Path.Combine(folder, name + ".json");
            if (!File.Exists(path)) throw new GoldFormatException(path, 0, "the file is missing");
            using JsonDocument file = Open(path);
            int ordinal = 0;
            foreach (JsonElement one in file.RootElement.EnumerateArray())
                yield return Case(string.Create(CultureInfo.InvariantCulture, $"{name}:{ordinal++}"), one, model, name.EndsWith("Parser", StringComparison.Ordinal));
        }
    }

    private static JsonDocument Open(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path));
        }
        catch (JsonException error)
        {
            throw new GoldFormatException(path, (int)(error.LineNumber ?? -1) + 1, error.Message);
        }
    }

    private static GoldItem<SpecInput, SpecResults> Case(string id, JsonElement one, SpecModel model, bool valued)
    {
        string text = one.GetProperty("Input").GetString()!;
        ImmutableArray<SpecResult>.Builder results = ImmutableArray.CreateBuilder<SpecResult>();
        foreach (JsonElement result in one.GetProperty("Results").EnumerateArray()) results.Add(Result(result, valued));
        return new GoldItem<SpecInput, SpecResults>(id, new SpecInput(text, Reference(one), model, valued), new SpecResults(results.ToImmutable()));
    }

    private static DateOnly Reference(JsonElement one)
    {
        if (!one.TryGetProperty("Context", out JsonElement context) || !context.TryGetProperty("ReferenceDateTime", out JsonElement day)) return Usual;
        return DateOnly.ParseExact(day.GetString()!.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static SpecResult Result(JsonElement result, bool valued)
    {
        int start = result.GetProperty("Start").GetInt32();
        TextSpan span = new(start, start + result.GetProperty("Length").GetInt32());
        if (!valued || !result.TryGetProperty("Value", out JsonElement value)) return new SpecResult(span, null, null, null);
        return new SpecResult(span, value.GetProperty("Timex").GetString(), Resolution(value, "FutureResolution"), Resolution(value, "PastResolution"));
    }

    private static string Resolution(JsonElement value, string name)
    {
        if (!value.TryGetProperty(name, out JsonElement resolution) || resolution.ValueKind != JsonValueKind.Object) return "";
        return string.Join('~', resolution.EnumerateObject().OrderByDescending(property => property.Name, StringComparer.Ordinal).Select(property => property.Value.GetString()));
    }
}
