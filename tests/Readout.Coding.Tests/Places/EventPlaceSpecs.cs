using System.Globalization;
using Readout.Coding.Places;
using Readout.Coding.Record;
using Readout.Tests;
using Readout.Text;
using Readout.Text.Conllu;

namespace Readout.Coding.Tests.Places;

/// <summary>
/// Runs <c>tests/specs/places/event-places.conllu</c>: each sentence names its trigger (index of a word) and the place of the
/// deed as <c>name/code</c>, <c>-</c> where it has none. The trees are as the trained parser drew them, its mistakes included.
/// </summary>
public sealed class EventPlaceSpecs
{
    internal static readonly Dictionary<string, ConlluSentence> Cases =
        ConlluReader.Parse(File.ReadAllText(Repository.Path("tests", "specs", "places", "event-places.conllu")))
            .ToDictionary(sentence => sentence.Comment("sent_id")!, StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Place_of_the_deed(string id)
    {
        ConlluSentence sentence = Cases[id];
        Document document = ConlluDocument.ToDocument(id, [sentence]);
        EventPlace? place = PlaceLayer.For(document, PlaceData.Gazetteer).PlaceOf(document.Token(Trigger(sentence)));
        Assert.Equal(sentence.Comment("place"), Shown(place));
        if (place is null) return;
        Assert.Equal(place.Unresolved is null, place.Latitude is not null);
        Assert.True(place.Span.Start >= 0 && place.Span.End <= document.Text.Length && !place.Span.IsEmpty);
    }

    internal static int Trigger(ConlluSentence sentence) => int.Parse(sentence.Comment("trigger")!, CultureInfo.InvariantCulture) - 1;

    internal static string Shown(EventPlace? place) => place is null ? "-" : $"{place.Name}/{place.Country ?? "-"}";
}
