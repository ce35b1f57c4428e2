using System.Text;
using Readout.Text;

namespace Readout.Cli.Printing;

/// <summary>A sentence laid out in lines, with a line of marks under the words that are evidence.</summary>
internal sealed class MarkedSentence
{
    private const string Marks = " ^=-~+\"";

    private readonly string _text;
    private readonly TextSpan _span;
    private readonly Role[] _roles;

    /// <param name="text">The article's text.</param>
    /// <param name="span">The sentence's range in it.</param>
    /// <param name="evidence">Ranges of the text and what each is evidence for.</param>
    public MarkedSentence(string text, TextSpan span, IEnumerable<(Role Role, TextSpan Span)> evidence)
    {
        _text = text;
        _span = span;
        _roles = new Role[span.Length];
        foreach ((Role role, TextSpan marked) in evidence.OrderByDescending(item => item.Role))
        {
            for (int i = Math.Max(marked.Start, span.Start); i < Math.Min(marked.End, span.End); i++) _roles[i - span.Start] = role;
        }
    }

    /// <summary>What each mark means, in one line.</summary>
    public static string Legend => "^ deed   = who   - whom   ~ when   + where   \" said by";

    /// <summary>The lines, marks under words, each at most <paramref name="width"/> columns wide unless a word is wider.</summary>
    public IEnumerable<string> Lines(int width, Paint paint)
    {
        int position = _span.Start;
        while (position < _span.End)
        {
            int end = LineEnd(position, width);
            yield return Words(position, end, paint);
            string marks = MarkLine(position, end).TrimEnd();
            if (marks.Length > 0) yield return paint.Dim(marks);
            position = end;
            while (position < _span.End && char.IsWhiteSpace(_text[position])) position++;
        }
    }

    private int LineEnd(int start, int width)
    {
        int columns = 0;
        int lastSpace = -1;
        int position = start;
        while (position < _span.End)
        {
            Rune.DecodeFromUtf16(_text.AsSpan(position), out Rune rune, out int length);
            if (Rune.IsWhiteSpace(rune)) lastSpace = position;
            columns += CellWidth.Of(rune);
            if (columns > width && lastSpace > start) return lastSpace;
            position += length;
        }

        return position;
    }

    private string Words(int start, int end, Paint paint)
    {
        StringBuilder line = new();
        int position = start;
        while (position < end)
        {
            Role role = _roles[position - _span.Start];
            int stop = position;
            while (stop < end && _roles[stop - _span.Start] == role) stop++;
            line.Append(paint.Of(role, Plain(_text[position..stop])));
            position = stop;
        }

        return line.ToString();
    }

    private string MarkLine(int start, int end)
    {
        StringBuilder line = new();
        int position = start;
        while (position < end)
        {
            Rune.DecodeFromUtf16(_text.AsSpan(position, end - position), out Rune rune, out int length);
            line.Append(Marks[(int)_roles[position - _span.Start]], CellWidth.Of(rune));
            position += length;
        }

        return line.ToString();
    }

    /// <summary>Text without control characters, so that an article cannot steer the terminal.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, (target, source) =>
    {
        for (int i = 0; i < target.Length; i++) target[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
    });
}
