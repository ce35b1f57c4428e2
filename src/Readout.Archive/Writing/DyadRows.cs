using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Archive.Writing;

/// <summary>Between whom an event runs: pairs of codes, lower one first, with the direction. Pure.</summary>
internal static class DyadRows
{
    public const int LowActs = 1;
    public const int HighActs = 2;

    /// <summary>
    /// Each actor with each recipient; where there is no recipient, the actors with one another, both ways. A code is the
    /// closed table's, else PLOVER's country; who has neither is in no pair, nor is one with itself.
    /// </summary>
    public static SortedDictionary<(string Low, string High), int> Of(ArticleRecord record, CodedEvent coded)
    {
        SortedDictionary<(string, string), int> pairs = new(Comparer<(string Low, string High)>.Create(Compare));
        string[] actors = Codes(record, coded.Actors);
        string[] recipients = Codes(record, coded.Recipients);
        foreach (string actor in actors)
        {
            foreach (string recipient in recipients) Add(pairs, actor, recipient);
        }

        if (coded.Recipients.IsEmpty)
        {
            foreach (string actor in actors)
            {
                foreach (string other in actors) Add(pairs, actor, other);
            }
        }

        return pairs;
    }

    private static void Add(SortedDictionary<(string, string), int> pairs, string actor, string recipient)
    {
        int order = string.CompareOrdinal(actor, recipient);
        if (order == 0) return;
        (string, string) pair = order < 0 ? (actor, recipient) : (recipient, actor);
        pairs[pair] = pairs.GetValueOrDefault(pair) | (order < 0 ? LowActs : HighActs);
    }

    private static string[] Codes(ArticleRecord record, ImmutableArray<int> mentions) =>
        [.. mentions.Select(index => record.Mentions[index].Actor).Select(actor => actor.Code ?? actor.Country).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static int Compare((string Low, string High) left, (string Low, string High) right)
    {
        int low = string.CompareOrdinal(left.Low, right.Low);
        return low != 0 ? low : string.CompareOrdinal(left.High, right.High);
    }
}
