using System.Diagnostics;
using Readout.Text;
using Readout.Text.Conllu;
using Readout.Training.Corpora;

namespace Readout.Training;

/// <summary>Scores the shipped, quantised model on a treebank's own tokens, and times it.</summary>
internal static class ScoreCommand
{
    /// <summary>Runs <c>score MODELS TREEBANK [NAMES]</c>.</summary>
    public static int Run(string[] args, TextWriter log)
    {
        using TextAnalyzer analyzer = TextAnalyzer.Load(args[0]);
        Time(analyzer, Score(analyzer, args[1], args.Length > 2 ? args[2] : null, log), log);
        return 0;
    }

    /// <summary>Prints the scores; returns the gold documents.</summary>
    public static List<Document> Score(TextAnalyzer analyzer, string treebank, string? nameFile, TextWriter log)
    {
        Dictionary<string, sbyte[]> names = nameFile is null ? [] : Treebank.ReadNames(nameFile);
        using StreamReader reader = File.OpenText(treebank);
        Tally tally = new();
        List<Document> documents = [];
        foreach (IReadOnlyList<ConlluSentence> group in ConlluDocument.GroupByDocument(ConlluReader.Read(reader)))
        {
            Document gold = ConlluDocument.ToDocument(group[0].Id ?? "document", group);
            documents.Add(gold);
            tally.Add(gold, analyzer.Annotate(gold), group, names);
        }

        tally.Print(log);
        return documents;
    }

    private static void Time(TextAnalyzer analyzer, List<Document> documents, TextWriter log)
    {
        for (int round = 0; round < 5; round++)
        {
            Stopwatch clock = Stopwatch.StartNew();
            long before = GC.GetAllocatedBytesForCurrentThread();
            long tokens = 0;
            foreach (Document document in documents) tokens += analyzer.Annotate(document).TokenCount;
            double allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)tokens;
            log.WriteLine(FormattableString.Invariant($"{tokens / clock.Elapsed.TotalSeconds:F0} tokens/s on one thread, {allocated:F1} bytes a token"));
        }
    }

    private sealed class Tally
    {
        private long _tokens, _upos, _tag, _lemma, _uas, _las, _lasSubtypes, _found, _gold, _right;

        public void Add(Document gold, Document system, IReadOnlyList<ConlluSentence> group, Dictionary<string, sbyte[]> names)
        {
            for (int i = 0; i < gold.TokenCount; i++)
            {
                Token a = gold.Token(i), b = system.Token(i);
                _tokens++;
                if (a.Upos == b.Upos) _upos++;
                if (a.Tag == b.Tag) _tag++;
                if (a.Lemma == b.Lemma) _lemma++;
                if (a.HeadIndex != b.HeadIndex) continue;
                _uas++;
                if (a.Relation == b.Relation) _lasSubtypes++;
                if (a.Relation.Base() == b.Relation.Base()) _las++;
            }

            for (int s = 0; s < group.Count; s++)
            {
                if (group[s].Id is not { } id || !names.TryGetValue(id, out sbyte[]? labels)) continue;
                Sentence sentence = system.Sentence(s);
                List<(int, int, int)> found =
                [
                    .. system.Names.Where(n => n.First >= sentence.First && n.First < sentence.End)
                        .Select(n => (n.First - sentence.First, n.End - sentence.First, (int)n.Kind)),
                ];
                List<(int, int, int)> wanted = NameLabels.Spans(labels);
                _found += found.Count;
                _gold += wanted.Count;
                _right += found.Count(wanted.Contains);
            }
        }

        public void Print(TextWriter log)
        {
            double Share(long part) => 100.0 * part / _tokens;
            log.WriteLine(FormattableString.Invariant(
                $"{_tokens} tokens: UPOS {Share(_upos):F2}  XPOS {Share(_tag):F2}  lemma {Share(_lemma):F2}  UAS {Share(_uas):F2}  LAS {Share(_las):F2} ({Share(_lasSubtypes):F2} with subtypes)"));
            if (_gold > 0)
            {
                log.WriteLine(FormattableString.Invariant(
                    $"names: precision {100.0 * _right / Math.Max(1, _found):F2}  recall {100.0 * _right / _gold:F2}  F1 {200.0 * _right / (_found + _gold):F2}"));
            }
        }
    }
}
