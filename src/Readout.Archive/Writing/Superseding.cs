using System.Collections.Immutable;
using Readout.Archive.Store;
using Readout.Text;

namespace Readout.Archive.Writing;

/// <summary>Takes rows out of queries that a newer revision or coding replaces. They stay in the archive.</summary>
internal static class Superseding
{
    /// <summary>All rows of a revision, since the article has a newer one.</summary>
    public static void Revision(ArchiveConnection connection, long revision)
    {
        Rows(connection, revision);
        Sentences(connection, revision);
    }

    /// <summary>
    /// The rows of a revision's coding, since there is a newer one. Sentences stay where the new coding has the same: then
    /// gives the numbers of their rows, else null.
    /// </summary>
    public static long[]? Coding(ArchiveConnection connection, long revision, ImmutableArray<TextSpan> sentences, bool isCurrent)
    {
        if (isCurrent) Rows(connection, revision);
        List<(long Id, TextSpan Span)> before = connection.Query(
            "SELECT id, span_start, span_end FROM sentences WHERE revision = @revision ORDER BY id",
            row => (row.GetInt64(0), new TextSpan(row.GetInt32(1), row.GetInt32(2))), ("@revision", revision));
        (long Id, TextSpan Span)[] last = [.. before.TakeLast(sentences.Length)];
        if (last.Select(sentence => sentence.Span).SequenceEqual(sentences)) return [.. last.Select(sentence => sentence.Id)];
        if (isCurrent) Sentences(connection, revision);
        return null;
    }

    private static void Rows(ArchiveConnection connection, long revision)
    {
        connection.Execute("DELETE FROM dyads WHERE event IN (SELECT id FROM events WHERE revision = @revision AND current = 1)", ("@revision", revision));
        foreach (string table in (string[])["events", "quotes", "meetings"])
        {
            connection.Execute($"UPDATE {table} SET current = 0 WHERE revision = @revision AND current = 1", ("@revision", revision));
        }
    }

    private static void Sentences(ArchiveConnection connection, long revision)
    {
        connection.Dialect.ForgetWords(connection, revision);
        connection.Execute("UPDATE sentences SET current = 0 WHERE revision = @revision AND current = 1", ("@revision", revision));
    }
}
