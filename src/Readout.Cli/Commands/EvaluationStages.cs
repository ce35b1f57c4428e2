using Readout.Cli.Inputs;
using Readout.Evaluation.Actors;
using Readout.Evaluation.Dates;
using Readout.Evaluation.Events;
using Readout.Evaluation.Extraction;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Names;
using Readout.Evaluation.Parsing;
using Readout.Evaluation.Quotes;
using Readout.Evaluation.Records;
using Readout.Evaluation.Relations;
using Readout.Evaluation.Stories;
using Readout.Text;
using Readout.Text.Tokens;

namespace Readout.Cli.Commands;

/// <summary>The stages of this build as predictors of the evaluation's tasks; null where there is none.</summary>
internal static class EvaluationStages
{
    public static Predictor<PageInput, ArticleBody>? Extraction => null;

    /// <summary>Cuts an article's text into tokens and sentences.</summary>
    public static Document Cut(Article article)
    {
        TokenBuffer tokens = new();
        Tokenizer.English.Tokenize(article, tokens);
        return new Document(article, tokens.ToLayers());
    }

    public static Predictor<WordSentence, WordTree>? Parse => inputs => WithAnalyzer(inputs, LanguageStages.Tree);

    public static Predictor<NamedSentence, EntityList>? Names => inputs => WithAnalyzer(inputs, LanguageStages.Entities);

    public static Predictor<ActorQuery, ActorAnswer>? Actors => null;

    public static Predictor<DatedText, TimeExpressions>? Dates => null;

    public static Predictor<QuotedText, QuoteList>? Quotes => null;

    public static Predictor<MarkedPair, RelationAnswer>? Relation => null;

    public static Predictor<EventSentence, SentenceEvents>? Events => null;

    public static Predictor<StoryArticle, StoryAnswer>? Stories => null;

    public static Predictor<RecordInput, CodedText>? Record => null;

    private static IEnumerable<TPrediction> WithAnalyzer<TInput, TPrediction>(IEnumerable<TInput> inputs, Func<TextAnalyzer, TInput, TPrediction> predict)
    {
        using TextAnalyzer analyzer = ReaderFiles.LoadAnalyzer();
        foreach (TPrediction prediction in InOrder.Select(inputs, input => predict(analyzer, input))) yield return prediction;
    }
}
