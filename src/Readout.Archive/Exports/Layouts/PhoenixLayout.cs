using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive.Exports.Codes;
using Readout.Archive.Exports.Dyads;

namespace Readout.Archive.Exports.Layouts;

/// <summary>The twenty-six columns of Phoenix in the order of its pipeline, without a header, set apart by tabs.</summary>
internal static class PhoenixLayout
{
    public static ExportLayout Create() =>
        new ExportLayout<DyadRow>("phoenix", "Events in the columns of Phoenix", TextDialect.BareTabs, DyadRows.Of, Cells()) { Key = "EventID" };

    private static ImmutableArray<(ExportColumn, Func<DyadRow, object?>)> Cells()
    {
        CellList<DyadRow> cells = new CellList<DyadRow>()
            .Code("EventID", "A whole number that the row keeps from export to export, an underscore, the version of the knowledge.", row => $"{row.Number}_{row.Event.PackVersion}")
            .Code("Date", "First day of the event, else its last, else the day of publication: YYYYMMDD.", row => row.Event.Day.Compact())
            .Code("Year", "Its year.", row => row.Event.Day?.ToString("yyyy", CultureInfo.InvariantCulture))
            .Code("Month", "Its month, two digits.", row => row.Event.Day?.ToString("MM", CultureInfo.InvariantCulture))
            .Code("Day", "Its day, two digits.", row => row.Event.Day?.ToString("dd", CultureInfo.InvariantCulture));
        Side(cells, "Source", row => row.SourceActor);
        Side(cells, "Target", row => row.TargetActor);
        Deed(cells);
        return Origin(cells).ToImmutable();
    }

    private static void Side(CellList<DyadRow> cells, string side, Func<DyadRow, CameoActor> actor) => cells
        .Code($"{side}Full", "CAMEO code: country or kind of body, then role.", row => actor(row).Full)
        .Code($"{side}Root", "Its country or kind of body.", row => actor(row).Root)
        .Code($"{side}Agent", "Its role.", row => actor(row).Role)
        .Code($"{side}Others", "Code of the body or group that is no state's.", row => actor(row).Group);

    private static void Deed(CellList<DyadRow> cells) => cells
        .Code("Code", "CAMEO code; its leading zero belongs to it.", row => row.Code)
        .Code("RootCode", "Its first two digits.", row => CameoTable.Root(row.Code))
        .Integer("QuadClass", "0 statement, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.", row => CameoTable.Quad(row.Code, statements: 0))
        .Number("Goldstein", "Goldstein score of the code, with one decimal.", row => row.Goldstein, "0.0")
        .Code("Issues", "PLOVER contexts as name,1 set apart by semicolons.", row => ExportText.Joined(row.Event.Contexts.Select(context => $"{context},1")));

    private static CellList<DyadRow> Origin(CellList<DyadRow> cells) => cells
        .Number("Lat", "Degrees north.", row => row.Event.Place?.Latitude)
        .Number("Lon", "Degrees east.", row => row.Event.Place?.Longitude)
        .Text("Place", "Name of the place, where it is not a whole country.", row => Places.City(row.Event.Place))
        .Empty("State", "Empty: the record does not part provinces from places.")
        .Code("Country", "ISO alpha-3 code of the place's country.", row => row.Event.Place?.Country)
        .Code("SentenceIDs", "Article and sentence from 1 of each report, joined by an underscore, set apart by semicolons.", row => Each(row, report => string.Create(CultureInfo.InvariantCulture, $"{report.Article}_{report.Sentence + 1}")))
        .Text("URLs", "Address of each report's article.", row => Each(row, report => report.Url))
        .Text("Sources", "Publisher of each report.", row => Each(row, report => report.Source));

    private static string? Each(DyadRow row, Func<ExportReport, string?> value) => ExportText.Joined(row.Event.Reports.Select(value));
}
