using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Readout.Coding.Actors;
using Readout.Coding.Packs;
using Readout.Coding.Places;
using Readout.Coding.Record;
using Readout.Tests;

namespace Readout.Coding.Tests.Actors;

public sealed class LookupTests
{
    private static readonly Lazy<ActorLookup> Lookup = new(() => new ActorLookup(ActorData.Directory, Gazetteer.Parse(PlaceFiles(), [])));

    public static TheoryData<int> Cases()
    {
        using JsonDocument spec = Spec();
        return [.. Enumerable.Range(0, spec.RootElement.GetProperty("cases").GetArrayLength())];
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_phrase_is_found(int index)
    {
        using JsonDocument spec = Spec();
        JsonElement item = spec.RootElement.GetProperty("cases")[index];
        DateOnly? date = Text(item, "date") is string day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        ActorReference actor = Lookup.Value.Find(Text(item, "words")!, date, Text(item, "context") ?? "").Actor;
        foreach (JsonProperty field in item.EnumerateObject())
        {
            string? actual = field.Name switch
            {
                "country" => actor.Country,
                "sector" => actor.Sector is "UNK" ? null : actor.Sector,
                "kind" => actor.Kind,
                "id" => actor.Id,
                "name" => actor.Name,
                "office" => actor.Office,
                "variantOf" => actor.VariantOf,
                "unresolved" => actor.Unresolved,
                _ => field.Value.GetString(),
            };
            Assert.True(field.Value.GetString() == actual, $"{item.GetProperty("words")}: {field.Name} is {actual}, not {field.Value}: {actor}");
        }
    }

    [Fact]
    public void A_finding_says_which_words_mean_what_and_shows_the_rows_behind_it()
    {
        ActorFinding finding = Lookup.Value.Find("the American secretary of state", new DateOnly(1986, 10, 11));
        Assert.Contains(new WordMeaning("American", "adjective of United States (state/USA)"), finding.Meanings);
        Assert.Contains(finding.Meanings, meaning => meaning.Words == "secretary of state" && meaning.Meaning.Contains("foreign-minister", StringComparison.Ordinal));
        ActorCard card = finding.Entries[0];
        Assert.Equal("person/george-shultz", card.Id);
        Assert.StartsWith("actors/people/USA.txt:", card.Source, StringComparison.Ordinal);
        Assert.Equal("Secretary of State", Assert.Single(card.Offices, office => office.IsHeld).Title);
    }

    [Fact]
    public void A_check_finds_overlaps_gaps_vacancies_and_what_nobody_has_checked()
    {
        ActorDirectory directory = ActorData.Parse(
            ("codes.txt", "UNO | UNO | United Nations\n"),
            ("people/UNO.txt", """
                checked: 1990-01

                Ana Ruiz
                  1980..1984 | UNO | GOV | Envoy | foreign-minister
                Bo Lind
                  1984-12-01..1986-06-30 | UNO | GOV | Envoy | foreign-minister
                Cyd Marsh
                  1987..1988-03 | UNO | GOV | Envoy | foreign-minister
                  1988-04.. | UNO | GOV | Secretary-General | leader
                """));
        ImmutableArray<DirectoryFinding> findings = DirectoryCheck.Run(directory, new DateOnly(1989, 1, 1));
        Assert.Equal([DirectoryFindingKind.Overlap, DirectoryFindingKind.Gap, DirectoryFindingKind.Vacant], findings.Select(finding => finding.Kind));
        Assert.Equal("Ana Ruiz and Bo Lind both hold it from 1984-12-01 to 1984-12-31", findings[0].Message);
        Assert.Equal((new DateOnly(1986, 7, 1), new DateOnly(1986, 12, 31)), (findings[1].From, findings[1].To));
        Assert.Equal("actors/people/UNO.txt:7", findings[2].Source);
        DirectoryFinding stale = Assert.Single(DirectoryCheck.Run(directory, new DateOnly(1995, 1, 1)), finding => finding.Kind == DirectoryFindingKind.Stale);
        Assert.Equal(("person/cyd-marsh", "last checked in 1990-01"), (stale.Subject, stale.Message));
    }

    private static JsonDocument Spec() => JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "specs", "lookup", "phrases.json")));

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static List<DataFile> PlaceFiles() =>
        [.. Directory.EnumerateFiles(Repository.Path("data", "places"), "*.txt").Order(StringComparer.Ordinal).Select(path => new DataFile("places/" + Path.GetFileName(path), File.ReadAllText(path)))];
}
