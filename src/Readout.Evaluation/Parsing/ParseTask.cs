using System.Collections.Immutable;
using System.Globalization;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;
using Readout.Text.Conllu;

namespace Readout.Evaluation.Parsing;

/// <summary>A sentence with its words given and nothing else, to be tagged and parsed.</summary>
/// <param name="Id">Identifier of the sentence.</param>
/// <param name="Sentence">Its comments and its lines; columns after the form are unfilled, but for <c>SpaceAfter</c>.</param>
public sealed record WordSentence(string Id, ConlluSentence Sentence);

/// <summary>The tree of a sentence.</summary>
/// <param name="Words">Its words in order, numbered from 1, heads within the sentence.</param>
public sealed record WordTree(ImmutableArray<ConlluToken> Words);

/// <summary>Tags, lemmas and trees on given words: CoNLL-U in and out.</summary>
public sealed class ParseTask : EvaluationTask<WordSentence, WordTree, WordTree>
{
    /// <inheritdoc/>
    public override string Name => "parse";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<WordSentence, WordTree>> ReadGold(string path)
    {
        int number = 0;
        foreach (ConlluSentence sentence in TreebankFile.Read(path))
        {
            string id = sentence.Id ?? (++number).ToString(CultureInfo.InvariantCulture);
            WordTree tree = new([.. sentence.Words]);
            bool hasGold = tree.Words.Any(word => word.Head != "_" || word.Upos != "_");
            yield return new GoldItem<WordSentence, WordTree>(id, new WordSentence(id, Bare(sentence)), hasGold ? tree : null);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Predicted<WordTree>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<WordSentence, WordTree>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        int number = 0;
        foreach (ConlluSentence sentence in TreebankFile.Read(path))
        {
            string id = sentence.Id ?? (++number).ToString(CultureInfo.InvariantCulture);
            WordTree tree = new([.. sentence.Words]);
            bool known = items.TryGetValue(id, out GoldItem<WordSentence, WordTree>? item);
            if (known && !item!.Input.Sentence.Words.Select(word => word.Form).SequenceEqual(tree.Words.Select(word => word.Form)))
            {
                throw new GoldFormatException(path, 0, $"the words of '{id}' are not those of the gold");
            }

            yield return new Predicted<WordTree>(id, 0, tree);
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<WordSentence, WordTree> item, WordTree prediction)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        Dictionary<string, ConlluToken> words = prediction.Words.ToDictionary(word => word.Id, StringComparer.Ordinal);
        ConlluSentence given = item.Input.Sentence;
        ImmutableArray<string> comments = given.Id is null ? given.Comments.Add($"# sent_id = {item.Id}") : given.Comments;
        ConlluSentence filled = given with { Comments = comments, Lines = [.. given.Lines.Select(line => Fill(line, words.GetValueOrDefault(line.Id)))] };
        ConlluWriter.Write(output, filled);
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<WordSentence, WordTree, WordTree>> answers)
    {
        TreeCounts counts = new();
        foreach (Answered<WordSentence, WordTree, WordTree> answer in answers)
        {
            ImmutableArray<ConlluToken> found = answer.Prediction?.Words ?? [];
            ImmutableArray<ConlluToken> gold = answer.Item.Gold!.Words;
            for (int i = 0; i < gold.Length; i++) counts.Add(gold[i], i < found.Length ? found[i] : null);
        }

        return new ScoreReport { Task = Name, Scores = counts.Scores() };
    }

    private static ConlluSentence Bare(ConlluSentence sentence)
    {
        IEnumerable<ConlluToken> lines = sentence.Lines.Where(line => line.Kind != ConlluLineKind.Empty);
        return sentence with { Lines = [.. lines.Select(line => new ConlluToken { Id = line.Id, Form = line.Form, Misc = line.NoSpaceAfter ? "SpaceAfter=No" : "_" })] };
    }

    private static ConlluToken Fill(ConlluToken line, ConlluToken? word) => word is null
        ? line
        : line with { Lemma = word.Lemma, Upos = word.Upos, Xpos = word.Xpos, Feats = word.Feats, Head = word.Head, Deprel = word.Deprel };
}
