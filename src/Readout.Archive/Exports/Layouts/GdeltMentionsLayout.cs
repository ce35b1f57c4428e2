using System.Collections.Immutable;
using Readout.Archive.Exports.Dyads;

namespace Readout.Archive.Exports.Layouts;

/// <summary>
/// The sixteen columns of the GDELT 2.0 mentions table, without a header, set apart by tabs: a row for each report of each
/// row of the event table, joined by the first column.
/// </summary>
internal static class GdeltMentionsLayout
{
    public static ExportLayout Create() =>
        new ExportLayout<Mentioned>("gdelt-mentions", "Mentions in the columns of GDELT 2.0", TextDialect.BareTabs, Rows, Cells()) { Needs = LayoutNeeds.Record };

    private static IEnumerable<Mentioned> Rows(ExportEvent happened) =>
        from row in DyadRows.Of(happened) from report in happened.Reports select new Mentioned(row, report);

    private static ImmutableArray<(ExportColumn, Func<Mentioned, object?>)> Cells() => new CellList<Mentioned>()
        .Code("GLOBALEVENTID", "The row of the event table.", row => row.Dyad.Number)
        .Code("EventTimeDate", "The event row's DATEADDED.", row => GdeltEventsLayout.Midnight(row.Dyad.Event.Report.Published))
        .Code("MentionTimeDate", "Day of publication of this article at midnight.", row => GdeltEventsLayout.Midnight(row.Report.Published))
        .Integer("MentionType", "1 where the article has an address, 2 where it is cited by its identifier.", row => row.Report.Url is null ? 2 : 1)
        .Text("MentionSourceName", "The publisher's name or host.", row => row.Report.Source)
        .Text("MentionIdentifier", "Address of the article, else its identifier.", row => row.Report.Url ?? row.Report.Article)
        .Integer("SentenceID", "Number of the sentence in the article, from 1; the title counts.", row => row.Report.Sentence + 1)
        .Integer("Actor1CharOffset", "Where the text names the source, in UTF-16 code units; known for the first report.", row => row.Offset(row.Dyad.Source))
        .Integer("Actor2CharOffset", "Where the text names the target.", row => row.Offset(row.Dyad.Target))
        .Integer("ActionCharOffset", "Where the words begin that name the deed.", row => row.Report.Trigger.Start)
        .Integer("InRawText", "1 where the text names both parties itself, 0 where a pronoun or the like stands for one; known for the first report.", row => row.InRawText)
        .Integer("Confidence", "Calibrated probability that the type is right, in percent.", row => (long)Math.Round(row.Dyad.Event.Confidence * 100, MidpointRounding.AwayFromZero))
        .Integer("MentionDocLen", "Length of the article's text in UTF-16 code units.", row => row.Report.TextLength)
        .Empty("MentionDocTone", "Empty: Readout does not measure tone.")
        .Empty("MentionDocTranslationInfo", "Empty: nothing is translated.")
        .Empty("Extras", "Empty, as in GDELT.")
        .ToImmutable();

    private sealed record Mentioned(DyadRow Dyad, ExportReport Report)
    {
        private bool HasSpans => Report.Article == Dyad.Event.Report.Article && Report.Trigger == Dyad.Event.Report.Trigger;

        public long? InRawText => !HasSpans || (Dyad.Source ?? Dyad.Target) is null ? null : Dyad.Source is { IsPointer: true } || Dyad.Target is { IsPointer: true } ? 0 : 1;

        public long? Offset(ExportParty? party) => HasSpans ? party?.Span.Start : null;
    }
}
