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
    private const int MostHeadLines = 25;
    private const int MostLabels = 5;
    private const int EnoughAbove = 300;
    private const int LeastRepeated = 80;

    /// <summary>Lines of furniture that show a text to be a copied page; a text without them may be made of lists.</summary>
    private const int FewestFurniture = 2;
    private readonly FurnitureLines _furniture = FurnitureLines.Default;
    private readonly List<string> _paragraphs;
    private List<string> _above = [];

    private PlainPage(List<string> paragraphs, string? title, bool curated)
    {
        Title = title;
        _paragraphs = paragraphs;
        if (!curated) CutComments();
        if (!curated && _paragraphs.Count(text => IsFurniture(text) || _furniture.IsTail(text)) >= FewestFurniture) KeepWindow();
        CutTail();
        if (_paragraphs.Exists(IsSentence)) _paragraphs.RemoveAll(IsFurniture);
        if (!curated) DropRepeated();
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
        if (_furniture.IsFurniture(text) || _furniture.EndsWithPictureCredit(text)) return true;
        return !IsSentence(text) && _furniture.IsShareBar(text);
    }

    /// <summary>Cuts where readers' comments open under enough text, however many there are.</summary>
    private void CutComments()
    {
        int read = 0;
        for (int i = 0; i < _paragraphs.Count; i++)
        {
            if (read >= EnoughAbove && _furniture.OpensComments(_paragraphs[i]))
            {
                _paragraphs.RemoveRange(i, _paragraphs.Count - i);
                return;
            }

            if (IsSentence(_paragraphs[i])) read += _paragraphs[i].Length;
        }
    }

    /// <summary>
    /// Keeps the run of paragraphs that is the article, with the lines right above it, among which its title stands.
    /// </summary>
    private void KeepWindow()
    {
        (int first, int end) = TextWindow.Choose(_paragraphs, Judge, _furniture.IsTail);
        if (end < _paragraphs.Count) _paragraphs.RemoveRange(end, _paragraphs.Count - end);
        int head = first;
        while (head > 0 && first - head < MostHeadLines && !IsText(_paragraphs[head - 1])) head--;
        int above = Math.Max(0, head - MostHeadLines);
        _above = [.. _paragraphs.Take(above..head).Where(line => !IsFurniture(line))];
        if (head > 0) _paragraphs.RemoveRange(0, head);
    }

    /// <summary>A sentence that breaks off in dots is a teaser.</summary>
    private LineSort Judge(string text)
    {
        if (IsFurniture(text)) return LineSort.Furniture;
        bool teaser = text.EndsWith("...", StringComparison.Ordinal) || text[^1] == '…';
        return IsText(text) && !teaser ? LineSort.Text : LineSort.Short;
    }

    private static bool IsText(string text) => IsSentence(text) || IsQuoted(text) || IsItem(text);

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

    /// <summary>Of long equal paragraphs the first stays: captions and teasers stand on a page more than once.</summary>
    private void DropRepeated()
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        _paragraphs.RemoveAll(text => text.Length >= LeastRepeated && text[^1] != '?' && !seen.Add(text));
    }

    /// <summary>Takes title, label, byline and date out of the lines above the first sentence.</summary>
    private void ReadHead()
    {
        int body = FirstOfBody();
        if (body <= 0) return;
        List<string> head = _paragraphs[..body];
        _paragraphs.RemoveRange(0, body);
        head.RemoveAll(line => TakeByline(line) || TakeDate(line));
        List<string> lines = [.. _above.Where(line => !TakeByline(line)), .. head];
        int near = lines.Count - head.Count;
        int title = Title is null ? PlainTitle.Find(lines, near, _paragraphs) : lines.FindLastIndex(line => Repeats(line, Title));
        if (title >= 0)
        {
            Title ??= lines[title];
            Section = lines[Math.Max(0, title - MostLabels)..title].Find(line => line.Length <= 40 && !_furniture.IsOffer(line));
            near = Math.Max(title + 1, near);
            head = [.. lines[(title + 1)..near].Where(IsSentence), .. lines[near..]];
        }

        bool copied = lines.Count > PlainTitle.FewLines;
        head.RemoveAll(line => (copied && !IsText(line)) || _furniture.IsOffer(line) || IsLabel(line) || (Title is not null && Repeats(line, Title)));
        _paragraphs.InsertRange(0, head);
    }

    private static bool Repeats(string line, string title) => TitleBlock.Fold(line) == TitleBlock.Fold(title);

    /// <summary>Index of the first paragraph that is a sentence and no headline; a single line is body.</summary>
    private int FirstOfBody()
    {
        int first = _paragraphs.FindIndex(IsSentence);
        if (first < 0) return _paragraphs.Count > 1 && Title is null ? 1 : 0;
        bool headline = first == 0 && Title is null && PlainTitle.IsHeadline(_paragraphs[0]) && _paragraphs.Skip(1).Any(IsSentence);
        return headline ? 1 : first;
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
