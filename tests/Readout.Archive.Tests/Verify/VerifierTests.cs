using Readout.Archive.Store;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Verify;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Verify;

public class VerifierTests
{
    public static TheoryData<string> Engines => Engine.All;

    public static TheoryData<string, string, string> Damages()
    {
        (string Sql, string Finding)[] damages =
        [
            ("UPDATE events SET trigger_start = trigger_start + 1 WHERE id = 1", "events 1: trigger_start is "),
            ("UPDATE events SET trigger_text = 'sold' WHERE id = 1", "events 1: trigger_text is 'sold', by the record 'visited'"),
            ("UPDATE events SET key = 'abc' WHERE id = 1", "events 1: key is 'abc', by the record "),
            ("UPDATE events SET day = 7 WHERE id = 1", "events 1: day is 7, by the record "),
            ("UPDATE events SET current = 0 WHERE id = 2", "events 2: current is 0, by the record 1"),
            ("UPDATE events SET sentence = 1 WHERE id = 1", "events 1: sentence is 1, by the record 0"),
            ("UPDATE events SET goldstein = 9.5 WHERE id = 1", "events 1: goldstein is 9.5, by the record 1.9"),
            ("UPDATE parties SET mention_text = 'Ruritania' WHERE event = 1 AND role = 'actor'", "parties 1 actor 0: mention_text is 'Ruritania', by the record 'The Ruritanian envoy'"),
            ("UPDATE parties SET actor = 2 WHERE event = 1 AND role = 'actor'", "parties 1 actor 0: actor is 2, by the record 1"),
            ("DELETE FROM parties WHERE event = 1 AND role = 'recipient'", "parties 1 recipient 0: the row is missing"),
            ("DELETE FROM sizes WHERE event = 1", "sizes 1 participants: the row is missing"),
            ("DELETE FROM dyads WHERE event = 2", "the row is missing"),
            ("UPDATE dyads SET quad = 3 WHERE event = 2", "quad is 3, by the record 0"),
            ("UPDATE attributions SET stance = 'denied' WHERE event = 1", "attributions 1 0: stance is 'denied', by the record nothing"),
            ("UPDATE actors SET country = 'XXX' WHERE id = 1", "actors 1: its hash is not that of its columns"),
            ("DELETE FROM quotes", "codings 1: 0 rows in quotes, by the record 1"),
            ("UPDATE quotes SET content_spans = '0-4'", "quotes 1: content_spans is '0-4', by the record "),
            ("UPDATE meetings SET state = 'held'", "meetings 1: state is 'held', by the record 'planned'"),
            ("DELETE FROM meeting_parties WHERE role = 'absent'", "meeting_parties 1 absent 0: the row is missing"),
            ("UPDATE sentences SET text = 'x' || text WHERE id = 2", "sentences 2: its text is not the slice of the article's text"),
            ("UPDATE sentences SET span_end = span_end - 1 WHERE id = 2", "sentences 2: is sentence 1 at "),
            ("UPDATE codings SET events = 5 WHERE id = 1", "codings 1: 5 events, by the record 1"),
            ("UPDATE codings SET record_hash = 'abc' WHERE id = 1", "codings 1: the record is not the one whose hash was kept"),
            ("UPDATE codings SET pack = 2 WHERE id = 2", "codings 2: its pack is 1.1, by the record 1.0"),
            ("UPDATE revisions SET content_hash = 'abc' WHERE id = 1", "revisions 1: its content hash is not that of the record's text"),
            ("UPDATE revisions SET title = 'Other' WHERE id = 1", "revisions 1: title is not what the record says"),
            ("UPDATE revisions SET number = 3 WHERE id = 3", "articles 1: its revisions are not numbered from 1 without a gap"),
            ("UPDATE articles SET identity = 'id:x/y' WHERE id = 1", "articles 1: its identity is 'id:x/y', by the record 'id:Strelsau Courier/visit'"),
            ("UPDATE articles SET revision = 1 WHERE id = 1", "articles 1: does not name its newest revision"),
            ("UPDATE articles SET copy_group = 77 WHERE id = 1", "articles: copy_group names row 77 of articles, which is not there (1 row)"),
        ];
        TheoryData<string, string, string> cases = [];
        foreach ((string sql, string finding) in damages)
        {
            foreach (string engine in (string[])[Engine.Sqlite, Engine.Postgres]) cases.Add(engine, sql, finding);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_sound_archive_gives_no_finding(string engine)
    {
        using TestArchive test = Filled(engine);
        ArchiveVerifier verifier = new(test.Archive);
        Assert.Empty(verifier.Run());
        Assert.Equal(3, verifier.Revisions);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Each_damage_is_found(string engine, string sql, string finding)
    {
        using TestArchive test = Filled(engine);
        using (ArchiveConnection connection = test.Archive.Connect()) Assert.True(connection.Execute(sql) > 0);
        string[] findings = [.. new ArchiveVerifier(test.Archive).Run().Select(found => found.ToString())];
        Assert.True(findings.Any(found => found.Contains(finding, StringComparison.Ordinal)), $"'{finding}' is not among:\n{string.Join('\n', findings)}");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_damaged_record_is_found(string engine)
    {
        using TestArchive test = Filled(engine);
        using (ArchiveConnection connection = test.Archive.Connect())
        {
            byte[] record = (byte[])connection.Scalar("SELECT record FROM codings WHERE id = 1")!;
            record[record.Length / 2] ^= 0x55;
            connection.Execute("UPDATE codings SET record = @record WHERE id = 1", ("@record", record));
        }

        Assert.Contains(new ArchiveVerifier(test.Archive).Run(), found => found.Where == "codings 1" && found.What.Contains("record", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_that_the_full_text_has_not_are_found()
    {
        using TestArchive test = Filled(Engine.Sqlite);
        using (ArchiveConnection connection = test.Archive.Connect())
        {
            connection.Execute("INSERT INTO sentence_words (sentence_words, rowid, text) SELECT 'delete', id, text FROM sentences WHERE id = 2");
        }

        Assert.Contains(new ArchiveVerifier(test.Archive).Run(), found => found.Where == "sentence_words");
    }

    [Fact]
    public void A_row_that_is_not_there_is_found_where_it_is_named()
    {
        using TestArchive test = Filled(Engine.Sqlite);
        using (ArchiveConnection connection = test.Archive.Connect())
        {
            connection.ExecuteScript("PRAGMA foreign_keys = OFF; DELETE FROM actors WHERE id = 2; PRAGMA foreign_keys = ON");
        }

        Assert.Contains(new ArchiveVerifier(test.Archive).Run(), found => found.ToString().StartsWith("parties: actor names row 2 of actors, which is not there", StringComparison.Ordinal));
    }

    /// <summary>An archive with a revised article, one whose old revision was coded again, and one coded with two packs.</summary>
    internal static TestArchive Filled(string engine)
    {
        ArticleRecord[] records =
        [
            Records.Visit(), Records.Plan(), Records.Visit(deed: "toured"), Records.Visit(pack: Records.OtherPack), Records.Visit(deed: "toured", pack: Records.OtherPack),
        ];
        return TestArchive.CopyOf(engine, "filled", archive =>
        {
            using ArchiveWriter writer = archive.BeginWriting();
            KeepOutcome[] outcomes = [.. records.Select(record => writer.Keep(record).Outcome)];
            Assert.Equal([KeepOutcome.New, KeepOutcome.New, KeepOutcome.Revision, KeepOutcome.Recoded, KeepOutcome.Recoded], outcomes);
            writer.Commit();
        });
    }
}
