using System.Collections.Immutable;
using Readout.Archive;
using Readout.Archive.Corrections;
using Readout.Archive.Notes;
using Readout.Archive.Reading;
using Readout.Archive.Replies;
using Readout.Coding.Record;
using Readout.Desk.Hosting;
using Readout.Desk.Security;
using Readout.Text;

namespace Readout.Desk.Articles;

/// <summary>What readers and editors do to an article: corrections, notes, replies. Safe to call from every thread.</summary>
/// <param name="archive">The archive.</param>
/// <param name="knowledge">The codebook, by which corrections are scored.</param>
/// <param name="time">The present time.</param>
internal sealed class ArticleChanges(RecordArchive archive, DeskKnowledge knowledge, TimeProvider time)
{
    /// <summary>Longest reason of a correction, and longest value of a field.</summary>
    public const int LongestWhy = 1_000;

    // A correction waits for an ingest of the same desk to commit, no longer than a reader would.
    private const int Attempts = 6;

    private static readonly ImmutableArray<string> s_fields =
    [
        CorrectionFields.Type, CorrectionFields.Mode, CorrectionFields.Action, CorrectionFields.Contexts, CorrectionFields.Actors,
        CorrectionFields.Recipients, CorrectionFields.Status, CorrectionFields.From, CorrectionFields.To, CorrectionFields.Place,
    ];

    private readonly NoteBook _notes = new(archive);
    private readonly ReplyBook _replies = new(archive);

    /// <summary>Accepts, rejects or changes an event.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="kind">What is done.</param>
    /// <param name="form">The fields; those equal to their <c>was-</c> are left alone.</param>
    /// <param name="reader">Who.</param>
    /// <exception cref="DeskFaultException">There is no such event any more, or a field is none.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public async Task<CorrectionResult> CorrectAsync(string key, CorrectionKind kind, IFormCollection form, DeskReader reader)
    {
        ImmutableSortedDictionary<string, string> fields = kind == CorrectionKind.Change ? Changed(form) : ImmutableSortedDictionary<string, string>.Empty;
        CorrectionLog log = new(archive, knowledge.Knowledge.Codebook);
        return await PatientlyAsync(() => log.Correct(key, kind, fields, reader.Name, time.GetUtcNow(), Why(form))).ConfigureAwait(false);
    }

    /// <summary>Adds an event that the program did not find.</summary>
    /// <exception cref="DeskFaultException">The words are not in the article, or a field is none.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public async Task<CorrectionResult> AddAsync(long article, IFormCollection form, DeskReader reader)
    {
        KeptArticle kept = archive.Articles.Find(article) ?? throw ArticleModels.Missing(article);
        string words = form["words"].ToString().Trim();
        int? start = int.TryParse(form["at"].ToString(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int at) ? at : null;
        CorrectionLog log = new(archive, knowledge.Knowledge.Codebook);
        return await PatientlyAsync(() => log.Add(kept.Identity, words, start, Changed(form), reader.Name, time.GetUtcNow(), Why(form))).ConfigureAwait(false);
    }

    /// <summary>Keeps a note of the reader.</summary>
    /// <exception cref="DeskFaultException">There is no such article or mark, or the note is empty or too long.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Note(long article, string mark, TextSpan span, string body, DeskReader reader)
    {
        KeptArticle kept = archive.Articles.Find(article) ?? throw ArticleModels.Missing(article);
        ArticleRecord record = archive.Articles.Record(kept.Revision) ?? throw ArticleModels.Missing(article);
        if (!MarkKinds.All.Contains(mark)) throw DeskFaultException.Bad("The note is beside no mark of the article.");
        Understood(() => _notes.Add(Archive.Notes.Note.On(record.Article.Text, span, mark, body) with
        {
            Reader = reader.Name,
            Article = article,
            Revision = kept.Revision,
            At = time.GetUtcNow(),
        }));
    }

    /// <summary>Removes a note of the reader.</summary>
    /// <exception cref="DeskFaultException">They have no such note.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Forget(long note, DeskReader reader)
    {
        if (!_notes.Remove(reader.Name, note)) throw DeskFaultException.NotFound("such note of yours");
    }

    /// <summary>Takes a reply: an editor's is shown at once, others wait.</summary>
    /// <exception cref="DeskFaultException">There is no such article.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public Reply Reply(long article, string name, string email, string body, DeskReader reader)
    {
        if (archive.Articles.Find(article) is null) throw ArticleModels.Missing(article);
        return Understood(() => _replies.Add(new Reply
        {
            Article = article,
            Name = name.Trim(),
            Email = email.Trim(),
            Body = body.Trim(),
            SentBy = reader.Name,
            SentAt = time.GetUtcNow(),
            State = reader.IsEditor ? ReplyState.Approved : ReplyState.Waiting,
            DecidedBy = reader.IsEditor ? reader.Name : null,
        }));
    }

    // A field counts where it is given and differs from what the form was made with.
    private static ImmutableSortedDictionary<string, string> Changed(IFormCollection form)
    {
        ImmutableSortedDictionary<string, string>.Builder fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string name in s_fields)
        {
            if (!form.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues given)) continue;
            string value = given.ToString().Trim();
            if (value.Length > LongestWhy) throw DeskFaultException.Bad(FormattableString.Invariant($"{name} is longer than {LongestWhy} characters."));
            bool had = form.TryGetValue("was-" + name, out Microsoft.Extensions.Primitives.StringValues was);
            if (had ? was.ToString().Trim() != value : value.Length > 0) fields[name] = value;
        }

        return fields.ToImmutable();
    }

    private static string Why(IFormCollection form)
    {
        string why = form["why"].ToString().Trim();
        return why.Length <= LongestWhy ? why : throw DeskFaultException.Bad(FormattableString.Invariant($"The reason is longer than {LongestWhy} characters."));
    }

    private static T Understood<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ArgumentException exception)
        {
            string message = exception.Message;
            throw DeskFaultException.Bad(char.ToUpperInvariant(message[0]) + message[1..].TrimEnd('.') + ".");
        }
    }

    private static async Task<T> PatientlyAsync<T>(Func<T> work)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return Understood(work);
            }
            catch (ArchiveException) when (attempt < Attempts)
            {
                await Task.Delay(250).ConfigureAwait(false);
            }
        }
    }
}
