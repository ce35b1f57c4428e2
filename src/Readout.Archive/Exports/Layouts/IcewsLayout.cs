using System.Collections.Immutable;
using Readout.Archive.Exports.Codes;
using Readout.Archive.Exports.Dyads;

namespace Readout.Archive.Exports.Layouts;

/// <summary>The twenty columns of the ICEWS coded event data, with their header, set apart by tabs.</summary>
internal static class IcewsLayout
{
    public static ExportLayout Create() =>
        new ExportLayout<DyadRow>("icews", "Events in the columns of ICEWS", TextDialect.Tabs, DyadRows.Of, Cells()) { Key = "Event ID" };

    private static ImmutableArray<(ExportColumn, Func<DyadRow, object?>)> Cells() => new CellList<DyadRow>()
        .Code("Event ID", "A whole number that the row keeps from export to export.", row => row.Number)
        .Date("Event Date", "First day of the event, else its last, else the day of publication.", row => row.Event.Day)
        .Text("Source Name", "Who acts: the directory's name, else the text's.", row => row.Source?.Name)
        .Text("Source Sectors", "Sector of the source in ICEWS's words.", row => SectorTable.Default.Icews(row.Source?.Sector))
        .Text("Source Country", "Short English name of the source's state.", row => StateTable.Default.Find(row.Source?.Country)?.Name)
        .Text("Event Text", "CAMEO's name of the code.", row => CameoTable.Default.Name(row.Code))
        .Code("CAMEO Code", "CAMEO code; its leading zero belongs to it.", row => row.Code)
        .Number("Intensity", "Goldstein score of the code, with one decimal.", row => row.Goldstein, "0.0")
        .Text("Target Name", "Who is acted upon.", row => row.Target?.Name)
        .Text("Target Sectors", "Sector of the target in ICEWS's words.", row => SectorTable.Default.Icews(row.Target?.Sector))
        .Text("Target Country", "Short English name of the target's state.", row => StateTable.Default.Find(row.Target?.Country)?.Name)
        .Code("Story ID", "Identifier of the article.", row => row.Event.Report.Article)
        .Integer("Sentence Number", "Number of the sentence in the article, from 1; the title counts.", row => row.Event.Report.Sentence + 1)
        .Text("Publisher", "The publisher's name or host.", row => row.Event.Report.Source)
        .Text("City", "Name of the place, where it is not a whole country.", row => Places.City(row.Event.Place))
        .Empty("District", "Empty: the record does not part districts from places.")
        .Empty("Province", "Empty: the record does not part provinces from places.")
        .Text("Country", "Short English name of the place's country.", row => StateTable.Default.Find(row.Event.Place?.Country)?.Name)
        .Number("Latitude", "Degrees north.", row => row.Event.Place?.Latitude)
        .Number("Longitude", "Degrees east.", row => row.Event.Place?.Longitude)
        .ToImmutable();
}
