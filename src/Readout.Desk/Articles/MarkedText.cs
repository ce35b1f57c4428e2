using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Desk.Articles;

/// <summary>The kinds of mark, in the order in which they win where several lie on the same words.</summary>
public static class MarkKinds
{
    /// <summary>event, date, place, actor, quote.</summary>
    public static ImmutableArray<string> All { get; } = ["event", "date", "place", "actor", "quote"];

    /// <summary>Place of a kind in that order.</summary>
    public static int Rank(string kind) => All.IndexOf(kind);
}

/// <summary>Words of a text that are marked. Immutable.</summary>
/// <param name="Kind">One of <see cref="MarkKinds"/>.</param>
/// <param name="Card">Where its evidence stands on the page: <c>e3</c>.</param>
/// <param name="Span">The words.</param>
/// <param name="Label">What it is, in a few words.</param>
/// <param name="Colour">cooperation, conflict, future, unresolved, or null.</param>
/// <param name="Opens">Whether the words lead to the evidence; the content of a quote is led to from its cue.</param>
public sealed record TextMark(string Kind, string Card, TextSpan Span, string Label, string? Colour = null, bool Opens = true);

/// <summary>Words between two boundaries of marks. Immutable.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">Where they begin in the article's text.</param>
/// <param name="Marks">The marks that they lie in: the shortest first, of equal ones by <see cref="MarkKinds"/>.</param>
/// <param name="Anchors">Cards of the marks that begin here and had no words before.</param>
public sealed record MarkedPiece(string Text, int Start, ImmutableArray<TextMark> Marks, ImmutableArray<string> Anchors)
{
    /// <summary>The mark that the words open with these kinds shown; null where they open none.</summary>
    public TextMark? Opened(ImmutableHashSet<string> shown)
    {
        foreach (TextMark mark in Marks)
        {
            if (mark.Opens && shown.Contains(mark.Kind)) return mark;
        }

        return null;
    }

    /// <summary>The classes of the marks that are shown, the winning mark's colour first.</summary>
    public string Classes(ImmutableHashSet<string> shown)
    {
        IEnumerable<TextMark> seen = Marks.Where(mark => shown.Contains(mark.Kind));
        string? colour = seen.FirstOrDefault(mark => mark.Kind == "event")?.Colour;
        return string.Join(' ', seen.Select(mark => "m-" + mark.Kind).Distinct().Append(colour).Where(name => name is not null));
    }

    /// <summary>The marks for a program: <c>event:e3 actor:a1</c>; marks that open nothing end in <c>-</c>.</summary>
    public string Data => string.Join(' ', Marks.Select(mark => $"{mark.Kind}:{mark.Card}{(mark.Opens ? "" : "-")}"));
}

/// <summary>A block of a text with its marks. Immutable.</summary>
/// <param name="Kind">heading, paragraph, list-item or quotation.</param>
/// <param name="IsTitle">Whether it is the headline.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Pieces">Its words, whole and in order: the pieces together are the slice of the text.</param>
public sealed record MarkedBlock(string Kind, bool IsTitle, TextSpan Span, ImmutableArray<MarkedPiece> Pieces);

/// <summary>Cuts a text at the boundaries of its marks, so that marks may nest and overlap. Pure.</summary>
internal static class MarkedText
{
    /// <summary>The block cut at the marks' boundaries.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="block">Range of the block.</param>
    /// <param name="marks">All marks of the text in order of their beginnings.</param>
    /// <param name="anchored">Cards that have their anchor already; those of this block are added.</param>
    public static ImmutableArray<MarkedPiece> Cut(string text, TextSpan block, IReadOnlyList<TextMark> marks, HashSet<string> anchored)
    {
        TextMark[] inside = [.. marks.Where(mark => mark.Span.Overlaps(block))];
        SortedSet<int> edges = [block.Start, block.End];
        foreach (TextMark mark in inside)
        {
            edges.Add(Math.Max(mark.Span.Start, block.Start));
            edges.Add(Math.Min(mark.Span.End, block.End));
        }

        ImmutableArray<MarkedPiece>.Builder pieces = ImmutableArray.CreateBuilder<MarkedPiece>();
        int start = block.Start;
        foreach (int end in edges.Skip(1))
        {
            TextSpan piece = new(start, end);
            ImmutableArray<TextMark> over =
            [
                .. inside.Where(mark => mark.Span.Contains(piece)).OrderBy(mark => mark.Span.Length).ThenBy(mark => MarkKinds.Rank(mark.Kind)).ThenBy(mark => mark.Card, StringComparer.Ordinal),
            ];
            ImmutableArray<string> anchors = [.. over.Where(mark => mark.Opens && anchored.Add(mark.Card)).Select(mark => mark.Card)];
            pieces.Add(new MarkedPiece(piece.In(text), start, over, anchors));
            start = end;
        }

        return pieces.ToImmutable();
    }
}
