using System.Collections.Immutable;
using Readout.Archive.Corrections;
using Readout.Archive.Feeds;
using Readout.Archive.Identity;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Writing;

/// <summary>
/// Keeps records, in the order in which they are given. What is kept between two commits is one transaction; where
/// commits fall changes nothing in the rows. There is one writer an archive. For one thread at a time.
/// After an <see cref="ArchiveException"/> the writer is done with: what was committed is kept, the rest is not, and a new
/// writer goes on from the last commit.
/// </summary>
public sealed class ArchiveWriter : IDisposable
{
    // Rows are handed to the engine at least this often; the commit is the caller's.
    private const int MostPending = 128;

    private readonly ArchiveConnection _connection;
    private readonly IDisposable _lock;
    private readonly RowSink _sink;
    private readonly RowBatch _batch;
    private readonly ActorTable _actors;
    private readonly PackTable _packs;
    private readonly IReadOnlyList<IKeepLayer> _layers;
    private readonly List<WrittenCoding> _kept = [];
    private readonly Dictionary<string, (string ContentHash, PackIdentity Pack)> _pending = new(StringComparer.Ordinal);
    private bool _failed;
    private bool _isOver;

    internal ArchiveWriter(ArchiveConnection connection, IDisposable hold, IReadOnlyList<IKeepLayer> layers)
    {
        _connection = connection;
        _lock = hold;
        _layers = layers;
        _sink = connection.Dialect.OpenSink(connection);
        _batch = new RowBatch(connection);
        _actors = new ActorTable(connection, _batch);
        _packs = new PackTable(connection, _batch);
        Feeds = new FeedWriter(connection, InOpenTransaction);
    }

    /// <summary>Notes on feeds and links, committed with the records kept before.</summary>
    public FeedWriter Feeds { get; }

    /// <summary>Whether somebody waits to write.</summary>
    internal bool IsAwaited => WritingTurn.IsAwaited(_connection.Dialect, _connection.Location);

    /// <summary>Whether the archive has this content of the article, coded with this pack.</summary>
    /// <param name="article">The article as it would be read.</param>
    /// <param name="pack">The pack that it would be read with.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public bool Knows(Article article, PackIdentity pack) => Knows(ArticleIdentity.Of(article), pack);

