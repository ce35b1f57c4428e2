using System.Text.RegularExpressions;
using Readout.Sources.Metadata;
using Readout.Sources.Pages;
using Readout.Text;

namespace Readout.Sources.Furniture;

/// <summary>
/// An article read from plain paragraphs, of which some may be the furniture of the page that they were copied from:
/// the title is told from section labels, offers, bylines and dates above the text, and what stands below it is cut.
/// Sentences are never dropped unless they are furniture word for word.
/// </summary>
internal sealed partial class PlainPage
{
    private const int LongestTitle = 200;
    private const int LongestLabel = 100;
    private readonly FurnitureLines _furniture = FurnitureLines.Default;
    private readonly List<string> _paragraphs;

    private PlainPage(List<string> paragraphs, string? title, bool curated)
    {
        Title = title;
        _paragraphs = paragraphs;
        CutTail();
        if (_paragraphs.Exists(IsSentence)) _paragraphs.RemoveAll(IsFurniture);
        if (!curated)
        {
            ReadHead();
            DropTrailingLabels();
        }

        Blocks = [.. _paragraphs.Select((text, index) => new TextBlock(Kind(index), text))];
    }

    /// <summary>The headline; null where the text has none.</summary>
    public string? Title { get; private set; }

    /// <summary>The writer's line above the text, or null.</summary>
    public string? Byline { get; private set; }

    /// <summary>The label above the title, or null.</summary>
    public string? Section { get; private set; }

    /// <summary>The line above the text that holds a whole date, or null.</summary>
    public string? DateLine { get; private set; }

    /// <summary>The body.</summary>
    public IReadOnlyList<TextBlock> Blocks { get; }

    /// <summary>Reads paragraphs.</summary>
    /// <param name="paragraphs">As <see cref="PlainBlocks"/> gives them.</param>
    /// <param name="title">The title where the input gives it apart; null where it may be the first line.</param>
    /// <param name="curated">Whether the text was put in shape by somebody: lines without a sentence are then kept.</param>
    public static PlainPage Read(IEnumerable<string> paragraphs, string? title = null, bool curated = false) =>
        new([.. paragraphs], title, curated);

    [GeneratedRegex(@"^(?:[Bb]y|BY|[Ww]ritten by|[Ss]tory by)\s+\p{Lu}[\p{L}.'’-]*(?:[\s,&]+(?:and|AND|de|van|von|bin|al)?\s*\p{Lu}[\p{L}.'’-]*){0,9}$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex BylinePattern();

    /// <summary>Whether a paragraph reads as at least one sentence.</summary>
    private static bool IsSentence(string text) =>
        text.Length >= 160 || (RunningText.EndsSentence(text) && text[^1] != ':' && text.Count(c => c == ' ') >= 3);

    private bool IsFurniture(string text)
    {
        if (_furniture.IsFurniture(text)) return true;
        return !IsSentence(text) && _furniture.IsShareBar(text);
    }

    /// <summary>Cuts at a line that announces what follows an article, where the text above it outweighs the sentences below.</summary>
    private void CutTail()
    {
        long total = _paragraphs.Where(IsSentence).Sum(text => (long)text.Length);
        long read = 0;
        for (int i = 0; i < _paragraphs.Count; i++)
        {
            if (read > 0 && 3 * read >= 2 * total && _furniture.IsTail(_paragraphs[i]))
            {
                _paragraphs.RemoveRange(i, _paragraphs.Count - i);
                return;
            }

            if (IsSentence(_paragraphs[i])) read += _paragraphs[i].Length;
        }
    }

    /// <summary>Takes title, label, byline and date out of the lines above the first sentence.</summary>
    private void ReadHead()
    {
        int body = FirstOfBody();
        if (body <= 0) return;
        List<string> head = _paragraphs[..body];
        _paragraphs.RemoveRange(0, body);
        head.RemoveAll(line => TakeByline(line) || TakeDate(line));
        int title = Title is null ? TitleAmong(head) : head.FindIndex(line => TitleBlock.Fold(line) == TitleBlock.Fold(Title));
        if (title >= 0)
        {
            Title ??= head[title];
            Section = head[..title].Find(line => line.Length <= 40 && !_furniture.IsOffer(line));
            head.RemoveRange(0, title + 1);
        }

        head.RemoveAll(line => _furniture.IsOffer(line) || IsLabel(line));
        _paragraphs.InsertRange(0, head);
    }

    /// <summary>Index of the first paragraph that is a sentence and no headline; a single line is body.</summary>
    private int FirstOfBody()
    {
        int first = _paragraphs.FindIndex(IsSentence);
        if (first < 0) return _paragraphs.Count > 1 && Title is null ? 1 : 0;
        bool headline = first == 0 && Title is null && IsHeadline(_paragraphs[0]) && _paragraphs.Skip(1).Any(IsSentence);
        return headline ? 1 : first;
    }

    /// <summary>A question or an exclamation may be a headline; a line that ends with a full stop, a colon or a quotation is none.</summary>
    private static bool IsHeadline(string text) =>
        text.Length <= 120 && text[^1] is '?' or '!' && !text.AsSpan(0, text.Length - 1).ContainsAny('.', '?', '!');

    /// <summary>The first line of four words or more; the longest where all are shorter.</summary>
    private int TitleAmong(List<string> head)
    {
        int best = -1;
        for (int i = 0; i < head.Count; i++)
        {
            if (head[i].Length > LongestTitle || _furniture.IsOffer(head[i])) continue;
            if (Words(head[i]) >= 4) return i;
            if (best < 0 || Words(head[i]) > Words(head[best])) best = i;
        }

        return best;
    }

    private bool TakeByline(string line)
    {
        if (line.Length > LongestLabel || !BylinePattern().IsMatch(line)) return false;
        Byline ??= Names.Clean(line);
        return true;
    }

    private bool TakeDate(string line)
    {
        if (line.Length > LongestLabel || IsSentence(line) || PrintedDate.Find(line) is null) return false;
        if (Words(line) > 9) return false;
        DateLine ??= line;
        return true;
    }

    /// <summary>A word or two under the title: a section, a place in the site.</summary>
    private static bool IsLabel(string line) => Words(line) <= 2;

    private void DropTrailingLabels()
    {
        if (!_paragraphs.Exists(IsSentence)) return;
        while (_paragraphs.Count > 1 && !IsSentence(_paragraphs[^1]) && _paragraphs[^1].Length <= LongestLabel && !IsQuoted(_paragraphs[^1]) && !IsItem(_paragraphs[^1]))
        {
            _paragraphs.RemoveAt(_paragraphs.Count - 1);
        }
    }

    private BlockKind Kind(int index)
    {
        string text = _paragraphs[index];
        if (IsItem(text)) return BlockKind.ListItem;
        bool heading = text.Length <= LongestLabel && index + 1 < _paragraphs.Count && !RunningText.EndsSentence(text) && !IsQuoted(text)
            && char.IsUpper(text[0]) && IsSentence(_paragraphs[index + 1]);
        return heading ? BlockKind.Heading : BlockKind.Paragraph;
    }

    private static bool IsQuoted(string text) => text[0] is '"' or '“' or '‘' or '«' or '\'' || text[^1] is '"' or '”' or '»';

    private static bool IsItem(string text) => text.Length > 2 && text[0] is '-' or '*' or '•' or '–' && text[1] == ' ';

    private static int Words(string text) => text.Count(c => c == ' ') + 1;
}
