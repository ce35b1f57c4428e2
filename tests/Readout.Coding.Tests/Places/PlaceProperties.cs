using CsCheck;
using Readout.Coding.Places;
using Readout.Text;

namespace Readout.Coding.Tests.Places;

public sealed class PlaceProperties
{
    private static readonly string[] Pieces =
    [
        "Paris", "Texas", ",", "(", ")", "-", "—", "/", ":", ".", "'s", "the", "The", "al", "Georgia", "Tripoli", "in", "of", "state", "Libyan",
        "Hague", "United", "States", "U.S.", "MOSCOW", "Feb", "3", "\n\n", "\n", "São", "Paulo", "\u2019", "\uD83D\uDE00", "é", "Congo", "river", "",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 40].Select(words => string.Join(' ', words));

    [Fact]
    public void Mentions_are_whole_tokens_in_order_and_settled_or_open_with_a_reason() => Texts.Sample(text =>
    {
        Document document = PlainTokens.Read(text);
        PlaceLayer layer = PlaceLayer.For(document, PlaceData.Gazetteer);
        int end = 0;
        foreach (PlaceMention mention in layer.Mentions)
        {
            Assert.True(mention.First >= end && mention.End > mention.First);
            Assert.Equal((document.Token(mention.First).Start, document.Token(mention.End - 1).End), (mention.Span.Start, mention.Span.End));
            Assert.NotEmpty(mention.Candidates);
            Assert.True(mention.Place is null ? mention is { Unresolved: not null, Settled: null } : mention is { Unresolved: null, Settled: not null });
            Assert.Same(mention, layer.MentionAt(mention.First));
            end = mention.End;
        }
    });

    [Fact]
    public void The_same_text_gives_the_same_places() => Texts.Sample(text =>
    {
        PlaceLayer first = PlaceLayer.For(PlainTokens.Read(text), PlaceData.Gazetteer);
        PlaceLayer second = PlaceLayer.For(PlainTokens.Read(text), PlaceData.Gazetteer);
        Assert.Equal(first.Mentions.Select(mention => (mention.Span, mention.Place)), second.Mentions.Select(mention => (mention.Span, mention.Place)));
        Assert.Equal(first.Dateline?.Span, second.Dateline?.Span);
    });
}
