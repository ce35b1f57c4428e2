using System.Globalization;
using System.Text;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Bench.Archives;

/// <summary>
/// Puts other words into a real sentence, so that a sentence that is used again is not a copy of itself: what the record is made of (names of actors, the
/// words of deeds, days, places, numbers of people, cues) stays, of the other content words most are drawn anew, by how often they come in the sentences, and
/// some are names and numbers that never came before, as in news. The same seed gives the same words.
/// </summary>
internal sealed class Variation
{
    // Of ten content words so many are put anew, and of twenty of these so many are new names.
    private const int Changed = 7;
    private const int NewNames = 2;
    private static readonly string[] Syllables = ["ka", "ro", "lin", "mar", "te", "vo", "sha", "ber", "du", "nok", "eli", "gra", "pos", "ti", "zem", "ou", "hal", "fi", "wen", "cor"];

    private readonly string[] _words;

    public Variation(IEnumerable<Piece> pieces) =>
        _words = [.. pieces.SelectMany(piece => Free(piece.Text, Kept(piece)).Select(word => piece.Text[word]))];

    /// <summary>The sentence with other words, and where each of its offsets comes to lie.</summary>
    public (string Text, int[] Places) Of(Piece piece, ulong seed) => Varied(piece.Text, Kept(piece), seed);

    /// <summary>A headline with other words.</summary>
    public string? Of(string? title, ulong seed) => title is null ? null : Varied(title, [], seed).Text;

    // SplitMix64 (Steele, Lea and Flood 2014).
    public static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private (string Text, int[] Places) Varied(string text, IReadOnlyList<TextSpan> kept, ulong seed)
    {
        StringBuilder varied = new(text.Length + 32);
        int[] places = new int[text.Length + 1];
        int done = 0;
        foreach (Range word in Free(text, kept))
        {
            seed = Mixed(seed);
            if (seed % 10 >= Changed) continue;
            (int start, int end) = (word.Start.Value, word.End.Value);
            for (; done < start; done++) Copy(text[done]);
            int begin = varied.Length;
            varied.Append(Other(text.AsSpan(start, end - start), seed));
            for (; done < end; done++) places[done] = Math.Min(begin + done - start, varied.Length);
        }

        for (; done < text.Length; done++) Copy(text[done]);
        places[text.Length] = varied.Length;
        return (varied.ToString(), places);

        void Copy(char c)
        {
            places[done] = varied.Length;
            varied.Append(c);
        }
    }

    private string Other(ReadOnlySpan<char> word, ulong seed)
    {
        ulong drawn = Mixed(seed ^ 0x5DEECE66D);
        if (char.IsAsciiDigit(word[0])) return (1 + drawn % 9_000).ToString(CultureInfo.InvariantCulture);
        if (seed / 10 % 20 < NewNames || _words.Length == 0) return Name(drawn);
        return _words[(int)(drawn % (ulong)_words.Length)];
    }

    private static string Name(ulong drawn)
    {
        StringBuilder name = new();
        for (int left = 3; left > 0; left--, drawn /= 20) name.Append(Syllables[(int)(drawn % 20)]);
        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }

    /// <summary>Words of four letters or more that begin small, and numbers, outside of what is kept.</summary>
    private static IEnumerable<Range> Free(string text, IReadOnlyList<TextSpan> kept)
    {
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            if (i == start)
            {
                i++;
                continue;
            }

            bool number = char.IsAsciiDigit(text[start]);
            if ((number || i - start >= 4 && char.IsLower(text[start])) && !kept.Any(span => span.Start < i && start < span.End)) yield return start..i;
        }
    }

    private static List<TextSpan> Kept(Piece piece) =>
    [
        .. piece.Mentions.Select(mention => mention.Span), .. piece.Dates.Select(date => date.Span),
        .. piece.Events.SelectMany(Kept), .. piece.Quotes.SelectMany(quote => quote.Cue.Concat(quote.Source)),
        .. piece.Meetings.Where(meeting => meeting.Place is not null).Select(meeting => meeting.Place!.Span),
    ];

    private static IEnumerable<TextSpan> Kept(CodedEvent coded)
    {
        yield return coded.Trigger;
        foreach (TextSpan span in coded.StatusEvidence) yield return span;
        if (coded.Place is { } place) yield return place.Span;
        foreach (PeopleCount? count in (PeopleCount?[])[coded.Size.Dead, coded.Size.Injured, coded.Size.Detained, coded.Size.Participants])
        {
            if (count is not null) yield return count.Span;
        }

        foreach (Attribution entry in coded.Attribution)
        {
            if (entry.Cue is { } cue) yield return cue;
        }
    }
}
