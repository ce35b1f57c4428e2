using System.Collections.Immutable;
using Readout.Archive.Exports;
using Readout.Archive.Exports.Dyads;

namespace Readout.Archive.Tests.Exports;

/// <summary>Holds the opening of lists of parties into pairs to the rules of <c>docs/exports.md</c>.</summary>
public sealed class DyadRowTests
{
    private static readonly ExportParty Iceland = ExportSamples.Norway with { Id = "state/ISL", Name = "Iceland", Code = "ISL", Country = "ISL" };

    [Fact]
    public void A_visit_is_told_from_both_sides() =>
        Assert.Equal("Ada Holt>Chile 042; Chile>Ada Holt 043", Pairs(ExportSamples.Visit));

    [Fact]
    public void A_visit_told_of_the_host_is_the_same_two_rows() =>
        Assert.Equal("Ada Holt>Chile 042; Chile>Ada Holt 043", Pairs(ExportSamples.Visit with { Cameo = "043" }));

    [Fact]
    public void A_visit_without_a_host_is_a_visit() => Assert.Equal("Ada Holt>- 042", Pairs(ExportSamples.Visit with { Recipients = [] }));

    [Fact]
    public void A_reception_without_a_guest_is_the_hosts() => Assert.Equal("Chile>- 043", Pairs(ExportSamples.Visit with { Actors = [] }));

    [Fact]
    public void Scores_follow_the_side_that_tells()
    {
        double?[] scores = [.. DyadRows.Of(ExportSamples.Visit).Select(row => row.Goldstein)];
        Assert.Equal([1.9, 2.8], scores);
    }

    [Fact]
    public void Talks_go_both_ways_but_not_within_a_delegation() =>
        Assert.Equal(
            "Ada Holt>Chile 040; Chile>Ada Holt 040; Ada Holt>Luis Vera 040; Luis Vera>Ada Holt 040",
            Pairs(ExportSamples.Talks));

    [Fact]
    public void Talks_within_one_country_go_both_ways() =>
        Assert.Equal("Chile>Luis Vera 040; Luis Vera>Chile 040", Pairs(ExportSamples.Talks with { Actors = [ExportSamples.Chile, ExportSamples.Envoy] }));

    [Theory]
    [InlineData("031", true)]
    [InlineData("057", true)]
    [InlineData("064", true)]
    [InlineData("0871", true)]
    [InlineData("190", true)]
    [InlineData("193", true)]
    [InlineData("195", false)]
    [InlineData("051", false)]
    [InlineData("084", false)]
    [InlineData("111", false)]
    [InlineData(null, false)]
    public void What_is_done_together_goes_both_ways(string? code, bool isMutual)
    {
        ExportEvent together = ExportSamples.Coming with { Cameo = code, Actors = [ExportSamples.Norway, Iceland] };
        Assert.Equal(isMutual ? $"Norway>Iceland {code}; Iceland>Norway {code}" : $"Norway>- {code}; Iceland>- {code}", Pairs(together));
    }

    [Theory]
    [InlineData("040", "Norway>Iceland 040; Iceland>Norway 040")]
    [InlineData("061", "Norway>Iceland 061; Iceland>Norway 061")]
    [InlineData("031", "Norway>Iceland 031")]
    [InlineData("190", "Norway>Iceland 190")]
    public void With_a_recipient_only_consulting_and_cooperating_go_both_ways(string code, string pairs) =>
        Assert.Equal(pairs, Pairs(ExportSamples.Coming with { Cameo = code, Actors = [ExportSamples.Norway], Recipients = [Iceland] }));

    [Fact]
    public void Every_actor_meets_every_recipient() =>
        Assert.Equal(
            "Norway>Chile 111; Norway>Iceland 111; United Nations>Chile 111; United Nations>Iceland 111",
            Pairs(ExportSamples.Accusation with { Recipients = [ExportSamples.Chile, Iceland] }));

    [Fact]
    public void A_party_named_twice_counts_once() =>
        Assert.Equal("Norway>Chile 111", Pairs(ExportSamples.Accusation with { Actors = [ExportSamples.Norway, ExportSamples.Norway], Recipients = [ExportSamples.Chile, ExportSamples.Chile] }));

