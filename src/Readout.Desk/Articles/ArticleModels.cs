using System.Collections.Immutable;
using Readout.Archive;
using Readout.Archive.Corrections;
using Readout.Archive.Notes;
using Readout.Archive.Reading;
using Readout.Archive.Replies;
using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Desk.Hosting;
using Readout.Desk.Layout;
using Readout.Desk.Security;
using Readout.Text;

namespace Readout.Desk.Articles;

/// <summary>What of an article is asked for. Immutable.</summary>
internal sealed record ArticleView
{
    /// <summary>Kinds of mark that are shown.</summary>
    public ImmutableHashSet<string> Shown { get; init; } = [.. MarkKinds.All];

    /// <summary>Which revision, from 1; null for the newest.</summary>
    public int? Revision { get; init; }

    /// <summary>Which part of a long text, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>The card that is open, or null.</summary>
    public string? Open { get; init; }

    /// <summary>Whether events are to say which words were found and which frames were beaten; it takes reading the text again.</summary>
    public bool Explain { get; init; }
}

/// <summary>Reads articles for their pages. Safe to call from every thread.</summary>
/// <param name="archive">The archive.</param>
/// <param name="knowledge">Names and frames.</param>
/// <param name="readings">Reads texts again where an explanation is asked for.</param>
internal sealed class ArticleModels(RecordArchive archive, DeskKnowledge knowledge, ReadingRoom readings)
{
    /// <summary>Longer texts are shown in parts of about so many characters.</summary>
    public const int PartLength = 30_000;

    private const int MostCopies = 12;
    private const int MostRelated = 5;
    private const int MostReplies = 100;
    private const int MostElsewhere = 300;

    private readonly NoteBook _notes = new(archive);
    private readonly ReplyBook _replies = new(archive);

    /// <summary>The article with all that its page shows.</summary>
    /// <param name="id">Number of the article.</param>
    /// <param name="view">What of it.</param>
    /// <param name="reader">Who asks.</param>
    /// <exception cref="DeskFaultException">There is no such article, revision or part.</exception>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public async Task<ArticleModel> ReadAsync(long id, ArticleView view, DeskReader reader)
    {
        KeptArticle kept = archive.Articles.Find(id) ?? throw Missing(id);
        IReadOnlyList<KeptRevision> revisions = archive.Articles.Revisions(id);
        KeptRevision revision = (view.Revision is { } number ? revisions.FirstOrDefault(one => one.Number == number) : revisions.FirstOrDefault(one => one.Id == kept.Revision))
            ?? throw DeskFaultException.NotFound(FormattableString.Invariant($"revision {view.Revision} of article {id}"));
        ArticleRecord record = archive.Articles.Record(revision.Id) ?? throw Missing(id);
        if (view.Explain) record = await ExplainedAsync(record).ConfigureAwait(false);
        ImmutableArray<TextSpan> parts = Parts(record.Article);
        if (view.Part > parts.Length) throw DeskFaultException.NotFound(FormattableString.Invariant($"part {view.Part} of article {id}"));
        ReaderModel shown = ReaderView.Of(record, view.Shown, Codebook, parts.Length == 1 ? null : parts[view.Part - 1]);
        ILookup<string, Verdict> verdicts = Verdicts(id, out ImmutableArray<Verdict> log);
        shown = shown with { Events = [.. shown.Events.Select(card => card with { Verdicts = [.. verdicts[card.Key]] })] };
        ArticleModel model = Head(kept, record.Article, revision, shown) with
        {
            Part = view.Part,
            Parts = parts.Length,
            Open = view.Open,
            Notes = [.. _notes.Of(reader.Name, id).Select(note => Placed(note, revision.Id, record.Article.Text, shown))],
            Log = log,
            Revisions = [.. revisions.Select(one => new RevisionLine(one.Number, one.Title, one.Published, one.TextLength, one.Codings.Length))],
            Elsewhere = parts.Length == 1 ? [] : Elsewhere(record, parts, view.Part),
        };
        return Around(model, kept);
    }

    /// <summary>The record of the newest revision, as JSON in UTF-8.</summary>
    /// <exception cref="DeskFaultException">There is no such article.</exception>
    public byte[] RecordJson(long id) =>
        (archive.Articles.Find(id) is { } kept ? archive.Articles.RecordJson(kept.Revision) : null) ?? throw Missing(id);

    /// <summary>What is to be said where an article is not there.</summary>
    public static DeskFaultException Missing(long id) => DeskFaultException.NotFound(FormattableString.Invariant($"article {id}"));

