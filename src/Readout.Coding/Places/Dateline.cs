using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>
/// The line at the head of a report that says where and when it was filed: <c>MOSCOW, Feb 3 (Agency) -</c>. It is not
/// where the deeds of the report were done.
/// </summary>
/// <param name="Span">The whole dateline, its closing dash or colon included.</param>
/// <param name="Places">The words of its places in order: cities, and a state or region that qualifies one.</param>
/// <param name="Date">The words of its date, or null.</param>
/// <param name="Agency">The words of its agency, without brackets or strokes, or null.</param>
public sealed record Dateline(TextSpan Span, ImmutableArray<TextSpan> Places, TextSpan? Date, TextSpan? Agency)
{
    // A byline or a standing line may come before the dateline.
    private const int BlocksTried = 3;

    /// <summary>The dateline of an article, looked for at the beginning of its first paragraphs; null where there is none.</summary>
    /// <param name="article">The article.</param>
    /// <param name="gazetteer">Knows the places that may stand in it.</param>
    public static Dateline? Find(Article article, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(gazetteer);
        if (article.Blocks.IsEmpty) return new DatelineScanner(article.Text, new TextSpan(article.BodyStart, article.Text.Length), gazetteer).Run();
        int tried = 0;
        foreach (ArticleBlock block in article.Blocks)
        {
            if (block.Span.Start < article.BodyStart || block.Kind is BlockKind.Heading) continue;
            if (tried++ == BlocksTried) break;
            if (new DatelineScanner(article.Text, block.Span, gazetteer).Run() is { } dateline) return dateline;
        }

        return null;
    }
}
