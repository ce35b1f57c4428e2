using System.Collections.Immutable;
using Readout.Analysis.Meetings;
using Readout.Archive.Identity;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Merging;

/// <summary>Follows meetings over articles. What a changed or newly coded article tells takes the place of what it told before.</summary>
internal sealed class MeetingLayer : IKeepLayer
{
    private readonly FollowedRows _rows = new();

    public void Keep(ArchiveConnection connection, WrittenCoding kept)
    {
        if (!kept.IsCurrent) return;
        long article = kept.Result.Article;
        List<FollowedMeeting> before = kept.Result.Outcome == KeepOutcome.New ? [] : Told(connection, article);
        string identity = ArticleIdentity.Of(kept.Record.Article).Name;
        foreach (Telling telling in Tellings(connection, kept)) Take(connection, telling, identity, before);
        foreach (FollowedMeeting meeting in before) _rows.Withdraw(connection, meeting, article);
    }

    public void Flush(ArchiveConnection connection) => _rows.Trim();

    private static IEnumerable<Telling> Tellings(ArchiveConnection connection, WrittenCoding kept)
    {
        if (kept.Record.Meetings.IsEmpty) return [];
        List<long> rows = connection.Query("SELECT id FROM meetings WHERE revision = @revision AND coding = @coding ORDER BY number", row => row.GetInt64(0),
            ("@revision", kept.Result.Revision), ("@coding", kept.Result.Coding));
        return Telling.Of(kept.Record, kept.Result.Article, 0).Select((telling, i) => telling with { Number = rows[i] });
    }

    /// <summary>The meetings that an article told of before it changed.</summary>
    private List<FollowedMeeting> Told(ArchiveConnection connection, long article) =>
        [.. connection.Query("SELECT DISTINCT followed FROM meeting_tellings WHERE article = @article ORDER BY followed", row => row.GetInt64(0), ("@article", article))
            .Select(number => _rows.Load(connection, number))];

    private void Take(ArchiveConnection connection, Telling telling, string article, List<FollowedMeeting> before)
    {
        FollowedMeeting? same = before.FirstOrDefault(meeting => Retold(meeting, telling));
        if (same is not null)
        {
            before.Remove(same);
            FollowedMeeting renewed = same.With([.. same.Tellings.Where(known => known.Article != telling.Article), telling]);
            connection.Execute("DELETE FROM meeting_tellings WHERE followed = @followed AND article = @article", ("@followed", same.Number), ("@article", telling.Article));
            _rows.Keep(connection, renewed, telling);
            _rows.Forget(same.Number);
            return;
        }

        FollowedMeeting? known = MeetingBook.Choose(telling, _rows.Candidates(connection, telling));
        FollowedMeeting meeting = known is null ? FollowedMeeting.Begin(telling, article) : known.With(telling);
        if (known is null) meeting = FollowedRows.Insert(connection, meeting);
        _rows.Keep(connection, meeting, telling);
    }

    /// <summary>Whether a telling is the one by which the article told of a meeting before it changed.</summary>
    private static bool Retold(FollowedMeeting meeting, Telling telling)
    {
        ImmutableArray<Telling> old = [.. meeting.Tellings.Where(known => known.Article == telling.Article).Select(known => known with { Article = -1 })];
        return old.Length > 0 && MeetingMatcher.Fit(meeting with { Tellings = old, View = MeetingView.Of(old) }, telling) > 0;
    }
}
