using Readout.Coding.Packs;
using Readout.Text;
using Readout.Text.Tokens;

namespace Readout.Coding.Reading;

/// <summary>The stages of reading, in order.</summary>
internal static class ReadingStages
{
    /// <summary>Builds the pipeline over the pack's knowledge and the trained models.</summary>
    public static Pipeline Build(Knowledge knowledge, string models) => new(Language());

    private static Stage Language() => new("language", Layer.None, Layer.Document, draft =>
    {
        TokenBuffer words = new();
        Tokenizer.English.Tokenize(draft.Article, words);
        draft.Document = new Document(draft.Article, words.ToLayers());
    });
}
