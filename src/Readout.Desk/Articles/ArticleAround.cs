using System.Collections.Immutable;
using Readout.Desk.Layout;

namespace Readout.Desk.Articles;

/// <summary>What stands around an article. Immutable.</summary>
/// <param name="Id">Number of the article.</param>
/// <param name="Story">Number of its story, or null.</param>
/// <param name="Copies">Articles with the same words.</param>
/// <param name="Related">Articles of the same story.</param>
/// <param name="Revisions">Its revisions, oldest first.</param>
/// <param name="Corrections">What people said of its events.</param>
/// <param name="Replies">Approved replies; the addresses of those who replied are not told.</param>
public sealed record ArticleAround(
    long Id, long? Story, ImmutableArray<ArticleLine> Copies, ImmutableArray<ArticleLine> Related, ImmutableArray<RevisionLine> Revisions,
    ImmutableArray<Verdict> Corrections, ImmutableArray<ReplyView> Replies)
{
    /// <summary>What a page shows around its article.</summary>
    public static ArticleAround Of(ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new ArticleAround(model.Id, model.Story, model.Copies, model.Related, model.Revisions, model.Log, model.Replies);
    }
}
