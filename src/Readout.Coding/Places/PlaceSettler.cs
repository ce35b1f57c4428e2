using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>
/// Settles names that several places bear. What stands beside the name decides first (<c>Paris, Texas</c>, <c>the
/// Lebanese city of Tripoli</c>), then the same name settled so elsewhere in the text, then the other places and states
/// that the text mentions, then the use of datelines; otherwise the name stays open.
/// </summary>
internal sealed class PlaceSettler(Document document, PlaceWords words, List<PlaceMention> mentions, List<PeopleMention> peoples)
{
    // Points. One mention of a state in the same sentence outweighs one elsewhere; a bare stand-alone city gives way only
    // to evidence of two clear kinds. Chosen on sentences written for the tests.
    private const int StandAlonePoints = 8;
    private const int Margin = 2;
    private const int StatePoints = 2;
    private const int SubdivisionPoints = 4;
    private const int NearPoints = 2;
    private const double NearKilometres = 300;
    private const int Limit = 12;

    private readonly PlaceNeighbours _neighbours = new(document, words, mentions, peoples);
    private readonly Dictionary<string, Place> _qualified = new(StringComparer.Ordinal);

    /// <summary>The mentions, each settled or left open with a reason.</summary>
    public ImmutableArray<PlaceMention> Run()
    {
        PlaceMention[] settled = [.. mentions.Select((mention, index) => ByNeighbours(mention, index))];
        List<Evidence> evidence = Gather(settled);
        for (int i = 0; i < settled.Length; i++)
        {
            if (settled[i].Place is null) settled[i] = ByText(settled[i], evidence);
        }

        return [.. settled];
    }

    private PlaceMention ByNeighbours(PlaceMention mention, int index)
    {
        if (mention.Candidates.Length == 1) return mention with { Place = mention.Candidates[0], Settled = "only one" };
        ImmutableArray<Place> narrowed = _neighbours.Narrow(mention, index);
        if (narrowed.Length != 1) return mention with { Candidates = narrowed };
        _qualified.TryAdd(mention.Span.In(document.Text), narrowed[0]);
        return mention with { Place = narrowed[0], Settled = "qualified" };
    }

    private List<Evidence> Gather(PlaceMention[] settled)
    {
        List<Evidence> evidence = [];
        foreach (PlaceMention mention in settled)
        {
            if (mention.Place is { } place) evidence.Add(new Evidence(place, document.SentenceOf(mention.First)));
        }

        foreach (PeopleMention people in peoples)
        {
            if (people.Places.Length == 1) evidence.Add(new Evidence(people.Places[0], document.SentenceOf(people.First)));
        }

        return evidence;
    }

    private PlaceMention ByText(PlaceMention mention, List<Evidence> evidence)
    {
        if (_qualified.TryGetValue(mention.Span.In(document.Text), out Place? same) && mention.Candidates.Contains(same))
        {
            return mention with { Place = same, Settled = "qualified elsewhere" };
        }

        int sentence = document.SentenceOf(mention.First);
        int[] points = [.. mention.Candidates.Select(candidate => Points(candidate, StandsAlone(candidate, mention.Candidates), sentence, evidence))];
        int best = points.Max();
        int second = points.Order().Reverse().Skip(1).First();
        if (best >= second + Margin)
        {
            Place place = mention.Candidates[Array.IndexOf(points, best)];
            bool alone = StandsAlone(place, mention.Candidates) && best == StandAlonePoints;
            return mention with { Place = place, Settled = alone ? "stands alone" : "context" };
        }

        Place[] standing = [.. mention.Candidates.Where(candidate => StandsAlone(candidate, mention.Candidates))];
        if (standing.Length == 1) return mention with { Place = standing[0], Settled = "stands alone" };
        return mention with { Unresolved = $"the text does not decide between {string.Join(" and ", mention.Candidates)}" };
    }

    /// <summary>Marked so in the data, or a country among namesakes that are neither countries nor regions.</summary>
    private static bool StandsAlone(Place candidate, ImmutableArray<Place> candidates) =>
        candidate.StandsAlone
        || candidate.IsCountry && candidates.All(other => ReferenceEquals(other, candidate) || !other.IsArea && !other.StandsAlone);

    private static int Points(Place candidate, bool alone, int sentence, List<Evidence> evidence)
    {
        int points = 0;
        int fromState = 0;
        foreach (Evidence other in evidence)
        {
            int gain = Gain(candidate, other.Place) * (other.Sentence == sentence ? 2 : 1);
            if (other.Place.IsCountry && IsMinor(candidate)) fromState = Math.Max(fromState, Math.Min(gain, 1));
            else points += gain;
        }

        return Math.Min(points + fromState, Limit) + (alone ? StandAlonePoints : 0);
    }

    /// <summary>What one other place says for a candidate.</summary>
    private static int Gain(Place candidate, Place other)
    {
        if (candidate.Country is null) return 0;
        if (ReferenceEquals(candidate, other)) return SubdivisionPoints;
        bool near = !other.IsCountry && !candidate.IsCountry
            && candidate.DistanceTo(other) < NearKilometres;
        int gain = near ? NearPoints : 0;
        if (candidate.Country != other.Country) return gain;
        if (candidate.IsCountry || other.Holds(candidate) && other.Kind is PlaceKind.Region) return gain + SubdivisionPoints;
        if (candidate.Kind is PlaceKind.Region && candidate.Holds(other)) return gain + SubdivisionPoints;
        return gain + (candidate.Kind is PlaceKind.Region && other.Kind is PlaceKind.Region ? SubdivisionPoints : StatePoints);
    }

    /// <summary>Whether the mere mention of its state says little for a candidate: towns and regions of the most mentioned state.</summary>
    private static bool IsMinor(Place candidate) =>
        candidate.Country == "USA" && !candidate.StandsAlone && candidate.Kind is PlaceKind.City or PlaceKind.Region;

    private readonly record struct Evidence(Place Place, int Sentence);
}
