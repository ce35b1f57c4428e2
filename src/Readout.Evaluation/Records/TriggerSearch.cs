using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Evaluation.Records;

/// <summary>Finds where the words of a trigger stand.</summary>
internal static class TriggerSearch
{
    /// <summary>
    /// All places where the words stand as whole words, first with their letter case, else without it; where they never
    /// stand together, the places of each of the words of four letters or more.
    /// </summary>
    public static ImmutableArray<TextSpan> Find(string text, string words)
    {
        if (string.IsNullOrWhiteSpace(words)) return [];
        string whole = words.Trim();
        ImmutableArray<TextSpan> places = Places(text, whole, StringComparison.Ordinal);
        if (places.IsEmpty) places = Places(text, whole, StringComparison.OrdinalIgnoreCase);
        if (!places.IsEmpty) return places;
        return [.. Words.Of(words).Where(word => word.Length >= 4).SelectMany(word => Places(text, word, StringComparison.OrdinalIgnoreCase)).Distinct().Order()];
    }

    private static ImmutableArray<TextSpan> Places(string text, string words, StringComparison comparison)
    {
        ImmutableArray<TextSpan>.Builder places = ImmutableArray.CreateBuilder<TextSpan>();
        int start = text.IndexOf(words, comparison);
        while (start >= 0)
        {
            int end = start + words.Length;
            bool opens = start == 0 || !char.IsLetterOrDigit(text[start - 1]) || !char.IsLetterOrDigit(text[start]);
            bool closes = end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(text[end - 1]);
            if (opens && closes) places.Add(new TextSpan(start, end));
            start = text.IndexOf(words, start + 1, comparison);
        }

        return places.ToImmutable();
    }
}