    [Fact]
    public void Nobody_is_paired_with_himself()
    {
        ExportEvent inward = ExportSamples.Accusation with { Actors = [ExportSamples.Norway], Recipients = [ExportSamples.Norway] };
        Assert.Equal("Norway>- 111", Pairs(inward));
        Assert.Equal("Norway>Chile 111", Pairs(inward with { Recipients = [ExportSamples.Norway, ExportSamples.Chile] }));
    }

    [Fact]
    public void An_event_without_parties_keeps_its_row() => Assert.Equal("->- ", Pairs(ExportSamples.Bare));

    [Fact]
    public void A_recipient_alone_keeps_its_row() => Assert.Equal("->Chile 111", Pairs(ExportSamples.Accusation with { Actors = [], Recipients = [ExportSamples.Chile] }));

    [Theory]
    [InlineData("NOR", "NOR", "GOV", "NORGOV/NOR/NOR//GOV")]
    [InlineData("NOR", "NOR", null, "NOR/NOR/NOR//")]
    [InlineData("NOR", "NOR", "JRN", "NORMED/NOR/NOR//MED")]
    [InlineData("NOR", "NOR", "UNK", "NOR/NOR/NOR//")]
    [InlineData("UNO", "UNO", null, "IGOUNO/IGO//UNO/IGO")]
    [InlineData("NAT", "IGO", "MIL", "IGONAT/IGO//NAT/IGO")]
    [InlineData("northern-front", "TCD", "REB", "TCDREB/TCD/TCD/northern-front/REB")]
    [InlineData("green-league", "NGO", null, "NGOgreen-league/NGO//green-league/NGO")]
    [InlineData(null, "MNC", "BUS", "MNC/MNC///MNC")]
    [InlineData(null, null, "REB", "REB////REB")]
    [InlineData(null, null, null, "////")]
    public void Parties_are_coded_as_CAMEO_codes_them(string? code, string? country, string? sector, string expected)
    {
        CameoActor actor = CameoActor.Of(ExportSamples.Norway with { Code = code, Country = country, Sector = sector });
        Assert.Equal(expected, $"{actor.Full}/{actor.Root}/{actor.Country}/{actor.Group}/{actor.Role}");
    }

    [Theory]
    [InlineData("041", "04", "041", 1, 1)]
    [InlineData("0841", "08", "084", 2, 2)]
    [InlineData("1122", "11", "112", 3, 3)]
    [InlineData("190", "19", "190", 4, 4)]
    [InlineData("010", "01", "010", 1, 0)]
    [InlineData(null, null, null, null, null)]
    public void Codes_part_into_root_base_and_class(string? code, string? root, string? rooted, int? gdelt, int? phoenix)
    {
        Assert.Equal(root, Archive.Exports.Codes.CameoTable.Root(code));
        Assert.Equal(rooted, Archive.Exports.Codes.CameoTable.Base(code));
        Assert.Equal(gdelt, Archive.Exports.Codes.CameoTable.Quad(code, 1));
        Assert.Equal(phoenix, Archive.Exports.Codes.CameoTable.Quad(code, 0));
    }

    [Fact]
    public void Sources_count_publishers_and_copies_once()
    {
        ExportReport report = ExportSamples.Visit.Report;
        ImmutableArray<ExportReport> reports =
        [
            report with { Source = "A", CopyGroup = 1 }, report with { Source = "B", CopyGroup = 2 }, report with { Source = "A", CopyGroup = 2 },
            report with { Source = "C", CopyGroup = 3 }, report with { Source = null, CopyGroup = 0 }, report with { Source = null, CopyGroup = 0 },
        ];
        Assert.Equal(4, Archive.Exports.Layouts.Sources.Count(reports));
        Assert.Equal(1, Archive.Exports.Layouts.Sources.Count([reports[0], reports[1], reports[2]]));
    }

    private static string Pairs(ExportEvent happened) =>
        string.Join("; ", DyadRows.Of(happened).Select(row => $"{row.Source?.Name ?? "-"}>{row.Target?.Name ?? "-"} {row.Code}"));
}
