using Readout.Coding.Packs;
using Readout.Coding.Places;

namespace Readout.Coding.Tests.Places;

public sealed class GazetteerParseTests
{
    private const string Atlantis = "Atlantis | state | ATL | | 31.0 | -24.0 | adjective: Atlantean\n";

    [Theory]
    [InlineData("Poseidonis | city", "2 fields")]
    [InlineData("Poseidonis | town | ATL | | 31.0 | -24.0", "unknown kind 'town'")]
    [InlineData("Poseidonis | city | ATL | | 91.0 | -24.0", "no coordinates")]
    [InlineData("Poseidonis | city | ATL | | 31.05 | -24.0", "no coordinates")]
    [InlineData("Poseidonis | city | ATL | | x | -24.0", "no coordinates")]
    [InlineData("Poseidonis | city | XXX | | 31.0 | -24.0", "has the code 'XXX'")]
    [InlineData("Poseidonis | city | ATL | | 31.0 | -24.0 | near: water", "unknown field")]
    [InlineData("poseidonis | city | ATL | | 31.0 | -24.0", "capital letter")]
    [InlineData("Lemuria | state | ATL | | 31.0 | -24.0", "a second state")]
    [InlineData("Mu | state | mu | | 31.0 | -24.0", "no alpha-3 code")]
    [InlineData("Port | city | ATL | | 31.0 | -24.0\nPort | city | ATL | | 31.1 | -24.1", "already in")]
    public void A_bad_line_is_reported_where_it_stands(string lines, string message)
    {
        List<DataProblem> problems = [];
        Gazetteer.Parse([new DataFile("places/a.txt", Atlantis + lines)], problems);
        DataProblem problem = Assert.Single(problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(1 + lines.Split('\n').Length, problem.Line);
    }

    [Fact]
    public void Fields_are_read()
    {
        List<DataProblem> problems = [];
        Gazetteer gazetteer = Gazetteer.Parse(
            [new DataFile("places/a.txt", Atlantis + "# comment\n\nPoseidonis | capital | ATL | Sea District | 31.2 | -24.1 | also: Poseidon City; Posidonis | alone | word\n")],
            problems);
        Assert.Empty(problems);
        Place place = Assert.Single(gazetteer.Named("Posidonis"));
        Assert.Equal(("Poseidonis", PlaceKind.Capital, "ATL", "Sea District", 312, -241), (place.Name, place.Kind, place.Country, place.Admin, place.LatitudeTenths, place.LongitudeTenths));
        Assert.True(place is { StandsAlone: true, IsCommonWord: true, IsCountry: false });
        Assert.Same(place, gazetteer.CapitalOf("ATL"));
        Assert.True(gazetteer.State("ATL")!.Holds(place));
        Assert.Empty(gazetteer.Named("poseidonis"));
    }

    [Fact]
    public void A_division_is_found_as_region_and_province() =>
        Assert.Equal(PlaceData.Gazetteer.Named("Kharkiv Oblast"), PlaceData.Gazetteer.Named("Kharkiv Region"));

    [Fact]
    public void Words_outside_a_known_section_are_reported()
    {
        List<DataProblem> problems = [];
        Gazetteer.Parse([new DataFile("places/words.txt", "in, at\n[nowhere]\nto\n")], problems);
        Assert.Contains(problems, problem => problem is { Line: 1 } && problem.Message.Contains("outside", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem is { Line: 2 } && problem.Message.Contains("unknown section", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem is { Line: 0 } && problem.Message.Contains("[locative]", StringComparison.Ordinal));
    }
}