    /// <summary>Whether the archive has the content with that hash of the article of that name, coded with this pack.</summary>
    /// <param name="identity">Which article and which content.</param>
    /// <param name="pack">The pack that it would be read with.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public bool Knows(ArticleIdentity identity, PackIdentity pack)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (_pending.TryGetValue(identity.Name, out (string ContentHash, PackIdentity Pack) pending) && pending == (identity.ContentHash, pack)) return true;
        return ArticleState.Find(_connection, identity.Name) is { } state
            && state.RevisionOf(identity.ContentHash) is long revision && state.CodingOf(revision, pack) is not null;
    }

    /// <summary>Keeps a record: as a new article, a new revision, a new coding of a revision, or not at all where it is known.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="ArgumentException">The record is not sound; the message says what is wrong.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public KeepResult Keep(ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (RecordCheck.Problems(record) is [string problem, ..]) throw new ArgumentException($"The record is not sound: {problem}.", nameof(record));
        return Work(() => KeepCorrected(record));
    }

    /// <summary>Notes how far an input has been read; it is committed with the records kept before.</summary>
    /// <param name="input">The input's name: its path or address.</param>
    /// <param name="position">The position, in the input's own terms.</param>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Advance(string input, string position) => Work(() =>
    {
        Open();
        _connection.Execute(
            "INSERT INTO inputs (name, position) VALUES (@name, @position) ON CONFLICT (name) DO UPDATE SET position = excluded.position",
            ("@name", StoredText.Of(input)), ("@position", position));
        return true;
    });

    /// <summary>How far an input has been read; null where nothing was noted.</summary>
    /// <param name="input">The input's name.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public string? Position(string input) => (string?)_connection.Scalar("SELECT position FROM inputs WHERE name = @name", ("@name", StoredText.Of(input)));

    /// <summary>Commits what was kept and noted since the last commit.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written; nothing since the last commit is kept.</exception>
    public void Commit() => Work(() =>
    {
        Write();
        if (_connection.IsInTransaction)
        {
            foreach (IKeepLayer layer in _layers) layer.Flush(_connection);
            _connection.Commit();
        }

        return true;
    });

    /// <summary>Gives up what was not committed, and lets others write.</summary>
    public void Dispose()
    {
        if (_isOver) return;
        _isOver = true;
        _sink.Dispose();
        _connection.Dispose();
        _lock.Dispose();
    }

    /// <summary>Adds an entry to the log of corrections and keeps the article as it is corrected now.</summary>
    /// <param name="correction">The entry; its number is given here.</param>
    /// <exception cref="ArgumentException">The corrected record would not be sound.</exception>
    internal CorrectionResult Correct(Correction correction) => Work(() =>
    {
        Write();
        Open();
        long number = CorrectionTable.Add(_connection, correction);
        return KeepWithCorrections(correction.Article, null).First(result => result.Correction == number);
    });

    private KeepResult KeepCorrected(ArticleRecord record)
    {
        KeepResult result = KeepSound(record);
        if (result.Outcome is not (KeepOutcome.Revision or KeepOutcome.Recoded) || CorrectedPack.Is(record.Pack)) return result;
        bool isNewest = _connection.Number("SELECT revision FROM articles WHERE id = @article", ("@article", result.Article)) == result.Revision;
        if (isNewest && CorrectionTable.Has(_connection, result.Article)) KeepWithCorrections(result.Article, record);
        return result;
    }

    // What people corrected is a further coding of the newest revision, over the program's own.
    private ImmutableArray<CorrectionResult> KeepWithCorrections(long article, ArticleRecord? coded)
    {
        Write();
        Open();
        long revision = _connection.Number("SELECT revision FROM articles WHERE id = @article", ("@article", article));
        ArticleRecord beneath = coded ?? ProgramsOwn(revision);
        List<Correction> corrections = CorrectionTable.Of(_connection, article);
        (ArticleRecord corrected, ImmutableArray<CorrectionResult> results) = CorrectionApplier.Apply(beneath, corrections);
        if (RecordCheck.Problems(corrected) is [string problem, ..]) throw new ArgumentException($"the corrected record would not be sound: {problem}");
        CorrectionTable.Settle(_connection, revision, results);
        if (corrections.Any(correction => correction.Kind != CorrectionKind.Accept)) KeepSound(corrected with { Pack = CorrectedPack.Of(beneath.Pack, corrections) });
        return results;
    }

    private ArticleRecord ProgramsOwn(long revision) => RecordJson.Parse(RecordBytes.Unpack((byte[])_connection.Scalar(
        "SELECT codings.record FROM codings JOIN packs ON packs.id = codings.pack WHERE codings.revision = @revision AND packs.version NOT LIKE @corrected ORDER BY codings.id DESC LIMIT 1",
        ("@revision", revision), ("@corrected", "%" + CorrectedPack.Ending))!));

    private KeepResult KeepSound(ArticleRecord record)
    {
        ArticleIdentity identity = ArticleIdentity.Of(record.Article);
        if (_pending.ContainsKey(identity.Name)) Write();
        ArticleState? state = ArticleState.Find(_connection, identity.Name);
        KeepResult result = state is null ? KeepNew(record, identity)
            : state.RevisionOf(identity.ContentHash) is not long revision ? KeepRevision(record, identity, state)
            : state.CodingOf(revision, record.Pack) is not long coding ? KeepCoding(record, state, revision)
            : new KeepResult(KeepOutcome.Known, state.Article, revision, coding);
        if (result.Outcome != KeepOutcome.Known) _pending[identity.Name] = (identity.ContentHash, record.Pack);
        if (_pending.Count >= MostPending) Write();
        return result;
    }

    private KeepResult KeepNew(ArticleRecord record, ArticleIdentity identity)
    {
        long article = _batch.Next(Tables.Articles);
        CodingPlace place = new(article, _batch.Next(Tables.Revisions), _batch.Next(Tables.Codings));
        _batch.Add(Tables.Articles, article, StoredText.Of(identity.Name), place.Revision, article);
        AddRevision(record.Article, identity, place, 1);
        return AddCoding(KeepOutcome.New, record, place, isCurrent: true, sentences: null);
    }

    private KeepResult KeepRevision(ArticleRecord record, ArticleIdentity identity, ArticleState state)
    {
        Open();
        CodingPlace place = new(state.Article, _batch.Next(Tables.Revisions), _batch.Next(Tables.Codings));
        Superseding.Revision(_connection, state.Newest);
        _connection.Execute("UPDATE articles SET revision = @revision WHERE id = @article", ("@revision", place.Revision), ("@article", state.Article));
        AddRevision(record.Article, identity, place, state.Revisions + 1);
        return AddCoding(KeepOutcome.Revision, record, place, isCurrent: true, sentences: null);
    }

    private KeepResult KeepCoding(ArticleRecord record, ArticleState state, long revision)
    {
        Open();
        bool isCurrent = revision == state.Newest;
        CodingPlace place = new(state.Article, revision, _batch.Next(Tables.Codings));
        long[]? sentences = Superseding.Coding(_connection, revision, record.Sentences, isCurrent);
        _connection.Execute("UPDATE revisions SET coding = @coding WHERE id = @revision", ("@coding", place.Coding), ("@revision", revision));
        return AddCoding(KeepOutcome.Recoded, record, place, isCurrent, sentences);
    }

    private void AddRevision(Article article, ArticleIdentity identity, CodingPlace place, long number) => _batch.Add(Tables.Revisions,
        place.Revision, place.Article, number, identity.ContentHash, article.RawHash, StoredText.Of(article.Id), StoredText.OrNull(article.Url),
        StoredText.OrNull(article.Source), StoredText.OrNull(article.Title), Days.ToText(article.Published), article.Language, (long)article.Text.Length, place.Coding);

    private KeepResult AddCoding(KeepOutcome outcome, ArticleRecord record, CodingPlace place, bool isCurrent, long[]? sentences)
    {
        (byte[] bytes, string hash) = RecordBytes.Pack(record);
        _batch.Add(Tables.Codings, place.Coding, place.Revision, _packs.Number(record.Pack), (long)record.Sentences.Length, (long)record.Events.Length,
            (long)record.Quotes.Length, (long)record.Meetings.Length, hash, bytes);
        CodingRows rows = new(_batch, _actors, record, place, isCurrent);
        long[] events = rows.AddEvents(sentences ?? rows.AddSentences());
        rows.AddQuotes();
        rows.AddMeetings(events);
        KeepResult result = new(outcome, place.Article, place.Revision, place.Coding);
        _kept.Add(new WrittenCoding(result, record, ImmutableArray.Create(events), isCurrent));
        return result;
    }

    private void Open()
    {
        if (!_connection.IsInTransaction) _connection.Begin();
    }

    /// <summary>Hands the pending rows to the engine, inside the transaction.</summary>
    private void Write()
    {
        if (_kept.Count == 0) return;
        Open();
        _connection.Guard(() =>
        {
            _batch.WriteTo(_sink);
            return true;
        });
        _actors.Written();
        foreach (WrittenCoding kept in _kept)
        {
            foreach (IKeepLayer layer in _layers) layer.Keep(_connection, kept);
        }

        _kept.Clear();
        _pending.Clear();
    }

    private void InOpenTransaction(Action work) => Work(() =>
    {
        Open();
        work();
        return true;
    });

    private T Work<T>(Func<T> work)
    {
        if (_failed) throw new InvalidOperationException("The writer has failed; begin writing anew.");
        try
        {
            return work();
        }
        catch
        {
            _failed = true;
            _connection.Rollback();
            throw;
        }
    }
}
