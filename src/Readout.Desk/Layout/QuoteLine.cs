using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive.Reading;
using Readout.Text;

namespace Readout.Desk.Layout;

/// <summary>A quote in a line, with the sentences that hold it. Immutable.</summary>
/// <param name="Number">Which quote of its article it is, from 1.</param>
/// <param name="Kind">direct, indirect or mixed.</param>
/// <param name="Stance">claimed, denied, admitted, warned, or null.</param>
/// <param name="Speaker">Who says so, or null.</param>
/// <param name="For">The body that the speaker speaks for, or null.</param>
/// <param name="Text">The sentences that hold it.</param>
/// <param name="Content">Where what is said stands in <paramref name="Text"/>.</param>
/// <param name="Article">The article.</param>
public sealed record QuoteLine(int Number, string Kind, string? Stance, ActorName? Speaker, ActorName? For, string Text, ImmutableArray<TextSpan> Content, ArticleLine Article)
{
    /// <summary>Address of the quote in its article.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"{Article.Address}#q{Number}");

    /// <summary>The line of a kept quote.</summary>
    public static QuoteLine Of(KeptQuote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return new QuoteLine(quote.Number, quote.Kind, quote.Stance, Name(quote.Speaker), Name(quote.For), quote.Text, [.. quote.Content.Select(span => Within(span, quote))], ArticleLine.Of(quote.Article));
    }

    private static ActorName? Name(QuoteVoice? voice) => voice is null ? null : new ActorName(voice.Reference ?? voice.Code, voice.Name, voice.Code, voice.Office);

    private static TextSpan Within(TextSpan span, KeptQuote quote)
    {
        int start = Math.Clamp(span.Start - quote.Span.Start, 0, quote.Text.Length);
        return new TextSpan(start, Math.Clamp(span.End - quote.Span.Start, start, quote.Text.Length));
    }
}
