using Readout.Archive;
using Readout.Coding.Reading;
using Readout.Sources;
using Readout.Text;

namespace Readout.Jobs.Ingest;

/// <summary>Reads what arrives: bytes to article, and article to record where the archive does not have it. Thread-safe.</summary>
internal sealed class ArticleIntake(RecordArchive archive, Reader reader)
{
    private readonly Lock _asking = new();

    /// <summary>Reads one arrival.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public Intake Read(Arrival arrival)
    {
        if (arrival.Item is not { } item) return new Intake(arrival) { IsKnown = arrival.IsKnown };
        SourceResult source = Open(item);
        if (source.Article is not { } article) return new Intake(arrival) { Refusal = source.Refusal };
        if (Knows(article)) return new Intake(arrival) { IsKnown = true };
        try
        {
            return new Intake(arrival) { Record = reader.Read(article) };
        }
        catch (Exception exception) when (exception is ReadingException or ArgumentException)
        {
            return Fail(arrival, article, exception.Message);
        }
    }

    // One at a time: the question takes microseconds, and each connection to the archive would map its file by itself.
    private bool Knows(Article article)
    {
        lock (_asking) return archive.Articles.Knows(article, reader.Pack);
    }

    // A format's reader may meet what nobody foresaw; one input must not stop the others.
    private static SourceResult Open(SourceItem item)
    {
        try
        {
            return item.Read();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return SourceResult.Of(new Refusal(item.Where, item.Where, $"it cannot be read: {exception.GetType().Name}: {exception.Message}", "tell whoever keeps the program, with the input"));
        }
    }

    private static Intake Fail(Arrival arrival, Article article, string what) =>
        new(arrival) { Refusal = new Refusal(article.Id, arrival.Item!.Where, what, "tell whoever keeps the program, with the article") };
}
