using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Text;

namespace Readout.Archive.Identity;

/// <summary>
/// What an article is known by. <see cref="Name"/> says which article it is, over all its revisions;
/// <see cref="ContentHash"/> says which revision. Immutable.
/// </summary>
/// <param name="Name">
/// The canonical address; else <c>id:SOURCE/ID</c> where the input gave an identifier; else <c>sha256:CONTENT</c>.
/// </param>
/// <param name="ContentHash">
/// SHA-256, in lower-case hexadecimal, of what reading depends on: text, blocks, language, day of publication.
/// </param>
public sealed record ArticleIdentity(string Name, string ContentHash)
{
    /// <summary>The identity of an article.</summary>
    public static ArticleIdentity Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        string hash = Hash(article);
        return new ArticleIdentity(CanonicalUrl.Of(article.Url) ?? Given(article) ?? $"sha256:{hash}", hash);
    }

    // An identifier that begins the hash of the input was derived from it and names nothing beyond its content.
    private static string? Given(Article article) =>
        article.Id.Length == 0 || article.RawHash.StartsWith(article.Id, StringComparison.Ordinal) ? null : $"id:{article.Source}/{article.Id}";

    private static string Hash(Article article)
    {
        StringBuilder content = new(article.Text.Length + 64 * article.Blocks.Length + 32);
        content.Append(CultureInfo.InvariantCulture, $"{article.Published:yyyy-MM-dd}\n{article.Language}\n{article.BodyStart}\n");
        foreach (ArticleBlock block in article.Blocks) content.Append(CultureInfo.InvariantCulture, $"{(int)block.Kind} {block.Span.Start} {block.Span.End}\n");
        content.Append(article.Text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }
}
