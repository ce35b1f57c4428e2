using Readout.Cli.Inputs;
using Readout.Coding.Quotes;
using Readout.Coding.Reading;
using Readout.Evaluation.Actors;
using Readout.Evaluation.Dates;
using Readout.Evaluation.Dates.DatesSpec;
using Readout.Evaluation.Events;
using Readout.Evaluation.Extraction;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Names;
using Readout.Evaluation.Parsing;
using Readout.Evaluation.Quotes;
using Readout.Evaluation.Records;
using Readout.Evaluation.Relations;
using Readout.Evaluation.Speakers;
using Readout.Evaluation.Stories;
using Readout.Sources.Pages;
using Readout.Text;
using Readout.Text.Tokens;

namespace Readout.Cli.Commands;

/// <summary>The stages of this build as predictors of the evaluation's tasks; null where there is none.</summary>
internal static class EvaluationStages
{
    public static Predictor<PageInput, ArticleBody>? Extraction => inputs => InOrder.Select(inputs, Body);

    /// <summary>Cuts an article's text into tokens and sentences.</summary>
    public static Document Cut(Article article)
    {
        TokenBuffer tokens = new();
        Tokenizer.English.Tokenize(article, tokens);
        return new Document(article, tokens.ToLayers());
    }

    public static Predictor<WordSentence, WordTree>? Parse => inputs => WithAnalyzer(inputs, LanguageStages.Tree);

    public static Predictor<NamedSentence, EntityList>? Names => inputs => WithAnalyzer(inputs, LanguageStages.Entities);

    public static Predictor<ActorQuery, ActorAnswer>? Actors => inputs => new ActorPredictor(ReaderFiles.LoadKnowledge(overlay: null)).Predict(inputs);

    public static Predictor<DatedText, TimeExpressions>? Dates => inputs => WithReader(inputs, (reader, input) => TimeExpressions.Of(
        reader.Read(Article.FromText(input.Id, input.Text) with { Published = input.Created })));

    public static Predictor<SpecInput, SpecResults>? DatesSpec => inputs =>
        new SpecPredictor(ReaderFiles.LoadKnowledge(overlay: null).Calendar, Cut).Predict(inputs);

    public static Predictor<QuotedText, QuoteList>? Quotes => inputs =>
    {
        QuoteWords words = ReaderFiles.LoadKnowledge(overlay: null).Quotes;
        return WithAnalyzer(inputs, (analyzer, input) => PolnearQuotes.Of(analyzer.Analyze(Article.FromText(input.Id, input.Text)), words));
    };

    public static Predictor<MarkedPair, RelationAnswer>? Relation => inputs =>
        RelationStage.Predict(inputs, ReaderFiles.LoadKnowledge(overlay: null), ReaderFiles.LoadAnalyzer());

    public static Predictor<EventSentence, SentenceEvents>? Events => inputs => WithReader(inputs, (reader, input) => SentenceEvents.Of(
        reader.Read(Article.FromText(input.Id, input.Text))));

    public static Predictor<StoryArticle, StoryAnswer>? Stories => Story;

    public static Predictor<RecordInput, CodedText>? Record => inputs => WithReader(inputs, (reader, input) => CodedText.Of(
        reader.Read(input.ToArticle())));

    public static Predictor<RecordInput, SpokenText>? Speakers => inputs => WithReader(inputs, (reader, input) => SpokenText.Of(
        reader.Read(input.ToArticle())));

    private static IEnumerable<StoryAnswer> Story(IEnumerable<StoryArticle> inputs)
    {
        using Reader reader = ReaderFiles.Load(overlay: null);
        foreach (StoryAnswer answer in StoriesStage.Predict(inputs, reader)) yield return answer;
    }

    private static ArticleBody Body(PageInput page)
    {
        Uri? url = Uri.TryCreate(page.Url, UriKind.Absolute, out Uri? address) ? address : null;
        return new ArticleBody(string.Join("\n\n", MainText.ExtractMainText(page.ReadBytes(), url: url).Select(block => block.Text)));
    }

    private static IEnumerable<TPrediction> WithReader<TInput, TPrediction>(IEnumerable<TInput> inputs, Func<Reader, TInput, TPrediction> predict)
    {
        using Reader reader = ReaderFiles.Load(overlay: null);
        foreach (TPrediction prediction in InOrder.Select(inputs, input => predict(reader, input))) yield return prediction;
    }

    private static IEnumerable<TPrediction> WithAnalyzer<TInput, TPrediction>(IEnumerable<TInput> inputs, Func<TextAnalyzer, TInput, TPrediction> predict)
    {
        using TextAnalyzer analyzer = ReaderFiles.LoadAnalyzer();
        foreach (TPrediction prediction in InOrder.Select(inputs, input => predict(analyzer, input))) yield return prediction;
    }
}
