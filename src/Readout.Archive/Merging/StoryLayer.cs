using System.Collections.Immutable;
using Readout.Analysis.Stories;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Merging;

/// <summary>Puts each new article into a story. An article that changes stays in its story.</summary>
internal sealed class StoryLayer : IKeepLayer
{
    private readonly ArchiveStoryShelf _shelf = new();

    public void Keep(ArchiveConnection connection, WrittenCoding kept)
    {
        if (kept.Result.Outcome != KeepOutcome.New) return;
        _shelf.Use(connection, kept.Result.Article);
        ImmutableArray<ArticleTerm> terms = StoryTerms.Of(kept.Record);
        new StoryTeller(_shelf, BackgroundWords.English).Place(kept.Result.Article, kept.Record.Article.Published, terms);
    }

    public void Flush(ArchiveConnection connection) => _shelf.Flush(connection);
}
