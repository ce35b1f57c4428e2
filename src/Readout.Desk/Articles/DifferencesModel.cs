using System.Collections.Immutable;
using Readout.Analysis.Phrasing;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Hosting;

namespace Readout.Desk.Articles;

/// <summary>What differs between two articles, or two revisions of one. Immutable.</summary>
/// <param name="Article">Number of the article.</param>
/// <param name="First">What the first text is.</param>
/// <param name="FirstAddress">Its page.</param>
/// <param name="Second">What the second text is.</param>
/// <param name="SecondAddress">Its page.</param>
/// <param name="Parts">The texts, word by word: headline, empty line, body.</param>
/// <param name="IsCut">Whether only the beginnings were compared.</param>
public sealed record DifferencesModel(
    long Article, string First, string FirstAddress, string Second, string SecondAddress, ImmutableArray<DifferencePart> Parts, bool IsCut)
{
    /// <summary>Whether the two are the same, word for word.</summary>
    public bool AreSame => Parts.All(part => part.Kind == "same");
}

/// <summary>Compares texts. Safe to call from every thread.</summary>
/// <param name="archive">The archive.</param>
internal sealed class DifferencesModels(RecordArchive archive)
{
    /// <summary>Another article against this one.</summary>
    /// <exception cref="DeskFaultException">There is no such article.</exception>
    public DifferencesModel OfArticles(long id, long other)
    {
        (KeptArticle first, ArticleRecord before) = Newest(other);
        (KeptArticle second, ArticleRecord after) = Newest(id);
        return Compare(id, (Name(first), FormattableString.Invariant($"/article/{other}"), before), (Name(second), FormattableString.Invariant($"/article/{id}"), after));
    }

    /// <summary>A revision against the one that followed it.</summary>
    /// <exception cref="DeskFaultException">There is no such article or revision.</exception>
    public DifferencesModel OfRevisions(long id, int number)
    {
        IReadOnlyList<KeptRevision> revisions = archive.Articles.Revisions(id);
        KeptRevision? before = revisions.FirstOrDefault(one => one.Number == number);
        KeptRevision? after = revisions.FirstOrDefault(one => one.Number == number + 1);
        if (before is null || after is null) throw DeskFaultException.NotFound(FormattableString.Invariant($"revision {number} of article {id} with one after it"));
        return Compare(id, Revision(id, before), Revision(id, after));
    }

    private (string, string, ArticleRecord) Revision(long id, KeptRevision revision) => (
        FormattableString.Invariant($"Revision {revision.Number}"), FormattableString.Invariant($"/article/{id}?revision={revision.Number}"),
        archive.Articles.Record(revision.Id) ?? throw ArticleModels.Missing(id));

    private (KeptArticle, ArticleRecord) Newest(long id) =>
        archive.Articles.Find(id) is { } kept && archive.Articles.Record(kept.Revision) is { } record ? (kept, record) : throw ArticleModels.Missing(id);

    private static string Name(KeptArticle article) => $"{article.Source ?? "A source without a name"}, {(article.Published is { } day ? Wording.Day(day) : "no day")}";

    private static DifferencesModel Compare(long id, (string Name, string Address, ArticleRecord Record) first, (string Name, string Address, ArticleRecord Record) second)
    {
        string before = first.Record.Article.Text;
        string after = second.Record.Article.Text;
        bool isCut = Math.Max(WordDifference.Count(before), WordDifference.Count(after)) > WordDifference.MostWords;
        return new DifferencesModel(id, first.Name, first.Address, second.Name, second.Address, WordDifference.Of(before, after), isCut);
    }
}
