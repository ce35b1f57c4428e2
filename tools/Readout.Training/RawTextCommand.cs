using Readout.Evaluation.Parsing;
using Readout.Text;
using Readout.Text.Conllu;
using Readout.Text.Tokens;

namespace Readout.Training;

/// <summary>
/// Scores tokens and sentences on raw text: <c>raw [CORPORA]</c>. The text is the treebank's own: the sentences of a
/// paragraph joined by a space (none after <c>SpaceAfter=No</c>), paragraphs and documents parted by an empty line.
/// Scored on EWT's development part and on the GUM news and interview documents held out by <see cref="SentenceCommand"/>.
/// <c>bench/Readout.Bench</c> measures the speed.
/// </summary>
internal static class RawTextCommand
{
    public static int Run(string[] args, TextWriter log)
    {
        string corpora = args.Length > 0 ? args[0] : "../shared/corpora";
        Score(corpora, log);
        return 0;
    }

    /// <summary>Prints the scores.</summary>
    public static void Score(string corpora, TextWriter log)
    {
        Print("ewt-dev", SentenceCommand.Documents(corpora, "ewt-dev.conllu"), log);
        (_, List<IReadOnlyList<ConlluSentence>> heldOut) = SentenceCommand.Divide(SentenceCommand.Documents(corpora, "gum-train.conllu"));
        Print("GUM news, held out", Genre(heldOut, "_news_"), log);
        Print("GUM interviews, held out", Genre(heldOut, "_interview_"), log);
    }

    private static IEnumerable<IReadOnlyList<ConlluSentence>> Genre(List<IReadOnlyList<ConlluSentence>> documents, string mark) =>
        documents.Where(document => document[0].Comment("newdoc id")!.Contains(mark, StringComparison.Ordinal));

    private static void Print(string name, IEnumerable<IReadOnlyList<ConlluSentence>> documents, TextWriter log)
    {
        RawTextScore score = RawTextScore.Empty;
        TokenBuffer buffer = new();
        foreach (IReadOnlyList<ConlluSentence> document in documents)
        {
            Document gold = ConlluDocument.ToDocument(name, document, running: true);
            Tokenizer.English.Tokenize(gold.Text, buffer);
            score = score.Plus(RawTextScore.Of(gold, new Document(gold.Article, buffer.ToLayers())));
        }

        SpanCounts sentences = score.Sentences;
        log.WriteLine(FormattableString.Invariant(
            $"{name}: tokens F1 {100 * score.Tokens.F1:F2} of {score.Tokens.Gold}; sentences F1 {100 * sentences.F1:F2} (P {100 * sentences.Precision:F2} R {100 * sentences.Recall:F2}) of {sentences.Gold}"));
    }
}
