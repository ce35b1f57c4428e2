using Readout.Text;

namespace Readout.Coding.Sizes;

/// <summary>Reads the numbers of people of documents. Immutable; safe to use from every thread.</summary>
/// <param name="words">The words of numbers of people.</param>
public sealed class SizeReader(SizeWords words)
{
    /// <summary>Finds how many people a document says were killed, hurt, held or took part. O(length of the text).</summary>
    /// <param name="document">A document with sentences and tokens at least.</param>
    public SizeLayer Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return SizeLayer.Read(document, words);
    }
}
