using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;
using Readout.Text;
using Readout.Text.Conllu;

namespace Readout.Evaluation.Parsing;

/// <summary>
/// Scores tokens and sentences cut from the running text of a treebank's documents, the trees left aside. Files without
/// <c># newdoc</c> are one document.
/// </summary>
public static class RawTextEvaluation
{
    /// <summary>Cuts each document's text and compares.</summary>
    /// <param name="path">A CoNLL-U file.</param>
    /// <param name="cut">Gives a document with tokens and sentences for an article.</param>
    /// <param name="limit">How many documents are read at most, or null.</param>
    /// <exception cref="GoldFormatException">The file cannot be read; the message names it and the line.</exception>
    public static ScoreReport Score(string path, Func<Article, Document> cut, int? limit = null)
    {
        ArgumentNullException.ThrowIfNull(cut);
        RawTextScore total = RawTextScore.Empty;
        int documents = 0;
        foreach (IReadOnlyList<ConlluSentence> sentences in ConlluDocument.GroupByDocument(TreebankFile.Read(path)).Take(limit ?? int.MaxValue))
        {
            Document gold = ConlluDocument.ToDocument($"{++documents}", sentences, running: true);
            total = total.Plus(RawTextScore.Of(gold, cut(gold.Article)));
        }

        if (documents == 0) return new ScoreReport { Task = "parse --raw", Notes = ["the gold is empty"] };
        ScoreList scores = new();
        scores.AddF1("tokens", Counts(total.Tokens));
        scores.AddF1("sentences", Counts(total.Sentences));
        return new ScoreReport { Task = "parse --raw", Items = documents, Scored = documents, Scores = scores.ToImmutable() };
    }

    private static MatchCounts Counts(SpanCounts counts) => new(counts.Correct, counts.Predicted, counts.Gold);
}
