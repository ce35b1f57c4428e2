using Readout.Archive;
using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Sources;
using Readout.Text;

namespace Readout.Jobs.Ingest;

/// <summary>Reads what arrives: bytes to article, and article to record where the archive does not have it. Thread-safe.</summary>
internal sealed class ArticleIntake(RecordArchive archive, Reader reader)
{
    /// <summary>Reads one arrival.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public Intake Read(Arrival arrival)
    {
        if (arrival.Item is not { } item) return new Intake(arrival) { IsKnown = arrival.IsKnown };
        SourceResult source = Open(item);
        if (source.Article is not { } article) return new Intake(arrival) { Refusal = source.Refusal };
        if (archive.Articles.Knows(article, reader.Pack)) return new Intake(arrival) { IsKnown = true };
        try
        {
            ArticleRecord record = reader.Read(article);
            return RecordCheck.Problems(record) is [string problem, ..] ? Fail(arrival, article, $"its record is not sound: {problem}") : new Intake(arrival) { Record = record };
        }
        catch (Exception exception) when (exception is ReadingException or ArgumentException)
        {
            return Fail(arrival, article, exception.Message);
        }
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
