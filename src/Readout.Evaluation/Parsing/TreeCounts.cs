using System.Collections.Immutable;
using Readout.Evaluation.Scoring;
using Readout.Text.Conllu;

namespace Readout.Evaluation.Parsing;

/// <summary>
/// Sums right words as conll18_ud_eval.py does on aligned words (Zeman et al. 2018): LAS compares relations without
/// their subtypes, CLAS leaves out function words and punctuation, lemmas are not compared where the gold has none.
/// </summary>
internal sealed class TreeCounts
{
    private static readonly HashSet<string> FunctionRelations = new(StringComparer.Ordinal)
    {
        "aux", "case", "cc", "clf", "cop", "det", "mark", "punct",
    };

    private long _words, _upos, _xpos, _lemmas, _heads, _labelled, _subtyped;
    private MatchCounts _content;

    public void Add(ConlluToken gold, ConlluToken? found)
    {
        bool head = found?.Head == gold.Head;
        bool labelled = head && Base(found!.Deprel) == Base(gold.Deprel);
        bool inGold = IsContent(gold);
        _words++;
        if (found?.Upos == gold.Upos) _upos++;
        if (found?.Xpos == gold.Xpos) _xpos++;
        if (found is not null && (gold.Lemma == "_" || found.Lemma == gold.Lemma)) _lemmas++;
        if (head) _heads++;
        if (labelled) _labelled++;
        if (head && found!.Deprel == gold.Deprel) _subtyped++;
        _content += new MatchCounts(inGold && labelled ? 1 : 0, found is not null && IsContent(found) ? 1 : 0, inGold ? 1 : 0);
    }

    public ImmutableArray<Score> Scores()
    {
        ScoreList scores = new();
        scores.AddAccuracy("UPOS", _upos, _words);
        scores.AddAccuracy("XPOS", _xpos, _words);
        scores.AddAccuracy("lemma", _lemmas, _words);
        scores.AddAccuracy("UAS", _heads, _words);
        scores.AddAccuracy("LAS", _labelled, _words);
        scores.AddAccuracy("LAS (subtypes)", _subtyped, _words);
        scores.Add("CLAS", _content.F1, new Count("correct", _content.Correct), new Count("predicted", _content.Predicted), new Count("gold", _content.Gold));
        return scores.ToImmutable();
    }

    private static bool IsContent(ConlluToken word) => !FunctionRelations.Contains(Base(word.Deprel));

    private static string Base(string relation) => relation.Split(':')[0];
}
