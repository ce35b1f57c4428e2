using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Archive.Exports.Layouts;

/// <summary>Our own layout: a row an event, everything that the record knows and that a table can hold.</summary>
internal static class ReadoutLayout
{
    public static ExportLayout Create() =>
        new ExportLayout<ExportEvent>("readout", "Events as Readout records them", TextDialect.Csv, static happened => [happened], Cells())
        {
            Key = "key",
            OnlyActual = false,
        };

    private static ImmutableArray<(ExportColumn, Func<ExportEvent, object?>)> Cells()
    {
        CellList<ExportEvent> cells = new();
        Article(cells);
        Deed(cells);
        Parties(cells, "actor", "who acts", row => row.Actors);
        Parties(cells, "recipient", "who is acted upon", row => row.Recipients);
        TimeAndPlace(cells);
        Sizes(cells);
        Attribution(cells);
        Origin(cells);
        return cells.ToImmutable();
    }

    private static void Article(CellList<ExportEvent> cells) => cells
        .Code("key", "Identity of the event across recodings; of the happening, where the unit is the happening.", row => row.Key)
        .Code("article", "Identifier of the article.", row => row.Report.Article)
        .Text("identity", "What the article is known by over its revisions: its canonical address, else its source and identifier, else its hash.", row => row.Report.Identity)
        .Integer("revision", "Number of the article's revision, from 1.", row => row.Report.Revision)
        .Text("url", "Address of the article.", row => row.Report.Url)
        .Text("source", "The publisher's name or host.", row => row.Report.Source)
        .Date("published", "Day of publication.", row => row.Report.Published)
        .Text("title", "The headline.", row => row.Report.Title)
        .Integer("sentence", "Number of the sentence in the article, from 0; the title counts.", row => row.Report.Sentence)
        .Text("sentence_text", "The sentence, as printed.", row => row.Report.SentenceText)
        .Integer("start", "Where the clause begins, in UTF-16 code units of the article's text.", row => row.Report.Span.Start)
        .Integer("end", "Where the clause ends, exclusive.", row => row.Report.Span.End)
        .Text("trigger", "The words that name the deed.", row => row.Report.TriggerText)
        .Integer("trigger_start", "Where they begin.", row => row.Report.Trigger.Start)
        .Integer("trigger_end", "Where they end, exclusive.", row => row.Report.Trigger.End);

    private static void Deed(CellList<ExportEvent> cells) => cells
        .Code("type", "PLOVER type.", row => row.Type.Spelt())
        .Code("mode", "PLOVER mode.", row => row.Mode)
        .Code("action", "Inside a verbal event, the type of the deed that it is about.", row => row.Action?.Spelt())
        .List("contexts", "PLOVER contexts.", row => row.Contexts)
        .Code("quad", "PLOVER quad class.", row => row.Type.Quad().Spelt())
        .Code("cameo", "CAMEO code; its leading zero belongs to it.", row => row.Cameo)
        .Number("goldstein", "Goldstein score of the CAMEO code, -10 to 10.", row => row.Goldstein)
        .Number("plover_score", "PLOVER conflict-cooperation score, -10 to 10.", row => row.PloverScore)
        .Code("status", "actual, historical, future, hypothetical or negated.", row => row.Status.Spelt());

    private static void Parties(CellList<ExportEvent> cells, string role, string who, Func<ExportEvent, ImmutableArray<ExportParty>> parties) => cells
        .List($"{role}_ids", $"Directory identifiers of {who}.", row => parties(row).Select(party => party.Id))
        .List($"{role}_names", $"Names of {who}: the directory's, else the text's.", row => parties(row).Select(party => party.Name))
        .List($"{role}_codes", $"Codes of {who}: ISO alpha-3 for what belongs to a state, UNO, EUR and so on for bodies, short names for groups.", row => parties(row).Select(party => party.Code))
        .List($"{role}_countries", $"PLOVER's country field of {who}.", row => parties(row).Select(party => party.Country))
        .List($"{role}_sectors", $"PLOVER's sector of {who}.", row => parties(row).Select(party => party.Sector))
        .List($"{role}_texts", $"The words by which the article names {who}.", row => parties(row).Select(party => party.Text));

    private static void TimeAndPlace(CellList<ExportEvent> cells) => cells
        .Date("from", "First day; empty where open or not told.", row => row.From)
        .Date("to", "Last day, inclusive; empty where open or not told.", row => row.To)
        .Code("granularity", "day, week, month, quarter, season, year, decade or century.", row => row.Granularity)
        .Text("date_unresolved", "Why there is no date.", row => row.DateUnresolved)
        .Text("place", "Name of the place.", row => row.Place?.Name)
        .Code("place_country", "ISO alpha-3 code of the place's country.", row => row.Place?.Country)
        .Number("latitude", "Degrees north.", row => row.Place?.Latitude)
        .Number("longitude", "Degrees east.", row => row.Place?.Longitude)
        .Text("place_text", "The words by which the article names the place.", row => row.Place?.Text);

    private static void Sizes(CellList<ExportEvent> cells)
    {
        Count(cells, "dead", "dead", row => row.Dead);
        Count(cells, "injured", "injured", row => row.Injured);
        Count(cells, "detained", "detained", row => row.Detained);
        Count(cells, "participants", "people who took part", row => row.Participants);
    }

    private static void Count(CellList<ExportEvent> cells, string name, string what, Func<ExportEvent, ExportCount> count) => cells
        .Integer($"{name}_min", $"At least so many {what}.", row => count(row).Min)
        .Integer($"{name}_max", $"At most so many {what}.", row => count(row).Max);

    private static void Attribution(CellList<ExportEvent> cells) => cells
        .List("speaker_names", "Whose account it is, innermost first; empty for the author's own.", row => row.Speakers.Select(party => party.Name))
        .List("speaker_codes", "Their codes.", row => row.Speakers.Select(party => party.Code))
        .Code("stance", "How the innermost speaker puts it: claimed, denied, admitted or warned.", row => row.Stance);

    private static void Origin(CellList<ExportEvent> cells) => cells
        .Code("frame", "The codebook frame that fired, or ranker.", row => row.Frame)
        .Number("confidence", "Calibrated probability that the type is right.", row => row.Confidence)
        .Code("story", "Identifier of the story that the article belongs to.", row => row.Story)
        .Code("happening", "Identifier of the happening that the event is a report of.", row => row.Happening)
        .Integer("reports", "Number of reports in this row.", row => row.Reports.Length)
        .Integer("sources", "Number of sources that stand behind them; copies of one text count once.", row => Sources.Count(row.Reports))
        .Code("correction", "What people said of it: accepted, changed or added.", row => row.Correction)
        .Code("pack_version", "Version of the knowledge that coded it.", row => row.PackVersion)
        .Code("pack_hash", "SHA-256 of the knowledge that coded it.", row => row.PackHash);
}
