using System.Globalization;
using System.Text.Json;
using Readout.Coding.Actors;
using Readout.Coding.Record;
using Readout.Coding.Tests.Quotes;
using Readout.Tests;
using Readout.Text;

namespace Readout.Coding.Tests.Actors;

/// <summary>Sentences by phenomenon, parsed by the trained models, with the mentions that must be found.</summary>
public sealed class MentionSpecTests
{
    private static readonly Lazy<TextAnalyzer> Analyzer = new(() => TextAnalyzer.Load(Repository.Path("data", "models")));
    private static readonly Lazy<MentionFinder> Finder = new(() => new MentionFinder(ActorData.Directory, QuoteData.Words));

    public static TheoryData<string, int> Cases()
    {
        TheoryData<string, int> data = [];
        foreach (string path in Directory.EnumerateFiles(Repository.Path("tests", "specs", "actors"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument spec = JsonDocument.Parse(File.ReadAllText(path));
            int count = spec.RootElement.GetProperty("cases").GetArrayLength();
            for (int i = 0; i < count; i++) data.Add(Path.GetFileNameWithoutExtension(path), i);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Mention_is_found_and_resolved(string phenomenon, int index)
    {
        using JsonDocument spec = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "specs", "actors", phenomenon + ".json")));
        JsonElement item = spec.RootElement.GetProperty("cases")[index];
        Assert.SkipWhen(item.TryGetProperty("fails", out JsonElement reason), reason.ValueKind == JsonValueKind.String ? reason.GetString()! : "");
        DateOnly? date = item.GetProperty("date").GetString() is string day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        Article article = Article.Compose("spec", null, [(BlockKind.Paragraph, item.GetProperty("text").GetString()!)]) with { Published = date };
        ActorLayer layer = Finder.Value.Find(Analyzer.Value.Analyze(article));
        foreach (JsonElement expected in item.GetProperty("mentions").EnumerateArray()) CheckMention(expected, layer, article.Text);
        if (!item.TryGetProperty("none", out JsonElement none)) return;
        foreach (JsonElement word in none.EnumerateArray())
            Assert.DoesNotContain(layer.Mentions, mention => mention.Span.In(article.Text) == word.GetString());
    }

    private static void CheckMention(JsonElement expected, ActorLayer layer, string text)
    {
        string words = expected.GetProperty("text").GetString()!;
        string seen = string.Join("; ", layer.Mentions.Select(mention => $"[{mention.Span.In(text)}] {mention.Form} {mention.Actor}"));
        List<Mention> found = [.. layer.Mentions.Where(mention => mention.Span.In(text) == words)];
        Assert.True(found.Count > 0, $"'{words}' is not among: {seen}");
        if (expected.TryGetProperty("codes", out JsonElement codes))
        {
            Assert.Equal(codes.EnumerateArray().Select(code => code.GetString()), found.Select(mention => mention.Actor.Code));
            return;
        }

        int nth = expected.TryGetProperty("nth", out JsonElement number) ? int.Parse(number.GetString()!, CultureInfo.InvariantCulture) : 0;
        Assert.True(found.Count > nth, $"'{words}' is there {found.Count} times: {seen}");
        CheckFields(expected, found[nth], seen);
    }

    private static void CheckFields(JsonElement expected, Mention mention, string seen)
    {
        ActorReference actor = mention.Actor;
        foreach (JsonProperty field in expected.EnumerateObject())
        {
            string? value = field.Value.ValueKind == JsonValueKind.Null ? null : field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : null;
            string? actual = field.Name switch
            {
                "id" => actor.Id,
                "name" => actor.Name,
                "kind" => actor.Kind,
                "code" => actor.Code,
                "country" => actor.Country,
                "sector" => actor.Sector,
                "office" => actor.Office,
                "variantOf" => actor.VariantOf,
                "form" => mention.Form.ToString().ToLowerInvariant(),
                "unresolved" => actor.Unresolved is not null && value is not null && actor.Unresolved.Contains(value, StringComparison.Ordinal) ? value : actor.Unresolved,
                "candidates" => value is not null && actor.Candidates.Contains(value) ? value : string.Join(' ', actor.Candidates),
                "text" or "nth" => value,
                _ => throw new InvalidOperationException($"The specification has no field '{field.Name}'."),
            };
            Assert.True(value == actual, $"{field.Name} should be '{value}', is '{actual}': {seen}");
        }
    }
}
