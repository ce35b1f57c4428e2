using Readout.Cli.Inputs;
using Readout.Coding.Actors;
using Readout.Coding.Packs;
using Readout.Evaluation.Relations;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary>Codes marked pairs: the event between two given phrases.</summary>
internal static class RelationStage
{
    /// <summary>One answer for each pair, in their order.</summary>
    public static IEnumerable<RelationAnswer> Predict(IEnumerable<MarkedPair> pairs, Knowledge knowledge, TextAnalyzer analyzer)
    {
        RelationCoder coder = new(knowledge.Codebook, knowledge.Ranker);
        MentionFinder finder = new(knowledge.Actors, knowledge.Quotes);
        using (analyzer)
        {
            foreach (RelationAnswer answer in InOrder.Select(pairs, pair => Answer(pair, coder, finder, analyzer))) yield return answer;
        }
    }

    private static RelationAnswer Answer(MarkedPair pair, RelationCoder coder, MentionFinder finder, TextAnalyzer analyzer)
    {
        Document document = analyzer.Analyze(Article.FromText(pair.Id, pair.Text));
        return coder.Code(document, finder.Find(document), pair.Source.Span ?? default, pair.Target.Span ?? default);
    }
}
