using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Watches.Making;

/// <summary>
/// Makes the brief of a question over a span, from what the archive holds: the same archive, question and span give the same brief.
/// Safe to call from every thread.
/// </summary>
/// <param name="archive">The archive; it stays open.</param>
/// <param name="answer">Answers questions about relations where somebody has counted them already, meetings left out; null to count them anew.</param>
public sealed class BriefMaker(RecordArchive archive, Func<RelationQuestion, RelationReport>? answer = null)
{
    private const int MostLines = 40;
    private const int MostEarlier = 5;
    private const int MostAnnounced = 10;

    // What came to be known later than this after its day is told apart from what happened in the period.
    private const int LateDays = 7;

    /// <summary>Makes a brief.</summary>
    /// <param name="name">Name of the watch.</param>
    /// <param name="question">What it asks for.</param>
    /// <param name="span">What is covered.</param>
    /// <param name="before">How far the watch had looked, with how the indexes stood.</param>
    /// <returns>The brief, and how far the watch has looked with it.</returns>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public (Brief Brief, WatchProgress After) Make(string name, WatchQuestion question, BriefSpan span, WatchProgress before)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(span);
        ArgumentNullException.ThrowIfNull(before);
        using ArchiveConnection connection = archive.Connect();
        BriefMarks marks = BriefMarks.Of(connection);
        (List<FoundHappening> found, bool isCut) = new HappeningFinder(archive, connection, span, marks).Find(question);
        IndexSection indexes = new(archive, Answer);
        ImmutableArray<RelationReport> reports = indexes.Reports(question, span.LastDay);
        Brief brief = Lines(found, question, span, new Brief { Name = name, Asked = QuestionWords.Of(question, archive), From = span.From, To = span.To, IsCut = isCut });
        brief = brief with
        {
            ArticlesRead = ArticlesRead(connection, span, marks),
            Index = indexes.Read(reports, before.Readings, span.LastDay, brief.Happened),
            Meetings = new MeetingSection(archive, connection, span, marks).Read(question),
            Statements = new StatementSection(connection).Read(found.Where(one => one.IsNew).OrderBy(one => one.Id).SelectMany(one => one.Reports), question),
        };
        return (brief, new WatchProgress(span.To, marks.Events, marks.Codings, IndexSection.Readings(reports, span.LastDay)));
    }

    /// <summary>Looks at the indexes of a question alone.</summary>
    /// <param name="question">The question.</param>
    /// <param name="now">The present time.</param>
    /// <param name="before">How far the watch had looked. Its readings stay those that a look is held against, so that a slow drift is seen.</param>
    /// <returns>What moved, and how far the watch has looked where nothing did.</returns>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public (ImmutableArray<IndexMove> Moves, WatchProgress After) Glance(WatchQuestion question, DateTimeOffset now, WatchProgress before)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(before);
        DateOnly day = DateOnly.FromDateTime(now.UtcDateTime);
        ImmutableArray<IndexReading> readings = IndexSection.Readings(new IndexSection(archive, Answer).Reports(question, day), day);
        ImmutableArray<IndexMove> moves = [.. readings.SelectMany(reading => IndexMove.Between(IndexSection.Earlier(before.Readings, reading), reading))];
        ImmutableArray<IndexReading> kept = [.. readings.Select(reading => IndexSection.Earlier(before.Readings, reading) is { Value: not null } old ? old : reading)];
        if (before.EventMark is not null) return (moves, before with { Readings = kept });
        using ArchiveConnection connection = archive.Connect();
        BriefMarks marks = BriefMarks.Of(connection);
        return (moves, new WatchProgress(now, marks.Events, marks.Codings, kept));
    }

    private RelationReport Answer(RelationQuestion question) => answer is null ? RelationReport.Of(archive.Relations, question) : answer(question);

    private Brief Lines(List<FoundHappening> found, WatchQuestion question, BriefSpan span, Brief brief)
    {
        (FoundHappening Found, BriefLine Line)[] all = [.. found.Select(one => (one, BriefLines.Of(one)))];
        (FoundHappening Found, BriefLine Line)[] news = [.. all.Where(one => one.Found.IsNew || one.Found.HasTurned)];
        bool isFuture(FoundHappening one) => one.Now == EventStatus.Future && question.Statuses.IsEmpty;
        ILookup<bool, (FoundHappening Found, BriefLine Line)> known = news.Where(one => !isFuture(one.Found)).ToLookup(one => one.Line.Day < span.FirstDay.AddDays(-LateDays));
        (FoundHappening Found, BriefLine Line)[] shown = [.. known[false].OrderByDescending(one => one.Line.Weight).ThenBy(one => one.Found.Id).Take(MostLines)];
        return brief with
        {
            Happened = BriefLines.Groups(shown, question),
            Unshown = known[false].Count() - shown.Length,
            ToldAgain = all.Length - news.Length,
            EarlierCount = known[true].Count(),
            Earlier = [.. BriefLines.Ordered(known[true].Select(one => one.Line)).Take(MostEarlier)],
            // A coming meeting stands among the meetings.
            Announced = [.. BriefLines.Ordered(news.Where(one => isFuture(one.Found) && one.Line.Action != "CONSULT").Select(one => one.Line)).Take(MostAnnounced)],
            Disputes = new DisputeSection(archive).Read(all),
        };
    }

    private static long ArticlesRead(ArchiveConnection connection, BriefSpan span, BriefMarks marks) => span.CodingMark is { } mark
        ? connection.Number(
            """
            SELECT COUNT(*) FROM codings WHERE codings.id > @mark AND codings.id <= @upto
                AND codings.id = (SELECT MIN(earlier.id) FROM codings AS earlier WHERE earlier.revision = codings.revision)
            """, ("@mark", mark), ("@upto", marks.Codings))
        : connection.Number("SELECT COUNT(*) FROM revisions WHERE published BETWEEN @from AND @to", ("@from", Days.ToText(span.FirstDay)), ("@to", Days.ToText(span.LastDay)));
}
