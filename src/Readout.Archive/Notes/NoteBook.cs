using System.Data.Common;
using Readout.Archive.Store;
using Readout.Archive.Writing;
using Readout.Text;

namespace Readout.Archive.Notes;

/// <summary>The notes of readers, each for its own reader. Safe to call from every thread; each change is a short transaction of its own.</summary>
/// <param name="archive">The archive that keeps them; it stays open.</param>
public sealed class NoteBook(RecordArchive archive)
{
    /// <summary>Most notes of a reader beside one article.</summary>
    public const int MostAnArticle = 500;

    private const string Select =
        "SELECT id, reader, article, revision, mark, span_start, span_end, words, before_text, after_text, body, made_at FROM notes";

    /// <summary>The notes of a reader beside an article, oldest first.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<Note> Of(string reader, long article)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query($"{Select} WHERE reader = @reader AND article = @article ORDER BY id LIMIT {MostAnArticle}", Read, ("@reader", StoredText.Of(reader)), ("@article", article));
    }

    /// <summary>Keeps a note.</summary>
    /// <param name="note">The note; its number is given here.</param>
    /// <returns>The note with its number.</returns>
    /// <exception cref="ArgumentException">There is no such article, or the reader has too many notes beside it.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public Note Add(Note note)
    {
        ArgumentNullException.ThrowIfNull(note);
        using ArchiveConnection connection = archive.Connect();
        long id = 0;
        connection.InTransaction(() =>
        {
            if (connection.Number("SELECT COUNT(*) FROM revisions WHERE id = @revision AND article = @article", ("@revision", note.Revision), ("@article", note.Article)) == 0)
            {
                throw new ArgumentException("the archive has no such article");
            }

            if (connection.Number("SELECT COUNT(*) FROM notes WHERE reader = @reader AND article = @article", ("@reader", StoredText.Of(note.Reader)), ("@article", note.Article)) >= MostAnArticle)
            {
                throw new ArgumentException(FormattableString.Invariant($"there are {MostAnArticle} notes of yours beside this article; remove some first"));
            }

            if (connection.Location.IsPostgres) connection.ExecuteScript("LOCK TABLE notes IN SHARE ROW EXCLUSIVE MODE");
            id = connection.Number("SELECT COALESCE(MAX(id), 0) FROM notes") + 1;
            connection.Execute(
                """
                INSERT INTO notes (id, reader, article, revision, mark, span_start, span_end, words, before_text, after_text, body, made_at)
                VALUES (@id, @reader, @article, @revision, @mark, @start, @end, @words, @before, @after, @body, @at)
                """,
                ("@id", id), ("@reader", StoredText.Of(note.Reader)), ("@article", note.Article), ("@revision", note.Revision), ("@mark", note.Mark),
                ("@start", (long)note.Span.Start), ("@end", (long)note.Span.End), ("@words", StoredText.Of(note.Words)), ("@before", StoredText.Of(note.Before)),
                ("@after", StoredText.Of(note.After)), ("@body", StoredText.Of(note.Body)), ("@at", Times.ToText(note.At)));
        });
        return note with { Id = id };
    }

    /// <summary>Removes a note of a reader.</summary>
    /// <returns>Whether they had it.</returns>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public bool Remove(string reader, long id)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Execute("DELETE FROM notes WHERE id = @id AND reader = @reader", ("@id", id), ("@reader", StoredText.Of(reader))) > 0;
    }

    private static Note Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Reader = row.GetString(1),
        Article = row.GetInt64(2),
        Revision = row.GetInt64(3),
        Mark = row.GetString(4),
        Span = new TextSpan(row.GetInt32(5), row.GetInt32(6)),
        Words = row.GetString(7),
        Before = row.GetString(8),
        After = row.GetString(9),
        Body = row.GetString(10),
        At = Times.Parse(row.GetString(11)),
    };
}
