using System.Buffers;

namespace Readout.Sources.Furniture;

/// <summary>Recognises lines that pages carry beside their text. Immutable, thread-safe.</summary>
internal sealed class FurnitureLines
{
    private const int LongestOpening = 140;
    private const int LongestLine = 260;
    private const int LongestTail = 60;
    private const int LongestNotice = 1200;
    private const int LongestCaption = 500;
    private const int LongestCredit = 90;
    private readonly HashSet<string> _lines;
    private readonly Tails _tails;
    private readonly Tails _commentTails;
    private readonly string[] _openings;
    private readonly SearchValues<string> _inside;
    private readonly HashSet<string> _offerWords;
    private readonly HashSet<string> _shareWords;
    private readonly string[][] _notices;
    private readonly SearchValues<string> _noticeWords;
    private readonly HashSet<string> _creditWords;
    private readonly HashSet<string> _pictureWords;
    private readonly HashSet<string> _noSections;

    private FurnitureLines(Dictionary<string, List<string>> lists)
    {
        _lines = new HashSet<string>(lists["line"].Select(Bare), StringComparer.Ordinal);
        _tails = new Tails(lists["tail"]);
        _commentTails = new Tails(lists["tail comments"]);
        _openings = [.. lists["opening"]];
        _inside = SearchValues.Create([.. lists["containing"]], StringComparison.Ordinal);
        _offerWords = new HashSet<string>(lists["offer words"], StringComparer.Ordinal);
        _notices = [.. lists["notice"].Select(entry => entry.Split(" + "))];
        _noticeWords = SearchValues.Create([.. _notices.Select(words => words[0])], StringComparison.OrdinalIgnoreCase);
        _shareWords = new HashSet<string>(lists["share words"], StringComparer.Ordinal);
        _noSections = new HashSet<string>(lists["no section"], StringComparer.Ordinal);
        _pictureWords = new HashSet<string>(lists["picture words"], StringComparer.Ordinal);
        _creditWords = new HashSet<string>(lists["credit words"], StringComparer.Ordinal);
    }

    /// <summary>The lists that ship with the program.</summary>
    public static FurnitureLines Default { get; } = new(FurnitureLists.Sections);

    /// <summary>Whether a whole line is furniture, addresses in it left aside; an address alone is.</summary>
    public bool IsFurniture(string line)
    {
        if (line.Length <= LongestLine && line.Contains("://", StringComparison.Ordinal)) return IsFurnitureAlone(WithoutAddresses(line));
        return IsFurnitureAlone(line);
    }

    private static string WithoutAddresses(string line) =>
        string.Join(' ', line.Split(' ').Where(word => !word.Contains("://", StringComparison.Ordinal)));

    private bool IsFurnitureAlone(string line)
    {
        if (line.Length > LongestLine) return line.Length <= LongestNotice && IsNotice(line);
        string bare = Bare(line);
        if (bare.Length == 0 || _lines.Contains(bare)) return true;
        string lower = line.Trim().ToLowerInvariant();
        if (lower.AsSpan().ContainsAny(_inside)) return true;
        return line.Length <= LongestOpening && _openings.Any(words => OpensWith(lower, words)) || IsNotice(line);
    }

    /// <summary>Whether a paragraph speaks to the visitor of a site: on cookies, terms, subscriptions.</summary>
    private bool IsNotice(string text)
    {
        if (!text.AsSpan().ContainsAny(_noticeWords)) return false;
        foreach (string[] words in _notices)
        {
            if (Array.TrueForAll(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))) return true;
        }

