using Readout.Coding.Places;
using Readout.Tests;
using Readout.Text;
using Readout.Text.Conllu;

namespace Readout.Coding.Tests.Places;

/// <summary>The same sentences parsed by the trained model. In a class of its own because it loads the model.</summary>
public sealed class EventPlaceParserTests
{
    [Fact]
    public void Places_are_right_in_nine_of_ten_sentences_parsed_anew()
    {
        using TextAnalyzer analyzer = TextAnalyzer.Load(Repository.Path("data", "models"));
        int right = EventPlaceSpecs.Cases.Values.Count(sentence => IsRight(analyzer, sentence));
        Assert.InRange(right, EventPlaceSpecs.Cases.Count * 9 / 10, EventPlaceSpecs.Cases.Count);
    }

    private static bool IsRight(TextAnalyzer analyzer, ConlluSentence sentence)
    {
        Document given = ConlluDocument.ToDocument("given", [sentence]);
        Document document = analyzer.Analyze(Article.FromText("parsed", given.Text));
        int trigger = document.TokenAtOrAfter(given.Token(EventPlaceSpecs.Trigger(sentence)).Start);
        PlaceLayer layer = PlaceLayer.For(document, PlaceData.Gazetteer);
        return EventPlaceSpecs.Shown(layer.PlaceOf(document.Token(trigger))) == sentence.Comment("place");
    }
}
