using Readout.Archive.Exports;
using Readout.Archive.Exports.Layouts;
using Readout.Archive.Exports.Writers;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Exports;

/// <summary>Holds each layout to its golden rows, column for column.</summary>
public sealed class LayoutTests
{
    private const string Icews = "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude";
    private const string Polecat = "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version";
    private const string Phoenix = "EventID|Date|Year|Month|Day|SourceFull|SourceRoot|SourceAgent|SourceOthers|TargetFull|TargetRoot|TargetAgent|TargetOthers|Code|RootCode|QuadClass|Goldstein|Issues|Lat|Lon|Place|State|Country|SentenceIDs|URLs|Sources";
    private const string Gdelt = "GLOBALEVENTID SQLDATE MonthYear Year FractionDate Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code Actor2Code Actor2Name Actor2CountryCode Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone Actor1Geo_Type Actor1Geo_FullName Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code Actor1Geo_Lat Actor1Geo_Long Actor1Geo_FeatureID Actor2Geo_Type Actor2Geo_FullName Actor2Geo_CountryCode Actor2Geo_ADM1Code Actor2Geo_ADM2Code Actor2Geo_Lat Actor2Geo_Long Actor2Geo_FeatureID ActionGeo_Type ActionGeo_FullName ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code ActionGeo_Lat ActionGeo_Long ActionGeo_FeatureID DATEADDED SOURCEURL";
    private const string Mentions = "GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras";

    [Theory]
    [InlineData("icews", Icews, '|', 20)]
    [InlineData("polecat", Polecat, '|', 40)]
    [InlineData("phoenix", Phoenix, '|', 26)]
    [InlineData("gdelt", Gdelt, ' ', 61)]
    [InlineData("gdelt-mentions", Mentions, ' ', 16)]
    public void Columns_are_those_of_the_peer(string layout, string names, char separator, int count)
    {
        string[] columns = [.. ExportLayouts.Find(layout)!.Columns.Select(column => column.Name)];
        Assert.Equal(names.Split(separator), columns);
        Assert.Equal(count, columns.Length);
    }

    [Theory]
    [InlineData("readout", "csv")]
    [InlineData("icews", "tsv")]
    [InlineData("polecat", "tsv")]
    [InlineData("phoenix", "tsv")]
    [InlineData("gdelt", "tsv")]
    [InlineData("gdelt-mentions", "tsv")]
    public void Rows_are_the_golden_ones(string layout, string ending)
    {
        Golden.Holds(Written.Text(layout, TableFormat.Csv, [.. ExportSamples.All, ExportSamples.Happening]), "tests", "specs", "exports", $"{layout}.{ending}");
    }

    [Fact]
    public void Json_lines_are_the_golden_ones()
    {
        Golden.Holds(Written.Text("readout", TableFormat.JsonLines, [.. ExportSamples.All, ExportSamples.Happening]), "tests", "specs", "exports", "readout.jsonl");
    }

    [Fact]
    public void Every_column_says_what_it_means()
    {
        foreach (ExportColumn column in ExportLayouts.All.SelectMany(layout => layout.Columns)) Assert.EndsWith(".", column.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("icews", true)]
    [InlineData("polecat", true)]
    [InlineData("phoenix", true)]
    [InlineData("gdelt", true)]
    [InlineData("gdelt-mentions", true)]
    [InlineData("readout", false)]
    public void Peers_take_what_happened_alone(string layout, bool onlyActual) => Assert.Equal(onlyActual, ExportLayouts.Find(layout)!.OnlyActual);

    [Fact]
    public void Numbers_stay_and_differ()
    {
        string[] first = [.. Written.Rows("gdelt", ExportSamples.All).Select(row => row["GLOBALEVENTID"])];
        string[] second = [.. Written.Rows("icews", ExportSamples.All).Select(row => row["Event ID"])];
        Assert.Equal(first, second);
        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.All(first, number => Assert.True(long.Parse(number, System.Globalization.CultureInfo.InvariantCulture) >= 0));
    }

    [Fact]
    public void Each_mention_joins_a_row_of_the_event_table()
    {
        ExportEvent[] events = [.. ExportSamples.All, ExportSamples.Happening];
        HashSet<string> rows = [.. Written.Rows("gdelt", events).Select(row => row["GLOBALEVENTID"])];
        List<Dictionary<string, string>> mentions = Written.Rows("gdelt-mentions", events);
        Assert.All(mentions, mention => Assert.Contains(mention["GLOBALEVENTID"], rows));
        Assert.Equal(rows.Count, mentions.Select(mention => mention["GLOBALEVENTID"]).Distinct().Count());
        Assert.Equal(Written.Rows("gdelt", events).Sum(row => int.Parse(row["NumMentions"], System.Globalization.CultureInfo.InvariantCulture)), mentions.Count);
    }

    [Theory]
    [InlineData(2019, 2, 18, "2019.1315")]
    [InlineData(2019, 1, 1, "2019.0027")]
    [InlineData(2019, 12, 31, "2019.9890")]
    public void Fractions_of_the_year_follow_GDELT(int year, int month, int day, string fraction)
    {
        DateOnly date = new(year, month, day);
        Assert.Equal(fraction, Written.Rows("gdelt", ExportSamples.Visit with { From = date, To = date })[0]["FractionDate"]);
    }

    [Fact]
    public void Quad_classes_of_the_layouts_agree_with_PLOVER_but_for_conceding()
    {
        Assert.Equal("MATERIAL CONFLICT", Written.Rows("polecat", ExportSamples.Fight)[0]["Quad Code"]);
        Assert.Equal("4", Written.Rows("gdelt", ExportSamples.Fight)[0]["QuadClass"]);
        ExportEvent conceded = ExportSamples.Fight with { Type = EventType.Concede, Cameo = "081" };
        Assert.Equal("VERBAL COOPERATION", Written.Rows("polecat", conceded)[0]["Quad Code"]);
        Assert.Equal("2", Written.Rows("phoenix", conceded)[0]["QuadClass"]);
    }
}
