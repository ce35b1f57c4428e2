using System.Globalization;
using System.Security.Cryptography;
using Readout.Text;
using Readout.Training.Network;

namespace Readout.Training;

/// <summary>Writes what anyone should know of the trained models beside them.</summary>
internal static class ModelCard
{
    private static readonly string[] Files = [TextAnalyzer.ModelFileName, "english-sentences.txt"];

    /// <summary>Scores the models of a folder, prints the scores and writes <c>README.md</c> and <c>LICENSE</c> there.</summary>
    public static void Write(string folder, Settings settings, TextWriter log)
    {
        using StringWriter scores = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (TextAnalyzer analyzer = TextAnalyzer.Load(folder))
            ScoreCommand.Score(analyzer, settings.Corpus("treebank/ewt-dev.conllu"), settings.Corpus("names/ewt-names-dev.iob2"), scores);
        RawTextCommand.Score(settings.Corpora, scores);
        log.Write(scores);
        string files = string.Concat(Files.Select(f => Row(Path.Combine(folder, f))));
        File.WriteAllText(Path.Combine(folder, "README.md"), Card(settings, files, scores.ToString()));
        File.WriteAllText(Path.Combine(folder, "LICENSE"), Licence);
    }

    private static string Row(string path) => string.Create(
        CultureInfo.InvariantCulture,
        $"| `{Path.GetFileName(path)}` | {new FileInfo(path).Length / 1048576.0:F1} MB | `{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}` |\n");

    private static string Of(NetworkShape shape, TrainingOptions o) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        width {shape.Width}, {shape.Layers} layers, {shape.AffixRows} hashed rows; {o.Epochs} epochs, batches of
        {o.BatchTokens} tokens, rate {o.LearningRate}, dropout {o.LayerDropout} between layers, {o.OutputDropout} of token vectors, {o.HeadDropout} in scorers,
        {o.AffixDropout} of affixes, {o.ListDropout} of lists, {o.PhraseDropout} of phrases, {o.NameDropout} before names; names swapped in {o.SwapRate} of the sentences,
        {o.BlurRate} of hidden words without affixes; weight {o.TreeWeight} of trees, {o.TagWeight} of tags, {o.NameWeight} of names; seed {o.Seed}.
        """);

    private static string Card(Settings settings, string files, string scores) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # English models

        Sentence boundaries, universal and Penn tags, lemmas, dependency trees in Universal Dependencies 2 and names of persons,
        organisations and places, for `Readout.Text`. Written by `dotnet run -c Release --project tools/Readout.Training -- CORPORA`;
        [docs/decisions/0001-language-model.md](../../docs/decisions/0001-language-model.md) says how they work and what else was tried.

        | file | size | SHA-256 |
        |---|---|---|
        {files}
        ## Data

        | set | part | licence | attribution |
        |---|---|---|---|
        | UD English EWT | train | CC BY-SA 4.0 | Natalia Silveira, Timothy Dozat, Marie-Catherine de Marneffe, Samuel Bowman, Miriam Connor, John Bauer, Christopher Manning |
        | UD English GUM | train: news, interviews, biographies, voyages, textbooks, speeches, vlogs, courts, conversations | annotations CC BY 4.0; texts CC BY, CC BY-SA 3.0 or public domain | Amir Zeldes and the students of Georgetown University |
        | Universal NER, English EWT | train | CC BY-SA 4.0 | Stephen Mayhew, Terra Blevins, Shuheng Liu, Marek Šuppa and others |
        | GUM entities | train, as the treebank | CC BY 4.0 | as the treebank |
        | `data/words/names`, `tools/Readout.Training/Sentences` | all | Apache 2.0 | the Readout authors |

        No text of the development or test parts was trained on.

        ## Settings

        Tags and trees: {Of(settings.Shape, settings.Options)}

        Names: {Of(settings.NameShape, settings.NameOptions)}
        Trained on Universal NER, and on the other sets less from epoch to epoch, down to {settings.NameOptions.LastShare}.

        ## Scores

        UD English EWT and Universal NER, development part, on gold tokens; then tokens and sentences from raw text:

        ```
        {scores.TrimEnd()}
        ```

        ## Limits

        Edited news, interviews, speeches and web text in English. Names in lower case, names of more than one language and
        organisations that share a word with a place are found least well. Sentences are cut at {Readout.Text.Tokens.Tokenizer.MaxSentenceTokens} tokens.

        ## Licence

        The models are released under [CC BY-SA 4.0](LICENSE), as their training data ask; the code that makes and reads them is under Apache 2.0.

        """).Replace("\r\n", "\n", StringComparison.Ordinal);

    private const string Licence = """
        The files english.model and english-sentences.txt in this folder are licensed under the
        Creative Commons Attribution-ShareAlike 4.0 International licence (CC BY-SA 4.0):
        https://creativecommons.org/licenses/by-sa/4.0/legalcode

        They were trained on UD English EWT (CC BY-SA 4.0), Universal NER English EWT (CC BY-SA 4.0) and UD English GUM
        (annotations CC BY 4.0; texts CC BY, CC BY-SA 3.0 or public domain). README.md in this folder names their authors.
        Changes made to the material: statistics over it were learnt; no text of it is contained but single words.

        """;
}
