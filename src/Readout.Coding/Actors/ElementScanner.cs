using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>A stretch of text that the directory knows, with what it may mean.</summary>
/// <param name="First">First run.</param>
/// <param name="End">Run after the last.</param>
/// <param name="Senses">The meanings whose letter case fits; at least one.</param>
internal sealed record Element(int First, int End, ImmutableArray<Sense> Senses)
{
    public bool Has(SenseKind kind) => TryGet(kind, out _);

    public bool TryGet(SenseKind kind, out Sense sense)
    {
        foreach (Sense candidate in Senses)
        {
            if (candidate.Kind != kind) continue;
            sense = candidate;
            return true;
        }

        sense = default;
        return false;
    }
}

/// <summary>Finds, from left to right, the longest stretches that the directory knows. Holds no state.</summary>
internal static class ElementScanner
{
    private const int LongestPhrase = 14;

    /// <summary>The elements of a range of runs in order, disjoint.</summary>
    /// <param name="phrases">The directory's phrases.</param>
    /// <param name="runs">The text's words.</param>
    /// <param name="first">First run to look at.</param>
    /// <param name="end">Run after the last.</param>
    /// <param name="anyCase">Whether capitals are not required, as in a query.</param>
    public static List<Element> Scan(PhraseTable phrases, WordRuns runs, int first, int end, bool anyCase)
    {
        List<Element> found = [];
        for (int i = first; i < end;)
        {
            Element? element = Longest(phrases, runs, i, end, anyCase);
            if (element is not null && runs.Is(i, "the") && Longest(phrases, runs, i + 1, end, anyCase) is { } later && later.End > element.End) element = later;
            if (element is null)
            {
                i++;
                continue;
            }

            found.Add(element);
            i = element.End;
        }

        return found;
    }

    private static Element? Longest(PhraseTable phrases, WordRuns runs, int first, int end, bool anyCase)
    {
        ulong hash = Folding.Seed;
        Element? best = null;
        int limit = Math.Min(end, first + LongestPhrase);
        for (int i = first; i < limit; i++)
        {
            if (i > first && Breaks(runs.GapBefore(i))) break;
            hash = Folding.Extend(hash, runs.Word(i));
            if (!phrases.HasPrefix(hash)) break;
            ReadOnlySpan<Sense> senses = phrases.SensesOf(hash);
            if (senses.Length == 0 || IsInsideAddress(runs, first, i)) continue;
            List<Sense> fitting = [];
            foreach (Sense sense in senses)
            {
                if (!Fits(sense, runs, first, i + 1 - first, anyCase)) continue;
                if (sense.Kind != SenseKind.Combining) fitting.Add(sense);
                else if (i + 1 < end && runs.GapBefore(i + 1) is "-" or "\u2013" && runs.IsCapital(i + 1)) fitting.Add(sense with { Kind = SenseKind.Adjective });
            }

            if (fitting.Exists(sense => sense.Kind == SenseKind.Surname) && i + 1 < end && runs.GapBefore(i + 1) is "-" && Combines(senses)) fitting.RemoveAll(sense => sense.Kind != SenseKind.Adjective);
            if (fitting.Count > 0) best = new Element(first, i + 1, [.. fitting]);
        }

        return best;
    }

    /// <summary>Whether words on two sides of the text between them are of different phrases.</summary>
    public static bool Breaks(ReadOnlySpan<char> gap)
    {
        if (gap.Length == 1) return false;
        foreach (char sign in gap)
        {
            if (sign is ';' or ':' or '(' or ')' or '"' or '\u201C' or '\u201D' or '\n' or '!' or '?' or '\u2014' or '[' or ']') return true;
        }

        return gap.Length > 5;
    }

    /// <summary>Whether a hyphen, or a dash as short as one, joins the words: <c>U.S.-Danish</c>.</summary>
    public static bool IsHyphen(ReadOnlySpan<char> gap) => gap is "-" or ".-" or "\u2013" or ".\u2013" or "\u2010" or "\u2011";

    private static bool Combines(ReadOnlySpan<Sense> senses)
    {
        foreach (Sense sense in senses)
        {
            if (sense.Kind == SenseKind.Combining) return true;
        }

        return false;
    }

    private static bool IsInsideAddress(WordRuns runs, int first, int last)
    {
        int before = runs.Start(first) - 1;
        int after = runs.End(last);
        if (before >= 0 && runs.Text[before] is '@' or '/' && before > 0 && char.IsLetterOrDigit(runs.Text[before - 1]) && runs.Text[before] == '@') return true;
        return after + 1 < runs.Text.Length && runs.Text[after] is '.' or '@' && after + 1 < runs.Text.Length
            && char.IsLower(runs.Text[after + 1]) && runs.End(last) - runs.Start(last) > 1;
    }

    private static bool Fits(Sense sense, WordRuns runs, int first, int count, bool anyCase)
    {
        for (int k = 0; k < count; k++)
        {
            uint need = (sense.Case >> (2 * k)) & 3;
            ReadOnlySpan<char> word = runs.Word(first + k);
            if (need == 1 && !anyCase && !char.IsUpper(word[0]) && !char.IsDigit(word[0])) return false;
            if (need == 2 && !(anyCase && count > 1) && HasLower(word)) return false;
        }

        return !IsName(sense.Kind) || count > 1 || runs.Document is null || MayBeName(runs.Document.Token(runs.TokenOf(first)), sense.Kind);
    }

    private static bool IsName(SenseKind kind) =>
        kind is SenseKind.Name or SenseKind.Place or SenseKind.Surname or SenseKind.Capital or SenseKind.Government;

    /// <summary>A word that the tagger calls a verb, an adverb and so on is no name of one word, unless its capital tells otherwise.</summary>
    private static bool MayBeName(Token token, SenseKind kind) => token.Upos switch
    {
        Upos.PROPN or Upos.None or Upos.X => true,
        Upos.NOUN or Upos.ADJ => kind != SenseKind.Surname,
        Upos.VERB => kind != SenseKind.Surname && Capitals.Tells(token),
        _ => false,
    };

    private static bool HasLower(ReadOnlySpan<char> word)
    {
        foreach (char letter in word)
        {
            if (char.IsLower(letter)) return true;
        }

        return false;
    }
}
