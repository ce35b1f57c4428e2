using System.Collections.Immutable;
using Readout.Archive;
using Readout.Archive.Exports;
using Readout.Archive.Reading;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Layout;

namespace Readout.Desk.Calendar;

/// <summary>Reads meetings. Safe to call from every thread.</summary>
internal sealed class CalendarModels(RecordArchive archive, DeskKnowledge knowledge, PageCursors cursors, TimeProvider time)
{
    private const string List = "meetings";
    private const int MostOfAMonth = 500;
    private const int LongestOnDays = 7;

    // What a subscribed calendar holds: a quarter back, two years ahead.
    private const int DaysBack = 92;
    private const int DaysAhead = 730;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The calendar that a query asks for.</summary>
    /// <exception cref="DeskFaultException">The query cannot be understood.</exception>
    public CalendarModel Read(IQueryCollection query)
    {
        CalendarAsk ask = CalendarAsk.Of(query);
        CalendarModel model = query.Choice("view", "month", "list") == "month" ? Month(ask, CalendarAsk.Month(query, Today)) : Listed(ask, query);
        return model with
        {
            Parties = [.. ask.Parties.Select(code => new ActorName(code, knowledge.NameOf(code), code, null))],
            States = [.. ask.Chosen.Select(state => CalendarAsk.States[(int)state])],
            Query = ask.Query,
        };
    }

    /// <summary>A page of meetings.</summary>
    /// <exception cref="DeskFaultException">The query cannot be understood.</exception>
    public MeetingsModel Meetings(IQueryCollection query, DateOnly? from, DateOnly? to, int limit)
    {
        ImmutableArray<MeetingLine> meetings = Lines(CalendarAsk.Of(query).ToQuery() with
        {
            From = from,
            To = to,
            Undated = query.Choice("undated", "no", "yes") == "yes",
            After = cursors.Read(List, query)?[0],
            Limit = limit + 1,
        });
        return new MeetingsModel([.. meetings.Take(limit)], meetings.Length > limit ? cursors.Write(List, query, meetings[limit - 1].Id) : null);
    }

    /// <summary>The followed meetings around today in iCalendar.</summary>
    public byte[] Calendar(CalendarAsk ask)
    {
        using MemoryStream stream = new();
        new Exporter(archive).Write(new ExportRequest { Format = ExportFormat.Calendar, From = Today.AddDays(-DaysBack), To = Today.AddDays(DaysAhead), Parties = ask.Parties }, stream);
        return stream.ToArray();
    }

    private CalendarModel Listed(CalendarAsk ask, IQueryCollection query)
    {
        DateOnly from = query.Day("from") ?? Today;
        MeetingsModel page = Meetings(query, from, null, 50);
        return new CalendarModel { View = "list", From = from, Today = Today, Parties = [], States = [], Meetings = page.Meetings, Next = page.Next, Query = ask.Query };
    }

    private CalendarModel Month(CalendarAsk ask, DateOnly month)
    {
        DateOnly first = month.AddDays(-(((int)month.DayOfWeek + 6) % 7));
        int weeks = (month.AddMonths(1).DayNumber - first.DayNumber + 6) / 7;
        ImmutableArray<MeetingLine> meetings = Lines(ask.ToQuery() with { From = first, To = first.AddDays(weeks * 7 - 1), Limit = MostOfAMonth });
        return new CalendarModel
        {
            View = "month",
            From = month,
            Today = Today,
            Parties = [],
            States = [],
            Meetings = meetings,
            Weeks = [.. Enumerable.Range(0, weeks).Select(week => new CalendarWeek([.. Enumerable.Range(0, 7).Select(day => Day(first.AddDays(week * 7 + day), month, meetings))]))],
        };
    }

    // What may be on any day of a month or a season stands below the days, not on each of them.
    private static CalendarDay Day(DateOnly day, DateOnly month, ImmutableArray<MeetingLine> meetings) =>
        new(day, day.Month == month.Month, [.. meetings.Where(meeting => IsOnDays(meeting) && meeting.From <= day && day <= meeting.To)]);

    /// <summary>Whether a meeting is set for few enough days to stand on each.</summary>
    internal static bool IsOnDays(MeetingLine meeting) => meeting is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber < LongestOnDays;

    private ImmutableArray<MeetingLine> Lines(MeetingQuery query) => [.. archive.Meetings.Read(query).Select(meeting => MeetingLine.Of(meeting, knowledge))];
}
