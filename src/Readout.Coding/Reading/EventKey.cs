using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Text;

namespace Readout.Coding.Reading;

/// <summary>
/// Identity of an event across recodings: the first 128 bits of the SHA-256 of article id, revision, trigger span and
/// ordinal, in lower-case hexadecimal. The revision is the hash of the article's text, so that the key moves with the
/// text and never with the coding.
/// </summary>
internal sealed class EventKey
{
    private readonly string _article;

    public EventKey(Article article)
    {
        string revision = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.Text)));
        _article = $"{article.Id}\n{revision}\n";
    }

    /// <summary>The key of the event of that ordinal, from 0, among those with that trigger.</summary>
    public string Of(TextSpan trigger, int ordinal)
    {
        string identity = string.Create(CultureInfo.InvariantCulture, $"{_article}{trigger.Start}\n{trigger.End}\n{ordinal}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 16));
    }
}
