using Readout.Text;

namespace Readout.Desk.Layout;

/// <summary>A range of a text that is marked. Immutable.</summary>
/// <param name="Span">The range, in UTF-16 code units.</param>
/// <param name="Class">Class of the mark: cooperation, conflict, future, unresolved, or none.</param>
/// <param name="Label">What the mark says to those who do not see it, or null.</param>
public sealed record MarkedSpan(TextSpan Span, string? Class = null, string? Label = null);

/// <summary>A piece of a text between two boundaries of marks.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Mark">The mark that it lies in, or null.</param>
internal sealed record TextPiece(string Text, MarkedSpan? Mark)
{
    /// <summary>The text cut at its marks; of marks that overlap the one that begins first is shown whole, the others from its end.</summary>
    public static IEnumerable<TextPiece> Of(string text, IEnumerable<MarkedSpan> marks)
    {
        int at = 0;
        foreach (MarkedSpan mark in marks.OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.End))
        {
            int start = Math.Max(at, mark.Span.Start);
            int end = Math.Min(text.Length, mark.Span.End);
            if (start >= end) continue;
            if (start > at) yield return new TextPiece(text[at..start], null);
            yield return new TextPiece(text[start..end], mark);
            at = end;
        }

        if (at < text.Length) yield return new TextPiece(text[at..], null);
    }
}
