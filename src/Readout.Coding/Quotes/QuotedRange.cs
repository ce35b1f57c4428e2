using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>Words in quotation marks, marks included.</summary>
/// <param name="Span">From the opening mark to after the closing one; to the paragraph's end where none closes.</param>
/// <param name="Opening">Length of the opening mark.</param>
/// <param name="Closing">Length of the closing mark; 0 where none closes.</param>
/// <param name="Continues">Whether the paragraph before left the same quotation open.</param>
internal readonly record struct QuotedRange(TextSpan Span, int Opening, int Closing, bool Continues)
{
    /// <summary>The words between the marks.</summary>
    public TextSpan Inner => new(Span.Start + Opening, Span.End - Closing);
}
