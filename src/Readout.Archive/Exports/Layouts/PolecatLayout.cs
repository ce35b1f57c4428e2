using System.Collections.Immutable;
using Readout.Archive.Exports.Codes;
using Readout.Coding.Record;

namespace Readout.Archive.Exports.Layouts;

/// <summary>The forty columns of POLECAT, with their header, set apart by tabs; a row an event.</summary>
internal static class PolecatLayout
{
    public static ExportLayout Create() =>
        new ExportLayout<ExportEvent>("polecat", "Events in the columns of POLECAT", TextDialect.Tabs, static happened => [happened], Cells())
        {
            Key = "Event ID",
            Needs = LayoutNeeds.Record,
        };

    private static ImmutableArray<(ExportColumn, Func<ExportEvent, object?>)> Cells()
    {
        CellList<ExportEvent> cells = new CellList<ExportEvent>()
            .Code("Event ID", "Identity of the event across recodings.", row => row.Key)
            .Date("Event Date", "First day of the event, else its last, else the day of publication.", row => row.Day)
            .Code("Event Type", "PLOVER type.", row => row.Type.Spelt())
            .Code("Event Mode", "PLOVER mode.", row => row.Mode)
            .Number("Intensity", "PLOVER conflict-cooperation score, with one decimal.", row => row.PloverScore, "0.0")
            .Code("Quad Code", "PLOVER quad class in capitals.", row => row.Type.Quad().Words())
            .Code("Contexts", "PLOVER contexts, set apart by semicolons.", row => ExportText.Joined(row.Contexts));
        Parties(cells, "Actor", row => row.Actors);
        Parties(cells, "Recipient", row => row.Recipients);
        Place(cells);
        return Story(cells).ToImmutable();
    }

    private static void Parties(CellList<ExportEvent> cells, string role, Func<ExportEvent, ImmutableArray<ExportParty>> parties) => cells
        .Text($"{role} Name", "Names, set apart by semicolons.", row => ExportText.Joined(parties(row).Select(party => party.Name)))
        .Code($"{role} Country", "PLOVER's country field of each, in the order of the names.", row => ExportText.Joined(parties(row).Select(party => party.Country)))
        .Code($"{role} COW", "Number of each one's state in the Correlates of War list.", row => ExportText.Joined(parties(row).Select(party => StateTable.Default.Find(party.Country)?.Cow)))
        .Code($"Primary {role} Sector", "PLOVER's sector of each.", row => ExportText.Joined(parties(row).Select(party => party.Sector)))
        .Code($"{role} Sectors", "The same: the record keeps one sector a party.", row => ExportText.Joined(parties(row).Select(party => party.Sector)))
        .Text($"{role} Title", "Office that each held on the article's date.", row => ExportText.Joined(parties(row).Select(party => party.Office)))
        .Text($"{role} Name Raw", "The words by which the article names each.", row => ExportText.Joined(parties(row).Select(party => party.Text)))
        .Empty($"Wikipedia {role} ID", "Empty: the directory has identifiers of its own.");

    private static void Place(CellList<ExportEvent> cells) => cells
        .Text("Placename", "Name of the place.", row => row.Place?.Name)
        .Text("City", "Name of the place, where it is not a whole country.", row => Places.City(row.Place))
        .Empty("District", "Empty: the record does not part districts from places.")
        .Empty("Province", "Empty: the record does not part provinces from places.")
        .Code("Country", "ISO alpha-3 code of the place's country.", row => row.Place?.Country)
        .Number("Latitude", "Degrees north.", row => row.Place?.Latitude)
        .Number("Longitude", "Degrees east.", row => row.Place?.Longitude)
        .Empty("GeoNames ID", "Empty: the gazetteer is Readout's own.")
        .Text("Raw Placename", "The words by which the article names the place.", row => row.Place?.Text)
        .Empty("Feature Type", "Empty: the gazetteer is Readout's own.");

    private static CellList<ExportEvent> Story(CellList<ExportEvent> cells) => cells
        .Text("Source", "The publisher's name or host.", row => row.Report.Source)
        .Date("Publication Date", "Day of publication.", row => row.Report.Published)
        .Text("Story People", "People whom the article names, set apart by semicolons.", row => ExportText.Joined(row.Names.People))
        .Text("Story Organizations", "Governments, bodies, groups and companies that it names.", row => ExportText.Joined(row.Names.Organizations))
        .Text("Story Locations", "States and places that it names.", row => ExportText.Joined(row.Names.Places))
        .Code("Language", "ISO 639-1 code of the article's language.", row => row.Report.Language)
        .Code("Version", "Readout and the version of its knowledge.", row => $"Readout {row.PackVersion}");
}
