using Readout.Coding.Dates;
using Readout.Coding.Packs;
using Readout.Coding.Places;
using Readout.Text;

namespace Readout.Coding.Reading;

/// <summary>The stages of reading, in order.</summary>
internal static class ReadingStages
{
    /// <summary>Builds the pipeline over the pack's knowledge and the trained models.</summary>
    public static Pipeline Build(Knowledge knowledge, TextAnalyzer analyzer) => new(
        Language(analyzer),
        Dates(new DateReader(knowledge.Calendar)),
        Places(knowledge.Places));

    private static Stage Language(TextAnalyzer analyzer) =>
        new("language", Layer.None, Layer.Document, draft => draft.Document = analyzer.Analyze(draft.Article));

    private static Stage Places(Gazetteer gazetteer) => new("places", Layer.Document, Layer.Places, draft =>
        draft.PlaceLayer = PlaceLayer.For(draft.Document, gazetteer));

    private static Stage Dates(DateReader reader) => new("dates", Layer.Document, Layer.Dates, draft =>
    {
        draft.DateLayer = reader.Read(draft.Document);
        draft.Dates = draft.DateLayer.Expressions;
        draft.Warnings.AddRange(draft.DateLayer.Warnings);
    });
}
