using AngleSharp.Html.Dom;
using Markdig;
using Readout.Sources.Charsets;
using Readout.Sources.Composition;
using Readout.Sources.Furniture;
using Readout.Sources.Metadata;
using Readout.Sources.Pages;
using Readout.Text;

namespace Readout.Sources.Formats;

/// <summary>Reads Markdown with optional front matter. Stateless.</summary>
internal static class MarkdownFormat
{
    /// <summary>The article as a draft: the first heading of the first level is its title.</summary>
    public static Draft Read(RawInput input, int maxCharacters)
    {
        DecodedText decoded = TextDecoder.Decode(input.Bytes, input.Charset, false);
        List<string> warnings = [];
        if (decoded.Warning is not null) warnings.Add(decoded.Warning);
        string text = decoded.Text.Length > maxCharacters ? decoded.Text[..maxCharacters] : decoded.Text;
        if (text.Length < decoded.Text.Length) warnings.Add($"the text has {decoded.Text.Length} characters; what follows the first {maxCharacters} was not read");
        FoundMetadata metadata = new();
        string body = FrontMatter.Take(text.ReplaceLineEndings("\n"), metadata);
        List<TextBlock> blocks = Blocks(body);
        TakeTitle(blocks, metadata);
        return new Draft { Where = input.Where, RawHash = input.Hash(), Blocks = blocks, Metadata = metadata, Url = input.Url, Link = input.Link, Warnings = warnings };
    }

    private static List<TextBlock> Blocks(string body)
    {
        MarkdownPipeline pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().Build();
        IHtmlDocument document = PageParser.Parse(Markdown.ToHtml(body, pipeline));
        if (document.Body is not { } root) return [];
        return [.. PageOutline.Of(root).Blocks.Where(block => !FurnitureLines.Default.IsFurniture(block.Text)).Select(block => new TextBlock(block.Kind, block.Text))];
    }

    private static void TakeTitle(List<TextBlock> blocks, FoundMetadata metadata)
    {
        if (blocks.Count == 0 || blocks[0].Kind != BlockKind.Heading) return;
        if (metadata.Title is null) metadata.Title = new Found(blocks[0].Text, "markdown:heading");
        else if (TitleBlock.Fold(metadata.Title.Value.Value) != TitleBlock.Fold(blocks[0].Text)) return;
        blocks.RemoveAt(0);
    }
}
