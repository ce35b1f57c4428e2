using System.Globalization;
using Readout.Archive.Reading;

namespace Readout.Desk.Layout;

/// <summary>An article in a line. Immutable.</summary>
/// <param name="Id">Number of the article.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Source">The publisher, or null.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Url">Address it was published at, or null.</param>
/// <param name="CopyOf">Number of the article that it copies, or null.</param>
public sealed record ArticleLine(long Id, string? Title, string? Source, DateOnly? Published, string? Url, long? CopyOf)
{
    /// <summary>Address of its page.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"/article/{Id}");

    /// <summary>Its headline, else what it is.</summary>
    public string Name => string.IsNullOrWhiteSpace(Title) ? string.Create(CultureInfo.InvariantCulture, $"article {Id}, without a headline") : Title;

    /// <summary>The line of a kept article.</summary>
    public static ArticleLine Of(KeptArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ArticleLine(article.Id, article.Title, article.Source, article.Published, article.Url, article.CopyGroup == article.Id ? null : article.CopyGroup);
    }
}
