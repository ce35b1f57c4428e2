using System.Collections.Immutable;
using Readout.Analysis.Watches;
using Readout.Archive.Exports.Calendars;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Archive.Watches.Making;

namespace Readout.Archive.Watches;

/// <summary>The meetings that a question is about as an iCalendar (RFC 5545), with the UIDs and SEQUENCEs of all other calendars of the archive.</summary>
/// <param name="archive">The archive; it stays open.</param>
public sealed class WatchCalendar(RecordArchive archive)
{
    // Cancelled meetings stay for some weeks, so that a calendar learns of it.
    private const int DaysBack = 28;
    private const int Most = 500;

    /// <summary>The calendar in UTF-8: meetings from four weeks back, whatever their state.</summary>
    /// <param name="question">What is asked for; without a relation, actor or country there are no meetings.</param>
    /// <param name="day">The present day.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public byte[] Write(WatchQuestion question, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(question);
        ImmutableArray<long> numbers = Numbers(question, day);
        MeetingSource source = new(archive);
        return MeetingCalendar.Write([.. numbers.Select(archive.Meetings.Find).OfType<KeptMeeting>().Select(source.Meeting)], out _, out _);
    }

    private ImmutableArray<long> Numbers(WatchQuestion question, DateOnly day)
    {
        if (QuestionFilter.OfMeetings(question) is not { } filter) return [];
        using ArchiveConnection connection = archive.Connect();
        return [.. connection.Query(
            $"SELECT id FROM followed_meetings WHERE tellings > 0 AND COALESCE(date_to, date_from) >= @day AND {filter.Condition} ORDER BY date_from, id LIMIT @most",
            row => row.GetInt64(0), [("@day", Days.ToText(day.AddDays(-DaysBack))), ("@most", (long)Most), .. filter.Parameters])];
    }
}
