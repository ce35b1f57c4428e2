using System.Globalization;
using Readout.Coding.Record;

namespace Readout.Cli.Printing;

/// <summary>What is known of an event, as labels and words, in the order in which it is printed.</summary>
internal static class EventFacts
{
    public static IEnumerable<(string Label, string Value)> Of(ArticleRecord record, CodedEvent coded)
    {
        List<(string Label, string Value)> facts =
        [
            ("who", Wording.Actors(record, coded.Actors)),
            ("whom", Wording.Actors(record, coded.Recipients)),
            ("when", Wording.Date(coded.Date, record)),
            ("where", Wording.Place(coded.Place)),
            ("size", Wording.Size(coded.Size)),
        ];
        facts.AddRange(coded.Attribution.Select(entry => ("said by", Wording.Source(record, entry))));
        facts.Add(("contexts", string.Join(", ", coded.Contexts)));
        facts.Add(("scores", Scores(coded)));
        facts.Add(("why", coded.Why ?? ""));
        return facts.Where(fact => fact.Value.Length > 0);
    }

    private static string Scores(CodedEvent coded)
    {
        List<string> scores = [coded.Type.Quad().Spelt()];
        if (coded.Cameo is { } cameo) scores.Add($"CAMEO {cameo}");
        if (coded.Goldstein is { } goldstein) scores.Add(Signed("Goldstein", goldstein));
        scores.Add(Signed("PLOVER", coded.PloverScore));
        scores.Add(string.Create(CultureInfo.InvariantCulture, $"confidence {coded.Confidence:0.00}"));
        scores.Add(coded.Frame);
        return string.Join(" · ", scores);
    }

    private static string Signed(string name, double score) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {score:+0.0;-0.0;0.0}");
}
