using Readout.Text.Conllu;

namespace Readout.Training;

/// <summary>
/// Trains the sentence splitter: <c>sentences [CORPORA] [--out FILE]</c>. Every third news and interview document of
/// GUM is held out, so that the splitter can be scored on it; EWT's development part is never read.
/// </summary>
internal static class SentenceCommand
{
    public static int Run(string[] args, TextWriter log)
    {
        string corpora = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "../shared/corpora";
        int at = Array.IndexOf(args, "--out");
        Train(corpora, at >= 0 && at + 1 < args.Length ? args[at + 1] : "data/models/english-sentences.txt", log);
        return 0;
    }

    /// <summary>Trains the splitter and writes it.</summary>
    public static void Train(string corpora, string output, TextWriter log)
    {
        SentenceTrainer trainer = new();
        foreach (IReadOnlyList<ConlluSentence> document in Documents(corpora, "ewt-train.conllu")) trainer.Add(document);
        (List<IReadOnlyList<ConlluSentence>> train, _) = Divide(Documents(corpora, "gum-train.conllu"));
        foreach (IReadOnlyList<ConlluSentence> document in train) trainer.Add(document);
        using StringWriter model = new();
        int features = trainer.Write(model);
        File.WriteAllText(output, model.ToString());
        log.WriteLine($"{output}: {features} features");
    }

    /// <summary>Parts GUM documents into those to train on and those held out.</summary>
    public static (List<IReadOnlyList<ConlluSentence>> Train, List<IReadOnlyList<ConlluSentence>> HeldOut) Divide(
        IEnumerable<IReadOnlyList<ConlluSentence>> documents)
    {
        List<IReadOnlyList<ConlluSentence>> train = [];
        List<IReadOnlyList<ConlluSentence>> heldOut = [];
        int news = 0;
        foreach (IReadOnlyList<ConlluSentence> document in documents)
        {
            string id = document[0].Comment("newdoc id") ?? "";
            bool isNews = id.Contains("_news_", StringComparison.Ordinal) || id.Contains("_interview_", StringComparison.Ordinal);
            (isNews && news++ % 3 == 0 ? heldOut : train).Add(document);
        }

        return (train, heldOut);
    }

    public static IEnumerable<IReadOnlyList<ConlluSentence>> Documents(string corpora, string file)
    {
        using StreamReader reader = new(Path.Combine(corpora, "treebank", file));
        foreach (IReadOnlyList<ConlluSentence> document in ConlluDocument.GroupByDocument(ConlluReader.Read(reader))) yield return document;
    }
}
