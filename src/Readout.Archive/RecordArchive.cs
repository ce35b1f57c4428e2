using System.Collections.Concurrent;
using Readout.Archive.Feeds;
using Readout.Archive.Reading;
using Readout.Archive.Relations;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;
using Readout.Archive.Writing;

namespace Readout.Archive;

/// <summary>
/// Records kept in SQLite or PostgreSQL. Reading is safe from every thread; there is one writer at a time, which does not
/// hold up readers.
/// </summary>
public sealed class RecordArchive : IDisposable
{
    private static readonly TimeSpan s_longPatience = TimeSpan.FromMinutes(2);
    private const int MostIdle = 8;
    private readonly ConcurrentBag<ArchiveConnection> _idle = [];
    private readonly Dialect _dialect;
    private readonly WriteMark _writes;
    private volatile bool _disposed;

    private RecordArchive(ArchiveLocation location, Dialect dialect)
    {
        Location = location;
        _dialect = dialect;
        _writes = new WriteMark(location, dialect);
        Articles = new ArticleReader(this);
        Events = new EventReader(this);
        Relations = new RelationReader(this);
        Feeds = new FeedReader(this);
        Stories = new StoryReader(this);
        Meetings = new MeetingReader(this);
        Quotes = new QuoteReader(this);
    }

    /// <summary>Where it is.</summary>
    public ArchiveLocation Location { get; }

    /// <summary>Articles with their revisions and records.</summary>
    public ArticleReader Articles { get; }

    /// <summary>Events, with what they lead back to.</summary>
    public EventReader Events { get; }

    /// <summary>Happenings between two sides over time.</summary>
    public RelationReader Relations { get; }

    /// <summary>The feeds that it follows.</summary>
    public FeedReader Feeds { get; }

    /// <summary>Stories and happenings.</summary>
    public StoryReader Stories { get; }

    /// <summary>Meetings followed over articles.</summary>
    public MeetingReader Meetings { get; }

    /// <summary>What was said, and by whom.</summary>
    public QuoteReader Quotes { get; }

    /// <summary>Opens an archive and brings its tables forward to this program's.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="create">Whether to make one where there is none.</param>
    /// <param name="onForward">Called before the tables of an older program are brought forward, which takes minutes in a large archive.</param>
    /// <exception cref="ArchiveException">There is none, it is no archive, it is of a newer program, it cannot be reached.</exception>
    public static RecordArchive Open(ArchiveLocation location, bool create, Action? onForward = null)
    {
        ArgumentNullException.ThrowIfNull(location);
        RecordArchive archive = new(location, Dialect.Of(location));
        try
        {
            using ArchiveConnection connection = archive.Connect(create);
            Migrator.Run(connection, create, onForward);
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>
    /// What the archive stands at: where two answers are equal, nothing was written between them, by this process or by another. What was read after an answer
    /// may be kept for as long as the answer stays the same. Answers that differ say nothing.
    /// </summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public string State() => _writes.Read();

    /// <summary>Begins to write, for long: between two commits others should have their turn, by <see cref="LetOthersWrite"/>.</summary>
    /// <exception cref="ArchiveException">Another is writing to this archive, or it cannot be written.</exception>
    public ArchiveWriter BeginWriting() => BeginWriting(TimeSpan.Zero);

    /// <summary>Begins to write as soon as whoever is writing lets go, which a job does when it has committed a batch.</summary>
    /// <exception cref="ArchiveException">Another is writing to this archive and did not let go within ten seconds, or it cannot be written.</exception>
    public ArchiveWriter WaitToWrite() => BeginWriting(Location.Patience);

    /// <summary>Lets whoever waits write. A writer remembers what it wrote, which others may change: after them another goes on.</summary>
    /// <param name="writer">A writer that has just committed.</param>
    /// <returns>The writer with which to go on: the same where nobody waited, else a new one in the place of it.</returns>
    /// <exception cref="ArchiveException">The turn did not come back within two minutes, or the archive cannot be written; what was committed is kept.</exception>
    public ArchiveWriter LetOthersWrite(ArchiveWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!writer.IsAwaited) return writer;
        writer.Dispose();
        return BeginWriting(s_longPatience);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        _writes.Dispose();
        while (_idle.TryTake(out ArchiveConnection? connection)) connection.Close();
    }

    internal ArchiveWriter BeginWriting(IReadOnlyList<IKeepLayer> layers) => BeginWriting(layers, TimeSpan.Zero);

    private ArchiveWriter BeginWriting(TimeSpan patience) =>
        BeginWriting([.. Merging.MergingLayers.Create(), new EventPartyLayer(), new Search.Indexing.SearchLayer()], patience);

    private ArchiveWriter BeginWriting(IReadOnlyList<IKeepLayer> layers, TimeSpan patience)
    {
        IDisposable hold = WritingTurn.Take(_dialect, Location, patience);
        ArchiveConnection? connection = null;
        try
        {
            connection = Connect();
            return new ArchiveWriter(connection, hold, layers);
        }
        catch
        {
            connection?.Dispose();
            hold.Dispose();
            throw;
        }
    }

    /// <summary>A connection for one thread; disposing of it gives it back.</summary>
    internal ArchiveConnection Connect(bool create = false)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _idle.TryTake(out ArchiveConnection? idle) ? idle : new ArchiveConnection(Location, _dialect, _dialect.Connect(Location, create), GiveBack);
    }

    private void GiveBack(ArchiveConnection connection)
    {
        if (_disposed || _idle.Count >= MostIdle || connection.Inner.State != System.Data.ConnectionState.Open) connection.Close();
        else _idle.Add(connection);
    }
}
