using System.Collections.Immutable;
using System.Globalization;
using Readout.Analysis.Stories;
using Readout.Cli.Inputs;
using Readout.Coding.Reading;
using Readout.Evaluation.Stories;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary>Puts articles into stories in the order in which they stand.</summary>
internal static class StoriesStage
{
    /// <summary>The story of each article after the last one has come, in their order.</summary>
    public static IEnumerable<StoryAnswer> Predict(IEnumerable<StoryArticle> articles, Reader reader)
    {
        StoryShelf shelf = new();
        StoryTeller teller = new(shelf, BackgroundWords.English);
        int count = 0;
        foreach (ImmutableArray<ArticleTerm> terms in InOrder.Select(articles, article => Terms(article, reader))) teller.Place(count++, null, terms);
        for (int i = 0; i < count; i++) yield return new StoryAnswer(shelf.StoryOf(i).ToString(CultureInfo.InvariantCulture));
    }

    private static ImmutableArray<ArticleTerm> Terms(StoryArticle article, Reader reader) =>
        StoryTerms.Of(reader.Read(Article.FromText(article.Id, string.Join("\n\n", article.Sentences))));
}
