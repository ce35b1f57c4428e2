using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Readout.Desk.Articles;

/// <summary>
/// The blocks of a text with their marks. Written without templates so that not a blank is added: the text of each block is the slice
/// of the article's text, which the page's script counts in.
/// </summary>
public sealed class ReaderText : ComponentBase
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public required ReaderModel Model { get; set; }

    /// <summary>Level of the headline: 1 where it is the page's own.</summary>
    [Parameter]
    public int TitleLevel { get; set; } = 1;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        bool inList = false;
        foreach (MarkedBlock block in Model.Blocks)
        {
            bool isItem = block.Kind == "list-item";
            if (isItem && !inList) builder.OpenElement(0, "ul");
            if (!isItem && inList) builder.CloseElement();
            inList = isItem;
            Block(builder, block);
        }

        if (inList) builder.CloseElement();
    }

    private void Block(RenderTreeBuilder builder, MarkedBlock block)
    {
        builder.OpenElement(1, Tag(block));
        builder.AddAttribute(2, "data-at", block.Span.Start.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "class", block.IsTitle ? "headline" : null);
        foreach (MarkedPiece piece in block.Pieces) Piece(builder, piece);
        builder.CloseElement();
    }

    private string Tag(MarkedBlock block) => block.Kind switch
    {
        "heading" when block.IsTitle => TitleLevel == 1 ? "h1" : "h2",
        "heading" => TitleLevel == 1 ? "h2" : "h3",
        "list-item" => "li",
        "quotation" => "blockquote",
        _ => "p",
    };

    private void Piece(RenderTreeBuilder builder, MarkedPiece piece)
    {
        if (piece.Marks.IsEmpty)
        {
            builder.AddContent(4, piece.Text);
            return;
        }

        foreach (string anchor in piece.Anchors.Skip(1))
        {
            builder.OpenElement(5, "span");
            builder.AddAttribute(6, "id", "w-" + anchor);
            builder.CloseElement();
        }

        TextMark? opened = piece.Opened(Model.Shown);
        builder.OpenElement(7, "a");
        builder.AddAttribute(8, "id", piece.Anchors.IsEmpty ? null : "w-" + piece.Anchors[0]);
        builder.AddAttribute(9, "class", piece.Classes(Model.Shown) is { Length: > 0 } classes ? classes : null);
        builder.AddAttribute(10, "href", opened is null ? null : "#" + opened.Card);
        builder.AddAttribute(11, "title", Labels(piece));
        builder.AddAttribute(12, "data-m", piece.Data);
        builder.AddAttribute(13, "data-c", Colour(piece.Marks));
        builder.AddContent(14, piece.Text);
        builder.CloseElement();
    }

    private static string? Colour(ImmutableArray<TextMark> marks) => marks.FirstOrDefault(mark => mark.Kind == "event")?.Colour;

    private string? Labels(MarkedPiece piece)
    {
        string labels = string.Join("; ", piece.Marks.Where(mark => Model.Shown.Contains(mark.Kind)).Select(mark => mark.Label).Distinct());
        return labels.Length == 0 ? null : labels;
    }
}
