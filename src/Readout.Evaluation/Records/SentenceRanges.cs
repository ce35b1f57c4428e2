using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Evaluation.Records;

/// <summary>Where sentences lie, for codings that do not say so, and whether two triggers stand in one.</summary>
internal static class SentenceRanges
{
    /// <summary>A plain split: at line breaks, and after a full stop, ! or ? with white space and no lower-case letter after it.</summary>
    public static ImmutableArray<TextSpan> Of(string text)
    {
        ImmutableArray<TextSpan>.Builder sentences = ImmutableArray.CreateBuilder<TextSpan>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool stops = text[i] == '\n' || (text[i] is '.' or '!' or '?' && i + 2 < text.Length && char.IsWhiteSpace(text[i + 1]) && !char.IsLower(text[i + 2]));
            if (!stops) continue;
            sentences.Add(new TextSpan(start, i + 1));
            start = i + 1;
        }

        if (start < text.Length) sentences.Add(new TextSpan(start, text.Length));
        return sentences.ToImmutable();
    }

    /// <summary>Whether a range of each list lies in the same sentence.</summary>
    public static bool Share(ImmutableArray<TextSpan> first, ImmutableArray<TextSpan> second, ImmutableArray<TextSpan> sentences) =>
        sentences.Any(sentence => first.Any(sentence.Overlaps) && second.Any(sentence.Overlaps));

    /// <summary>
    /// The same places in another copy of the text, which may lack furniture or differ in its white space: the words
    /// around a place (up to twenty characters on each side, then ten, then none) are sought in it.
    /// </summary>
    public static ImmutableArray<TextSpan> Carry(ImmutableArray<TextSpan> places, string from, string to) =>
        from == to ? places : [.. places.SelectMany(place => Carry(place, from, to)).Distinct()];

    private static IEnumerable<TextSpan> Carry(TextSpan place, string from, string to)
    {
        foreach (int margin in (int[])[20, 10, 0])
        {
            int start = Math.Max(0, place.Start - margin);
            int end = Math.Min(from.Length, place.End + margin);
            string window = from[start..end];
            int found = to.IndexOf(window, StringComparison.Ordinal);
            if (found >= 0) return [new TextSpan(found + place.Start - start, found + place.End - start)];
        }

        return [];
    }
}
