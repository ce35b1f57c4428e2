using Readout.Coding.Packs;
using Readout.Text;

namespace Readout.Coding.Reading;

/// <summary>The stages of reading, in order.</summary>
internal static class ReadingStages
{
    /// <summary>Builds the pipeline over the pack's knowledge and the trained models.</summary>
    public static Pipeline Build(Knowledge knowledge, TextAnalyzer analyzer) => new(Language(analyzer));

    private static Stage Language(TextAnalyzer analyzer) =>
        new("language", Layer.None, Layer.Document, draft => draft.Document = analyzer.Analyze(draft.Article));
}
