using Readout.Sources.Charsets;
using Readout.Sources.Composition;
using Readout.Sources.Furniture;
using Readout.Sources.Metadata;

namespace Readout.Sources.Formats;

/// <summary>Reads plain text, which may be a page's copied words. Stateless.</summary>
internal static class PlainTextFormat
{
    /// <summary>The text's article as a draft.</summary>
    public static Draft Read(RawInput input, int maxCharacters)
    {
        DecodedText decoded = TextDecoder.Decode(input.Bytes, input.Charset, false);
        List<string> warnings = [];
        if (decoded.Warning is not null) warnings.Add(decoded.Warning);
        string text = decoded.Text;
        if (text.Length > maxCharacters)
        {
            warnings.Add($"the text has {text.Length} characters; what follows the first {maxCharacters} was not read");
            text = text[..maxCharacters];
        }

        PlainPage page = PlainPage.Read(PlainBlocks.Split(text));
        return new Draft
        {
            Where = input.Where,
            RawHash = input.Hash(),
            Blocks = page.Blocks,
            Metadata = Metadata(page),
            Url = input.Url,
            Link = input.Link,
            Warnings = warnings,
        };
    }

    /// <summary>What the lines above a plain text say about it.</summary>
    public static FoundMetadata Metadata(PlainPage page)
    {
        FoundMetadata found = new()
        {
            Title = page.Title is null ? null : new Found(page.Title, "text:first-line"),
            Byline = page.Byline is null ? null : new Found(page.Byline, "text:byline"),
            Section = page.Section is null ? null : new Found(page.Section, "text:label"),
        };
        if (page.DateLine is not null) found.Dates.Add(new Found(page.DateLine, "text:date"));
        return found;
    }
}
