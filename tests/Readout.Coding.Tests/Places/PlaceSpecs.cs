using System.Text.Json;
using Readout.Coding.Places;
using Readout.Tests;
using Readout.Text;

namespace Readout.Coding.Tests.Places;

/// <summary>Runs the cases of <c>tests/specs/places</c> that need tokens only.</summary>
public sealed class PlaceSpecs
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, MentionCase> MentionCases = Load<MentionCase>("mentions.json").ToDictionary(spec => spec.Id);

    private static readonly Dictionary<string, DatelineCase> DatelineCases = Load<DatelineCase>("datelines.json").ToDictionary(spec => spec.Id);

    public static TheoryData<string> MentionIds => [.. MentionCases.Keys];

    public static TheoryData<string> DatelineIds => [.. DatelineCases.Keys];

    [Theory]
    [MemberData(nameof(MentionIds))]
    public void Mentions(string id)
    {
        MentionCase spec = MentionCases[id];
        Document document = PlainTokens.Read(spec.Text, spec.Title,
            spec.Names?.Select(name => (name.Key, Enum.Parse<NameKind>(name.Value, ignoreCase: true))));
        PlaceLayer layer = PlaceLayer.For(document, PlaceData.Gazetteer);
        Assert.Equal(spec.Places, layer.Mentions.Select(mention => Shown(mention, document.Text)));
        Assert.All(layer.Mentions, mention => Assert.Equal(mention.Place is null, mention.Unresolved is not null));
    }

    [Theory]
    [MemberData(nameof(DatelineIds))]
    public void Datelines(string id)
    {
        DatelineCase spec = DatelineCases[id];
        Article article = Article.Compose(spec.Id, spec.Title, spec.Text.Split("\n\n").Select(part => (BlockKind.Paragraph, part)));
        Dateline? dateline = Dateline.Find(article, PlaceData.Gazetteer);
        Assert.Equal(spec.Places, dateline?.Places.Select(place => place.In(article.Text)));
        Assert.Equal(spec.Date, dateline?.Date?.In(article.Text));
        Assert.Equal(spec.Agency, dateline?.Agency?.In(article.Text));
        if (spec.Rest is not null) Assert.StartsWith(spec.Rest, article.Text[dateline!.Span.End..].TrimStart(), StringComparison.Ordinal);
    }

    /// <summary><c>Paris=FRA</c>, <c>Paris=USA/Texas</c> where the admin tells apart, <c>Tripoli=?LBN,LBY</c> where open.</summary>
    private static string Shown(PlaceMention mention, string text)
    {
        string words = mention.Span.In(text);
        if (mention.Place is not { } place)
        {
            return $"{words}=?{string.Join(",", mention.Candidates.Select(candidate => candidate.Country ?? "-").Order(StringComparer.Ordinal))}";
        }

        string admin = mention.Settled == "only one" || place.Kind is not PlaceKind.City ? "" : $"/{place.Admin}";
        return $"{words}={place.Country ?? "-"}{admin}";
    }

    private static T[] Load<T>(string file) =>
        JsonSerializer.Deserialize<T[]>(File.ReadAllText(Path.Combine(Repository.Root, "tests", "specs", "places", file)), Options)!;

    private sealed record MentionCase(string Id, string Text, string? Title, Dictionary<string, string>? Names, string[] Places);

    private sealed record DatelineCase(string Id, string Text, string? Title, string[]? Places, string? Date, string? Agency, string? Rest);
}