        return false;
    }

    /// <summary>Whether a line without a sentence is made of the words of offers: newsletters, access, applications.</summary>
    public bool IsOffer(string line)
    {
        if (line.Length > LongestOpening) return false;
        string[] words = line.ToLowerInvariant().Split([' ', ',', ':', '!', '|', '·', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Count(_offerWords.Contains) >= 2 && 3 * words.Count(_offerWords.Contains) >= words.Length;
    }

    /// <summary>Whether a section's name tells nothing: the front page, the home of a site.</summary>
    public bool IsNoSection(string name) => _noSections.Contains(Bare(name));

    /// <summary>Whether a few words name an agency, or say that a picture was taken, sent or lent.</summary>
    public bool HasCreditWord(string text)
    {
        string[] words = CreditWords(text);
        return words.Length <= 12 && Array.Exists(words, word => _creditWords.Contains(word) || _pictureWords.Contains(word));
    }

    /// <summary>Whether a text ends with brackets that tell of a picture: a name alone may be the agency's that signs the text.</summary>
    public bool EndsWithPictureCredit(string text)
    {
        if (text.Length > LongestCaption || text[^1] is not (')' or ']')) return false;
        int start = text.LastIndexOfAny(['(', '[']);
        if (start < 0 || text.Length - start > LongestCredit) return false;
        string[] words = CreditWords(text[(start + 1)..]);
        return words.Length <= 12 && (Array.Exists(words, _pictureWords.Contains)
            || (Array.Exists(words, _creditWords.Contains) && text.IndexOf('/', start) > 0));
    }

    private static string[] CreditWords(string text) =>
        text.ToLowerInvariant().Split([' ', ',', ':', '/', '(', ')', '[', ']', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => word.TrimEnd('.')).ToArray();

    /// <summary>Whether every word of a line is the name of a network or an act of sharing.</summary>
    public bool IsShareBar(string line)
    {
        if (line.Length > LongestOpening) return false;
        string[] words = line.ToLowerInvariant().Split([' ', ',', '|', '·', '/', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && Array.TrueForAll(words, word => _shareWords.Contains(word) || word.All(char.IsAsciiDigit)) && words.Any(_shareWords.Contains);
    }

    /// <summary>Whether a line announces what follows an article: related links, a reply form, comments.</summary>
    public bool IsTail(string line) => _tails.Has(line) || _commentTails.Has(line);

    /// <summary>Whether a line opens readers' comments or the form for them.</summary>
    public bool OpensComments(string line) => _commentTails.Has(line);

    private static bool OpensWith(string lower, string words)
    {
        if (!lower.StartsWith(words, StringComparison.Ordinal)) return false;
        return lower.Length == words.Length || !char.IsLetterOrDigit(words[^1]) || !char.IsLetterOrDigit(lower[words.Length]);
    }

    /// <summary>The words without a number at either end: <c>12 comments</c>, <c>comments (12</c>.</summary>
    private static string WithoutCount(string bare)
    {
        int start = 0;
        while (start < bare.Length && (char.IsAsciiDigit(bare[start]) || bare[start] is ',' or ' ')) start++;
        int end = bare.Length;
        while (end > start && (char.IsAsciiDigit(bare[end - 1]) || bare[end - 1] is ' ' or '(' or ',')) end--;
        return end > start ? bare[start..end] : bare;
    }

    /// <summary>The line in lower case without the punctuation and white space at both ends.</summary>
    private static string Bare(string line)
    {
        int start = 0;
        int end = line.Length;
        while (start < end && !char.IsLetterOrDigit(line[start])) start++;
        while (end > start && !char.IsLetterOrDigit(line[end - 1])) end--;
        return line[start..end].ToLowerInvariant();
    }

    /// <summary>Short lines, whole or by their opening.</summary>
    private sealed class Tails(List<string> entries)
    {
        private readonly HashSet<string> _lines = new(entries.Where(entry => entry[^1] != '*').Select(Bare), StringComparer.Ordinal);
        private readonly string[] _openings = [.. entries.Where(entry => entry[^1] == '*').Select(entry => entry[..^1])];

        public bool Has(string line)
        {
            if (line.Length > LongestTail) return false;
            string bare = WithoutCount(Bare(line));
            return _lines.Contains(bare) || Array.Exists(_openings, words => bare.StartsWith(words, StringComparison.Ordinal));
        }
    }
}
