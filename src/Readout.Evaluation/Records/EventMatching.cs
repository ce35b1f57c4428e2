using System.Collections.Immutable;
using Readout.Evaluation.Scoring;
using Readout.Text;

namespace Readout.Evaluation.Records;

/// <summary>
/// Pairs the events of two codings of one text, one to one. Two events may be paired where their triggers share a
/// character, or stand in one sentence and agree in type or in both sides of a dyad. The pair with the highest rank is
/// taken first, ties in the order of the codings. The rule is written out in <c>docs/scoring.md</c>.
/// </summary>
internal static class EventMatching
{
    private const int TriggerRank = 100;
    private const int TypeRank = 50;
    private const int DyadRank = 30;
    private const int SideRank = 12;
    private const int ActionRank = 5;
    private const int StatusRank = 3;

    /// <summary>Pairs of indexes into the events of <paramref name="found"/> and <paramref name="gold"/>.</summary>
    public static IReadOnlyList<(int Found, int Gold)> Match(CodedText found, CodedText gold)
    {
        List<(int Rank, int Found, int Gold)> candidates = [];
        ImmutableArray<TextSpan> sentences = found.Sentences.IsEmpty ? SentenceRanges.Of(found.Text) : found.Sentences;
        for (int f = 0; f < found.Events.Length; f++)
        {
            ImmutableArray<TextSpan> foundPlaces = found.Events[f].Places;
            for (int g = 0; g < gold.Events.Length; g++)
            {
                ImmutableArray<TextSpan> goldPlaces = SentenceRanges.Carry(gold.Events[g].Places, gold.Text, found.Text);
                int rank = Rank(found.Events[f], gold.Events[g], foundPlaces, goldPlaces, sentences);
                if (rank > 0) candidates.Add((rank, f, g));
            }
        }

        return SpanPairs.OneToOne(candidates);
    }

    /// <summary>
    /// Whether actors and recipients are the same codes. Where one side names all parties as actors and the other parts
    /// them into actors and recipients, the direction is free, as PLOVER's reciprocal events have none.
    /// </summary>
    public static bool SameDyad(ComparedEvent first, ComparedEvent second)
    {
        if (SameCodes(first.Actors, second.Actors) && SameCodes(first.Recipients, second.Recipients)) return true;
        bool isReciprocal = IsReciprocal(first) != IsReciprocal(second);
        return isReciprocal && SameCodes(All(first), All(second));
    }

    private static int Rank(
        ComparedEvent found, ComparedEvent gold, ImmutableArray<TextSpan> foundPlaces, ImmutableArray<TextSpan> goldPlaces, ImmutableArray<TextSpan> sentences)
    {
        bool overlaps = foundPlaces.Any(one => goldPlaces.Any(one.Overlaps));
        bool sameType = found.Type == gold.Type;
        bool sameDyad = SameDyad(found, gold);
        bool hasDyad = !found.Actors.IsEmpty && (!found.Recipients.IsEmpty || found.Actors.Length > 1);
        if (!overlaps && !(sameType || (sameDyad && hasDyad))) return 0;
        if (!overlaps && !SentenceRanges.Share(foundPlaces, goldPlaces, sentences)) return 0;
        int rank = overlaps ? TriggerRank : 1;
        if (sameType) rank += TypeRank;
        if (sameDyad) rank += DyadRank;
        else if (SameCodes(found.Actors, gold.Actors) || SameCodes(found.Recipients, gold.Recipients)) rank += SideRank;
        if (found.Action == gold.Action) rank += ActionRank;
        if (found.Status == gold.Status) rank += StatusRank;
        return rank;
    }

    private static bool IsReciprocal(ComparedEvent coded) => coded.Recipients.IsEmpty && coded.Actors.Length > 1;

    private static IReadOnlyList<string> All(ComparedEvent coded) =>
        [.. coded.Actors.Concat(coded.Recipients).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static bool SameCodes(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        first.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(second);
}
