using System.Globalization;

namespace Readout.Sources.Languages;

/// <summary>A language that a text was found to be in.</summary>
/// <param name="Code">ISO 639-1 code, or ISO 639-3 where it has none.</param>
/// <param name="Name">English name.</param>
internal readonly record struct IdentifiedLanguage(string Code, string Name);

/// <summary>
/// Tells the language of a text by its script, its commonest words and its letters. Words that fewer languages share
/// weigh more. A text without such evidence (tables, telegrams of figures) counts as English where its letters are Latin.
/// Stateless and thread-safe.
/// </summary>
internal static class LanguageIdentifier
{
    private const int Sample = 20_000;
    private const int WordWeight = 60;
    private const int LetterWeight = 20;
    private static readonly IdentifiedLanguage s_english = new("en", "English");

    /// <summary>The language of the text's first 20,000 characters. Cost: linear in them.</summary>
    public static IdentifiedLanguage Identify(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> sample = text.Length > Sample ? text[..Sample] : text;
        Script script = MainScript(sample);
        if (script == Script.None) return s_english;
        LanguageProfiles profiles = LanguageProfiles.Default;
        Evidence evidence = new(profiles);
        evidence.Read(sample);
        int best = -1;
        for (int i = 0; i < profiles.Languages.Count; i++)
        {
            if (profiles.Languages[i].Script == script && (best < 0 || evidence.Score(i) > evidence.Score(best))) best = i;
        }

        if (script == Script.Latin && !evidence.Outweighs(best, English(profiles))) return s_english;
        return new IdentifiedLanguage(profiles.Languages[best].Code, profiles.Languages[best].Name);
    }

    private static int English(LanguageProfiles profiles)
    {
        for (int i = 0; i < profiles.Languages.Count; i++)
        {
            if (profiles.Languages[i].Code == "en") return i;
        }

        return 0;
    }

    /// <summary>The script of most letters; kana anywhere makes ideographs Japanese.</summary>
    private static Script MainScript(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[(int)Script.Han + 1];
        foreach (char c in text) counts[(int)Scripts.Of(c)]++;
        counts[(int)Script.None] = 0;
        if (20 * counts[(int)Script.Kana] > counts[(int)Script.Han] && counts[(int)Script.Kana] > 0)
        {
            counts[(int)Script.Kana] += counts[(int)Script.Han];
            counts[(int)Script.Han] = 0;
        }

        // An ideograph or a syllable of Hangul carries what two or three letters do.
        for (Script script = Script.Hangul; script <= Script.Han; script++) counts[(int)script] *= 2;
        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best]) best = i;
        }

        return (Script)best;
    }

    private sealed class Evidence(LanguageProfiles profiles)
    {
        private const int LongestWord = 40;

        /// <summary>Texts with fewer words are told by more of them: single words of many languages look alike (<c>to</c>, <c>an</c>, <c>air</c>).</summary>
        private const int ShortText = 25;

        private readonly int[] _scores = new int[profiles.Languages.Count];
        private readonly int[] _hits = new int[profiles.Languages.Count];
        private readonly HashSet<(int Language, string Word)> _distinct = [];
        private int _tokens;

        public int Score(int language) => _scores[language];

        /// <summary>
        /// Whether a language is told by two different words at least, by an eighth of all, and clearly better than English; in a short text by three, by a
        /// quarter of all, and by twice as many as are English.
        /// </summary>
        public bool Outweighs(int language, int english)
        {
            if (language == english) return false;
            int distinct = _distinct.Count(pair => pair.Language == language);
            bool isShort = _tokens < ShortText;
            if (isShort && (distinct < 3 || 4 * _hits[language] < _tokens || _hits[language] < 2 * _hits[english])) return false;
            return distinct >= 2 && 8 * _hits[language] >= _tokens && 2 * _scores[language] > 3 * _scores[english];
        }

        public void Read(ReadOnlySpan<char> text)
        {
            Span<char> word = stackalloc char[LongestWord];
            int length = 0;
            bool figures = false, acronym = true, cased = text.IndexOfAnyInRange('a', 'z') >= 0;
            for (int i = 0; i <= text.Length; i++)
            {
                if (i < text.Length && IsInWord(text[i]))
                {
                    figures |= char.IsDigit(text[i]);
                    acronym &= char.IsUpper(text[i]);
                    if (length < LongestWord) word[length++] = char.ToLowerInvariant(text[i]);
                    continue;
                }

                bool name = cased && acronym && length > 1 || length == 1 && word[0] == 's' && i > 1 && text[i - 2] is '\'' or '\u2019';
                if (length > 0 && !figures && !name) Add(word[..length]);
                (length, figures, acronym) = (0, false, true);
            }
        }

        private static bool IsInWord(char c) =>
            char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

        private void Add(ReadOnlySpan<char> word)
        {
            _tokens++;
            IReadOnlyList<int> languages = profiles.WithWord(word);
            foreach (int language in languages)
            {
                _scores[language] += WordWeight / (1 + languages.Count);
                _hits[language]++;
                if (_distinct.Count < 400) _distinct.Add((language, word.ToString()));
            }

            foreach (char letter in word)
            {
                if (letter < '\u0080') continue;
                IReadOnlyList<int> marked = profiles.WithLetter(letter);
                foreach (int language in marked) _scores[language] += LetterWeight / (1 + marked.Count);
            }
        }
    }
}