    /// <summary>The parts of a text: whole blocks, of about <see cref="PartLength"/> characters.</summary>
    public static ImmutableArray<TextSpan> Parts(Readout.Text.Article article)
    {
        ImmutableArray<TextSpan>.Builder parts = ImmutableArray.CreateBuilder<TextSpan>();
        int start = 0;
        foreach (ArticleBlock block in article.Blocks)
        {
            if (block.Span.Start > start && block.Span.End - start > PartLength)
            {
                parts.Add(new TextSpan(start, block.Span.Start));
                start = block.Span.Start;
            }
        }

        parts.Add(new TextSpan(start, article.Text.Length));
        return parts.ToImmutable();
    }

    // Frames are named without waiting for a reader that is still loading.
    private Codebook? Codebook => knowledge.IsLoaded ? knowledge.Knowledge.Codebook : null;

    private async Task<ArticleRecord> ExplainedAsync(ArticleRecord record)
    {
        ArticleRecord again = await readings.ReadAsync(record.Article, explain: true).ConfigureAwait(false);
        Dictionary<string, CodedEvent> explained = again.Events.ToDictionary(coded => coded.Key, StringComparer.Ordinal);
        return record with
        {
            Events = [.. record.Events.Select(coded => explained.TryGetValue(coded.Key, out CodedEvent? found) && found.Frame == coded.Frame ? coded with { Why = found.Why } : coded)],
        };
    }

    private static ArticleModel Head(KeptArticle kept, Readout.Text.Article article, KeptRevision revision, ReaderModel shown) => new()
    {
        Id = kept.Id,
        RevisionRow = revision.Id,
        Revision = revision.Number,
        Title = article.Title,
        Source = article.Source,
        Byline = article.Byline,
        Section = article.Section,
        Published = article.Published,
        Address = Uri.TryCreate(article.Url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : null,
        Story = kept.Story,
        Reader = shown,
    };

    private ArticleModel Around(ArticleModel model, KeptArticle kept) => model with
    {
        Copies = [.. archive.Articles.OfCopyGroup(kept.CopyGroup, MostCopies + 1).Where(copy => copy.Id != kept.Id).Take(MostCopies).Select(ArticleLine.Of)],
        Related = [.. archive.Articles.Near(kept, MostRelated).Select(ArticleLine.Of)],
        Replies = [.. _replies.Approved(kept.Id, MostReplies).Select(reply => new ReplyView(reply.Id, reply.Name, reply.Body, reply.SentAt))],
    };

    private ILookup<string, Verdict> Verdicts(long article, out ImmutableArray<Verdict> log)
    {
        IReadOnlyList<(Correction Correction, CorrectionResult Result)> entries = CorrectionLog.Entries(archive, article);
        (string Key, Verdict Verdict)[] verdicts = [.. entries.Select(entry => (entry.Result.Key ?? entry.Correction.Key, Verdict(entry.Correction, entry.Result)))];
        log = [.. verdicts.Select(pair => pair.Verdict)];
        return verdicts.ToLookup(pair => pair.Key, pair => pair.Verdict, StringComparer.Ordinal);
    }

    /// <summary>An entry of the log in words.</summary>
    public static Verdict Verdict(Correction correction, CorrectionResult result) => new(
        correction.Kind.ToString().ToLowerInvariant(), correction.Trigger,
        [.. correction.Fields.Where(field => field.Key is not ("cameo" or "goldstein" or "ploverScore")).Select(field => $"{field.Key} {(field.Value.Length == 0 ? "none" : field.Value)}")],
        correction.By, correction.At, correction.Why, result.Outcome, result.Reason);

    private static NoteView Placed(Note note, long revision, string text, ReaderModel shown)
    {
        TextSpan? place = note.PlaceIn(revision, text);
        string? card = place is not { } span ? null : shown.Blocks.SelectMany(block => block.Pieces).SelectMany(piece => piece.Marks)
            .Where(mark => mark.Kind == note.Mark && mark.Span == span).Select(mark => mark.Card).FirstOrDefault();
        return new NoteView(note.Id, card, note.Words, note.Body, note.At);
    }

    private static ImmutableArray<(string, int, string)> Elsewhere(ArticleRecord record, ImmutableArray<TextSpan> parts, int part) =>
    [
        .. record.Events.Select(coded => (coded, Part: parts.IndexOf(parts.First(span => span.Contains(coded.Trigger.Start))) + 1)).Where(pair => pair.Part != part)
            .Take(MostElsewhere).Select(pair => (pair.coded.Id, pair.Part, $"{pair.coded.Type.Spelt()} “{pair.coded.Trigger.In(record.Article.Text)}”")),
    ];
}
