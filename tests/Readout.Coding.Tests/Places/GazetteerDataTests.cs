using Readout.Coding.Places;

namespace Readout.Coding.Tests.Places;

public sealed class GazetteerDataTests
{
    // ISO 3166-1 alpha-3 as of 2024, with XKX as the field writes Kosovo.
    private const string Codes = """
        ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU
        BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA
        DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM
        GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT
        LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ
        MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF
        QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD
        TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB
        ZWE XKX
        """;

    [Fact]
    public void The_files_have_no_problem() => Assert.Empty(PlaceData.Problems);

    [Fact]
    public void Every_country_is_a_code_in_use()
    {
        HashSet<string> codes = [.. Codes.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
        Assert.Empty(PlaceData.Gazetteer.Places.Where(place => place.Country is { } code && !codes.Contains(code)).Select(place => place.ToString()).Aggregate("", (all, one) => $"{all}; {one}"));
    }

    [Fact]
    public void There_are_as_many_states_and_each_has_a_capital()
    {
        Place[] states = [.. PlaceData.Gazetteer.Places.Where(place => place.Kind is PlaceKind.State)];
        Assert.Equal(197, states.Length);
        string[] withoutCity = ["SGP", "MCO", "VAT", "SMR"];
        Assert.Empty(states.Where(state => PlaceData.Gazetteer.CapitalOf(state.Country!) is null && !withoutCity.Contains(state.Country)).Select(place => place.ToString()).Aggregate("", (all, one) => $"{all}; {one}"));
    }

    [Fact]
    public void There_are_2500_cities_and_the_first_level_regions_of_states_in_the_news()
    {
        Assert.True(PlaceData.Gazetteer.Places.Count(place => place.Kind is PlaceKind.City or PlaceKind.Capital) >= 2500);
        ILookup<string?, Place> regions = PlaceData.Gazetteer.Places.Where(place => place.Kind is PlaceKind.Region).ToLookup(place => place.Country);
        string[] followed = ["USA", "RUS", "UKR", "CHN", "IND", "PAK", "AFG", "IRN", "IRQ", "SYR", "YEM", "NGA", "SDN", "COD", "MEX", "BRA", "IDN", "MMR", "PHL", "ITA", "ESP", "FRA", "DEU", "CAN"];
        Assert.All(followed, code => Assert.True(regions[code].Count() >= 12, code));
    }

    [Theory]
    [InlineData("Camp David", "USA")]
    [InlineData("Rafah Crossing", "PSE")]
    [InlineData("Zaporizhzhia Nuclear Power Plant", "UKR")]
    [InlineData("Guantanamo Bay", "CUB")]
    [InlineData("Bushehr", "IRN")]
    public void Places_that_news_is_made_of_are_there(string name, string country) =>
        Assert.Contains(PlaceData.Gazetteer.Named(name), place => place.Country == country);

    [Fact]
    public void Coordinates_are_on_the_globe() =>
        Assert.All(PlaceData.Gazetteer.Places, place =>
        {
            Assert.InRange(place.LatitudeTenths, -900, 900);
            Assert.InRange(place.LongitudeTenths, -1800, 1800);
        });

    // Great-circle distances between capitals in kilometres, as atlases give them, to 2%.
    [Theory]
    [InlineData("London", "GBR", "Paris", "FRA", 344)]
    [InlineData("Washington", "USA", "Moscow", "RUS", 7820)]
    [InlineData("Beijing", "CHN", "Tokyo", "JPN", 2100)]
    [InlineData("Canberra", "AUS", "Wellington", "NZL", 2325)]
    [InlineData("Cairo", "EGY", "Nairobi", "KEN", 3530)]
    [InlineData("Brasília", "BRA", "Buenos Aires", "ARG", 2340)]
    [InlineData("New Delhi", "IND", "Islamabad", "PAK", 680)]
    [InlineData("Kyiv", "UKR", "Warsaw", "POL", 690)]
    [InlineData("Ottawa", "CAN", "Mexico City", "MEX", 3600)]
    [InlineData("Pretoria", "ZAF", "Harare", "ZWE", 935)]
    [InlineData("Jakarta", "IDN", "Manila", "PHL", 2790)]
    [InlineData("Lima", "PER", "Santiago", "CHL", 2470)]
    public void Capitals_lie_apart_as_in_atlases(string first, string firstCode, string second, string secondCode, double kilometres)
    {
        double distance = Of(first, firstCode).DistanceTo(Of(second, secondCode));
        Assert.InRange(distance, (kilometres * 0.98) - 15, (kilometres * 1.02) + 15);
    }

    // The farthest that a town lies from the central point of its state, by the state's size: large ones by name, 1,300 km otherwise.
    [Fact]
    public void Towns_lie_in_their_states()
    {
        const string Large = "RUS=5200 CAN=4200 USA=9500 CHN=3000 BRA=2800 AUS=2900 IND=2000 ARG=2300 IDN=2900 MEX=1900 CHL=4000 KAZ=1800 COD=1700 DZA=1500 NZL=1500 JPN=2200 NOR=1400 ECU=1400 ESP=2200 PRT=1700 FRA=1000 KIR=3500 SYC=1500";
        Dictionary<string, double> reach = Large.Split(' ').ToDictionary(part => part[..3], part => double.Parse(part[4..]), StringComparer.Ordinal);
        Assert.Empty(PlaceData.Gazetteer.Places.Where(place => place.Country is { } code
            && PlaceData.Gazetteer.State(code) is { } state && state.Kind is PlaceKind.State
            && place.DistanceTo(state) > reach.GetValueOrDefault(code, 1300)).Select(place => place.ToString()).Aggregate("", (all, one) => $"{all}; {one}"));
    }

    [Fact]
    public void Towns_lie_in_their_regions()
    {
        string[] wide = ["RUS", "CAN", "USA", "CHN", "AUS", "BRA", "SAU", "DZA", "LBY", "MLI", "NER", "ARG", "KAZ", "IND", "IDN", "EGY", "MNG", "GRL"];
        ILookup<(string?, string), Place> regions = PlaceData.Gazetteer.Places.Where(place => place.Kind is PlaceKind.Region or PlaceKind.Territory)
            .ToLookup(place => (place.Country, place.Name));
        Assert.Empty(PlaceData.Gazetteer.Places.Where(place => place.Admin.Length > 0
            && regions[(place.Country, place.Admin)].Any(region => region.DistanceTo(place) > (wide.Contains(place.Country) ? 2300 : 500))).Select(place => place.ToString()).Aggregate("", (all, one) => $"{all}; {one}"));
    }

    [Fact]
    public void The_binary_form_reads_back_the_same()
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true)) PlaceData.Gazetteer.Write(writer);
        Gazetteer read = Load(stream);
        Assert.Equal(PlaceData.Gazetteer.Places.Length, read.Places.Length);
        foreach ((Place expected, Place actual) in PlaceData.Gazetteer.Places.Zip(read.Places))
        {
            Assert.Equal(expected with { Also = [], Adjectives = [] }, actual with { Also = [], Adjectives = [] });
            Assert.Equal(expected.Also, actual.Also);
            Assert.Equal(expected.Adjectives, actual.Adjectives);
        }

        foreach (PlaceWordList list in Enum.GetValues<PlaceWordList>()) Assert.Equal(PlaceData.Gazetteer.Words[list], read.Words[list]);
    }

    private static Gazetteer Load(MemoryStream stream)
    {
        stream.Position = 0;
        using BinaryReader reader = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        return Gazetteer.Read(reader);
    }

    private static Place Of(string name, string code) => PlaceData.Gazetteer.Named(name).Single(place => place.Country == code && place.Kind is PlaceKind.Capital);
}
