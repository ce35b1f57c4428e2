using System.Collections.Immutable;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Records;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Agreement;

/// <summary>
/// Agreement of two codings of the same texts: two people, two versions of the program, a person and the program. Each
/// file has one record or one coded text of the <c>record</c> gold's form on a line; texts are joined by <c>id</c>.
/// </summary>
public static class CodingAgreement
{
    /// <summary>
    /// The scores of <c>record</c>, the second coding taken as the gold, with Cohen's kappa of type and status over
    /// matched events. Exchanging the files exchanges precision and recall; F1, kappa and the shares of all matched
    /// events stay.
    /// </summary>
    /// <exception cref="GoldFormatException">A file cannot be read; the message names file and line.</exception>
    public static ScoreReport Compare(string first, string second)
    {
        List<CodedText> left = [.. CodingFile.Read(first)];
        Dictionary<string, CodedText> right = CodingFile.Read(second).ToDictionary(coding => coding.Id, StringComparer.Ordinal);
        RecordCounts counts = new();
        int shared = 0;
        foreach (CodedText coding in left)
        {
            if (!right.TryGetValue(coding.Id, out CodedText? other)) continue;
            counts.Add(coding, other);
            shared++;
        }

        ImmutableArray<string> notes = [];
        if (left.Count > shared) notes = notes.Add($"{left.Count - shared} texts are only in {first}: left out");
        if (right.Count > shared) notes = notes.Add($"{right.Count - shared} texts are only in {second}: left out");
        if (shared == 0) return new ScoreReport { Task = "agree", Items = left.Count, Notes = notes.Add("the two files have no text in common") };
        ScoreReport report = counts.Report("agree");
        (double? type, double? status) = counts.Kappas;
        Count matched = new("matched events", counts.Matched);
        return report with
        {
            Items = Math.Max(left.Count, right.Count),
            Scored = shared,
            Scores = report.Scores.Add(new Score("kappa of type", type, [matched])).Add(new Score("kappa of status", status, [matched])),
            Notes = notes,
        };
    }
}
