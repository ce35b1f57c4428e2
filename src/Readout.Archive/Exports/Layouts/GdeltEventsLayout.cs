using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive.Exports.Codes;
using Readout.Archive.Exports.Dyads;

namespace Readout.Archive.Exports.Layouts;

/// <summary>The sixty-one columns of the GDELT 2.0 event table, without a header, set apart by tabs.</summary>
internal static class GdeltEventsLayout
{
    public static ExportLayout Create() =>
        new ExportLayout<DyadRow>("gdelt", "Events in the columns of GDELT 2.0", TextDialect.BareTabs, DyadRows.Of, Cells())
        {
            Key = "GLOBALEVENTID",
            Needs = LayoutNeeds.Record,
        };

    private static ImmutableArray<(ExportColumn, Func<DyadRow, object?>)> Cells()
    {
        CellList<DyadRow> cells = new CellList<DyadRow>()
            .Code("GLOBALEVENTID", "A whole number that the row keeps from export to export.", row => row.Number)
            .Code("SQLDATE", "First day of the event, else its last, else the day of publication: YYYYMMDD.", row => row.Event.Day.Compact())
            .Code("MonthYear", "The same as YYYYMM.", row => row.Event.Day?.ToString("yyyyMM", CultureInfo.InvariantCulture))
            .Code("Year", "The same as YYYY.", row => row.Event.Day?.ToString("yyyy", CultureInfo.InvariantCulture))
            .Number("FractionDate", "Year and the part of it gone by, (30 (month - 1) + day) / 365, four decimals.", row => Fraction(row.Event.Day), "0.0000");
        Actor(cells, "Actor1", row => row.Source, row => row.SourceActor);
        Actor(cells, "Actor2", row => row.Target, row => row.TargetActor);
        Deed(cells);
        NoPlace(cells, "Actor1Geo");
        NoPlace(cells, "Actor2Geo");
        Place(cells);
        return cells
            .Code("DATEADDED", "Day of publication at midnight, YYYYMMDDHHMMSS: no clock of the program's goes into a row.", row => Midnight(row.Event.Report.Published))
            .Text("SOURCEURL", "Address of the first report's article.", row => row.Event.Report.Url)
            .ToImmutable();
    }

    /// <summary><c>20250215000000</c>.</summary>
    public static string? Midnight(DateOnly? day) => day.Compact() is { } compact ? $"{compact}000000" : null;

    private static double? Fraction(DateOnly? day) =>
        day is { } known ? known.Year + ((known.Month - 1) * 30 + known.Day) / 365.0 : null;

    private static void Actor(CellList<DyadRow> cells, string side, Func<DyadRow, ExportParty?> party, Func<DyadRow, CameoActor> actor) => cells
        .Code($"{side}Code", "CAMEO code: country or kind of body, then role.", row => actor(row).Full)
        .Text($"{side}Name", "Name in capitals.", row => party(row)?.Name.ToUpperInvariant())
        .Code($"{side}CountryCode", "Alpha-3 code of the state.", row => actor(row).Country)
        .Code($"{side}KnownGroupCode", "Code of the body or group that is no state's.", row => actor(row).Group)
        .Empty($"{side}EthnicCode", "Empty: not coded.")
        .Empty($"{side}Religion1Code", "Empty: not coded.")
        .Empty($"{side}Religion2Code", "Empty: not coded.")
        .Code($"{side}Type1Code", "CAMEO role.", row => actor(row).Role)
        .Empty($"{side}Type2Code", "Empty: the record keeps one sector a party.")
        .Empty($"{side}Type3Code", "Empty: the record keeps one sector a party.");

    private static void Deed(CellList<DyadRow> cells) => cells
        .Integer("IsRootEvent", "1 in the title or the first paragraph, else 0.", row => row.Event.Report.InLead ? 1 : 0)
        .Code("EventCode", "CAMEO code; its leading zero belongs to it.", row => row.Code)
        .Code("EventBaseCode", "Its first three digits.", row => CameoTable.Base(row.Code))
        .Code("EventRootCode", "Its first two digits.", row => CameoTable.Root(row.Code))
        .Integer("QuadClass", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.", row => CameoTable.Quad(row.Code, statements: 1))
        .Number("GoldsteinScale", "Goldstein score of the code.", row => row.Goldstein)
        .Integer("NumMentions", "Number of reports.", row => row.Event.Reports.Length)
        .Integer("NumSources", "Number of sources that stand behind them; copies of one text count once.", row => Sources.Count(row.Event.Reports))
        .Integer("NumArticles", "Number of articles.", row => row.Event.Reports.Select(report => report.Identity).Distinct(StringComparer.Ordinal).Count())
        .Empty("AvgTone", "Empty: Readout does not measure tone.");

    private static void NoPlace(CellList<DyadRow> cells, string side) => cells
        .Empty($"{side}_Type", "Empty: the record keeps where an event happened, not where each party was.")
        .Empty($"{side}_FullName", "Empty, like the type.")
        .Empty($"{side}_CountryCode", "Empty, like the type.")
        .Empty($"{side}_ADM1Code", "Empty, like the type.")
        .Empty($"{side}_ADM2Code", "Empty, like the type.")
        .Empty($"{side}_Lat", "Empty, like the type.")
        .Empty($"{side}_Long", "Empty, like the type.")
        .Empty($"{side}_FeatureID", "Empty, like the type.");

    private static void Place(CellList<DyadRow> cells) => cells
        .Integer("ActionGeo_Type", "1 a country, 3 a place in the United States, 4 a place elsewhere.", row => Places.GdeltKind(row.Event.Place))
        .Text("ActionGeo_FullName", "Place and country.", row => Places.FullName(row.Event.Place))
        .Code("ActionGeo_CountryCode", "FIPS 10-4 code of the place's country.", row => StateTable.Default.Find(row.Event.Place?.Country)?.Fips)
        .Code("ActionGeo_ADM1Code", "FIPS 10-4 code of the country where the place is a whole country, else empty.", row => Places.GdeltKind(row.Event.Place) == 1 ? StateTable.Default.Find(row.Event.Place?.Country)?.Fips : null)
        .Empty("ActionGeo_ADM2Code", "Empty: the gazetteer is Readout's own.")
        .Number("ActionGeo_Lat", "Degrees north.", row => row.Event.Place?.Latitude)
        .Number("ActionGeo_Long", "Degrees east.", row => row.Event.Place?.Longitude)
        .Empty("ActionGeo_FeatureID", "Empty: the gazetteer is Readout's own.");
}
