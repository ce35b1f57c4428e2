using Readout.Sources.Furniture;
using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>Tells the words under an image from the text around it. Stateless.</summary>
internal static class Captions
{
    private const int Longest = 500;
    private const int LongestCredit = 90;
    private const int LongestLabel = 120;

    /// <summary>A line right below an image without a sentence or a link, or a text that ends with a credit, below an image or in no paragraph.</summary>
    public static bool IsCaption(PageBlock block)
    {
        if (block.Kind != BlockKind.Paragraph || block.Text.Length > Longest) return false;
        if (!block.FollowsImage) return block.Tag != "p" && EndsWithCredit(block.Text);
        if (block.Text.Length < LongestLabel && block.LinkLength == 0 && !RunningText.EndsSentence(block.Text)) return true;
        return EndsWithCredit(block.Text);
    }

    /// <summary>Whether brackets at the end, or the words after the last sentence, name who took or sent a picture.</summary>
    public static bool EndsWithCredit(string text)
    {
        string trimmed = text.TrimEnd();
        if (trimmed.Length == 0) return false;
        int start = trimmed[^1] is ')' or ']'
            ? trimmed.LastIndexOfAny(['(', '['])
            : Math.Max(Math.Max(trimmed.LastIndexOf(". ", StringComparison.Ordinal), trimmed.LastIndexOf('\n')), trimmed.LastIndexOf('©') - 1);
        if (start < 0 || trimmed.Length - start > LongestCredit || trimmed[^1] is '.' or '?' or '!' or '"' or '”') return false;
        return FurnitureLines.Default.HasCreditWord(trimmed[(start + 1)..]);
    }
}
