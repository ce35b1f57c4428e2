using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>
/// Finds what stands in quotation marks, outermost marks only. Marks are read within a paragraph: one that nothing closes
/// reaches to its end, and goes on in the next where that opens with a mark again, as in quotations of several paragraphs.
/// Knows <c>“ ”</c>, <c>" "</c>, <c>'' ''</c>, <c>« »</c>, <c>„ “</c> and, where they cannot be apostrophes, <c>‘ ’</c> and <c>' '</c>.
/// </summary>
internal sealed class QuotationMarks
{
    private const int SingleReach = 300;

    private readonly string _text;
    private readonly ImmutableArray<QuotedRange>.Builder _found = ImmutableArray.CreateBuilder<QuotedRange>();
    private bool _open;

    private QuotationMarks(string text) => _text = text;

    /// <summary>The quotations of a text, in order and disjoint. O(n).</summary>
    public static ImmutableArray<QuotedRange> Find(string text)
    {
        QuotationMarks reader = new(text);
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) reader.ReadParagraph(start, end);
            start = end + 1;
        }

        return reader._found.ToImmutable();
    }

    /// <summary>
    /// Where marks stand without their pair: those that open and are closed neither in their paragraph nor by going on in the next, and
    /// double marks outside all quotations. In text order. O(n).
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Its quotations.</param>
    public static ImmutableArray<int> Unpaired(string text, ImmutableArray<QuotedRange> found)
    {
        ImmutableArray<int>.Builder odd = ImmutableArray.CreateBuilder<int>();
        int next = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (next < found.Length && found[next].Span.Start == i)
            {
                bool goesOn = next + 1 < found.Length && found[next + 1].Continues;
                if (found[next].Closing == 0 && !goesOn) odd.Add(i);
                i = Math.Max(i, found[next++].Span.End - 1);
            }
            else if (text[i] is '“' or '”' or '«' or '»' || (text[i] == '"' && (i == 0 || !char.IsDigit(text[i - 1]))))
            {
                odd.Add(i);
            }
        }

        return odd.ToImmutable();
    }

    private void ReadParagraph(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        int first = start;
        while (first < end && char.IsWhiteSpace(_text[first])) first++;
        bool continues = _open;
        _open = false;
        for (int i = first; i < end;)
        {
            int width = Opens(i, start, end);
            if (width == 0)
            {
                i++;
                continue;
            }

            int close = FindClose(i, width, end, out int closing);
            if (close < 0 && IsSingle(i, width))
            {
                i++;
                continue;
            }

            int stop = close < 0 ? end : close + closing;
            _found.Add(new QuotedRange(new TextSpan(i, stop), width, close < 0 ? 0 : closing, continues && i == first));
            _open = close < 0;
            i = stop;
        }
    }

    private bool IsSingle(int at, int width) => width == 1 && _text[at] is '\'' or '‘';

    /// <summary>Length of a mark that opens here; 0 where none does.</summary>
    private int Opens(int at, int start, int end)
    {
        char c = _text[at];
        if (c is '“' or '«' or '„' or '‟') return 1;
        if (c == '`' && Next(at, end) == '`') return 2;
        bool before = at == start || char.IsWhiteSpace(_text[at - 1]) || _text[at - 1] is '(' or '[' or '—' or '–' or '-' or '/' or '“' or ':';
        bool after = at + 1 < end && !char.IsWhiteSpace(_text[at + 1]);
        if (!before || !after) return 0;
        if (c == '"') return 1;
        if (c == '\'' && Next(at, end) == '\'') return at + 2 < end && !char.IsWhiteSpace(_text[at + 2]) ? 2 : 0;
        return c is '‘' or '\'' && !char.IsDigit(_text[at + 1]) ? 1 : 0;
    }

    /// <summary>Where the mark that closes begins; -1 where there is none in the paragraph.</summary>
    private int FindClose(int open, int width, int end, out int closing)
    {
        char mark = _text[open];
        closing = 1;
        if (IsSingle(open, width)) return FindSingleClose(open, Math.Min(end, open + SingleReach));
        for (int i = open + width; i < end; i++)
        {
            char c = _text[i];
            if (mark is '"' && c is '"' or '”') return i;
            if (mark is '“' && (c is '”' || (c == '"' && !OpensWord(i, end)))) return i;
            if (mark is '„' or '‟' && c is '“' or '”') return i;
            if (mark is '«' && c == '»') return i;
            if (mark is '`' or '\'' && c == '\'' && Next(i, end) == '\'')
            {
                closing = 2;
                return i;
            }
        }

        return -1;
    }

    private bool OpensWord(int at, int end) => char.IsWhiteSpace(_text[at - 1]) && at + 1 < end && char.IsLetter(_text[at + 1]);

    /// <summary>A single mark closes only after a letter or a stop and before what is no letter, and not after an <c>s</c> that more words follow.</summary>
    private int FindSingleClose(int open, int end)
    {
        char mark = _text[open] == '‘' ? '’' : '\'';
        for (int i = open + 2; i < end; i++)
        {
            if (_text[i] is '"' or '“' or '”') return -1;
            if (_text[i] != mark || char.IsWhiteSpace(_text[i - 1])) continue;
            if (i + 1 < _text.Length && (char.IsLetterOrDigit(_text[i + 1]) || _text[i + 1] == mark)) continue;
            return i;
        }

        return -1;
    }

    private char Next(int at, int end) => at + 1 < end ? _text[at + 1] : ' ';
}
