using System.Globalization;
using Readout.Analysis.Phrasing;
using Readout.Coding.Record;

namespace Readout.Cli.Printing;

/// <summary>What is known of an event, as labels and words, in the order in which it is printed.</summary>
internal static class EventFacts
{
    public static IEnumerable<(string Label, string Value)> Of(ArticleRecord record, CodedEvent coded)
    {
        List<(string Label, string Value)> facts =
        [
            ("who", RecordWording.Actors(record, coded.Actors)),
            ("whom", RecordWording.Actors(record, coded.Recipients)),
            ("when", RecordWording.Date(coded.Date, record)),
            ("where", RecordWording.Place(coded.Place)),
            ("size", string.Join("; ", Wording.People(coded.Size))),
        ];
        facts.AddRange(coded.Attribution.Select(entry => ("said by", RecordWording.Source(record, entry))));
        facts.Add(("contexts", string.Join(", ", coded.Contexts)));
        facts.Add(("scores", Scores(coded)));
        facts.Add(("why", coded.Why ?? ""));
        return facts.Where(fact => fact.Value.Length > 0);
    }

    private static string Scores(CodedEvent coded)
    {
        List<string> scores = [coded.Type.Quad().Spelt()];
        if (coded.Cameo is { } cameo) scores.Add($"CAMEO {cameo}");
        if (coded.Goldstein is { } goldstein) scores.Add("Goldstein " + Wording.Signed(goldstein, '-'));
        scores.Add("PLOVER " + Wording.Signed(coded.PloverScore, '-'));
        scores.Add(string.Create(CultureInfo.InvariantCulture, $"confidence {coded.Confidence:0.00}"));
        scores.Add(coded.Frame);
        return string.Join(" · ", scores);
    }
}
