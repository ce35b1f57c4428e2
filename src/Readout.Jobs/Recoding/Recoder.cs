using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Archive.Writing;
using Readout.Coding.Reading;
using Readout.Coding.Record;

namespace Readout.Jobs.Recoding;

/// <summary>
/// Codes the newest revision of every article again where another pack coded it, and says what changed, event by event. Reading runs on all cores,
/// keeping in the order of the archive. What was committed stays: stopped, it goes on where it was, since an article
/// that the present pack has coded is passed over.
/// </summary>
/// <param name="archive">The archive; it stays open.</param>
/// <param name="reader">What codes.</param>
public sealed class Recoder(RecordArchive archive, Reader reader)
{
    private const int AtOnce = 64;

    /// <summary>Codes again.</summary>
    /// <param name="change">Gets each difference, in the order of the archive, when it is committed.</param>
    /// <param name="failure">Gets the identity of an article that could not be read again, and why.</param>
    /// <param name="stop">Ends after the batch at hand.</param>
    /// <exception cref="ArchiveException">The archive cannot be read or written; what was committed is kept.</exception>
    public RecodeSummary Run(Action<RecodeChange> change, Action<string, string> failure, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(failure);
        RecodeSummary summary = default;
        ArchiveWriter writer = archive.BeginWriting();
        try
        {
            foreach (KeptArticle[] part in archive.Articles.All().Chunk(AtOnce))
            {
                if (stop.IsCancellationRequested) break;
                Outcome[] outcomes = [.. part.AsParallel().AsOrdered().Select(Read)];
                foreach (Outcome outcome in outcomes.Where(outcome => outcome.After is not null)) writer.Keep(outcome.After!);
                writer.Commit();
                foreach (Outcome outcome in outcomes) summary = Tell(outcome, summary, change, failure);
                writer = archive.LetOthersWrite(writer);
            }
        }
        finally
        {
            writer.Dispose();
        }

        return summary;
    }

    private Outcome Read(KeptArticle article)
    {
        KeptCoding[] codings = [.. archive.Articles.Revisions(article.Id)[^1].Codings];
        if (codings.Any(coding => coding.Pack == reader.Pack)) return new Outcome(article.Identity, null, null, null);
        ArticleRecord before = archive.Articles.RecordOfCoding(codings.Last(coding => !IsCorrected(coding.Pack)).Id)!;
        try
        {
            return new Outcome(article.Identity, before, reader.Read(before.Article), null);
        }
        catch (Exception exception) when (exception is ReadingException or ArgumentException)
        {
            return new Outcome(article.Identity, before, null, exception.Message);
        }
    }

    // What people corrected is laid over the new coding by the writer; the programs' own two are compared.
    private static bool IsCorrected(PackIdentity pack) => pack.Version.EndsWith("+corrections", StringComparison.Ordinal);

    private static RecodeSummary Tell(Outcome outcome, RecodeSummary summary, Action<RecodeChange> change, Action<string, string> failure)
    {
        summary = summary with { Articles = summary.Articles + 1 };
        if (outcome.Failure is { } reason)
        {
            failure(outcome.Article, reason);
            return summary with { Failed = summary.Failed + 1 };
        }

        if (outcome is not { Before: { } before, After: { } after }) return summary;
        int touched = 0;
        summary = summary with { Recoded = summary.Recoded + 1 };
        foreach (RecodeChange one in RecodeChange.Between(outcome.Article, before, after))
        {
            change(one);
            if (one.Kind != RecodeKind.Come) touched++;
            summary = one.Kind switch
            {
                RecodeKind.Changed => summary with { Changed = summary.Changed + 1 },
                RecodeKind.Gone => summary with { Gone = summary.Gone + 1 },
                _ => summary with { Come = summary.Come + 1 },
            };
        }

        return summary with { Same = summary.Same + before.Events.Length - touched };
    }

    private sealed record Outcome(string Article, ArticleRecord? Before, ArticleRecord? After, string? Failure);
}
