using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Readout.Coding.Record;
using Calendar = Ical.Net.Calendar;
using CalendarStatus = Ical.Net.EventStatus;

namespace Readout.Archive.Exports.Calendars;

/// <summary>
/// Planned meetings as an iCalendar (RFC 5545): whole days, a UID that stays, a SEQUENCE that rises with every change. A
/// meeting without any day has no place in a calendar and is left out.
/// </summary>
internal static class MeetingCalendar
{
    private const string Product = "-//Readout//Meetings//EN";

    /// <summary>The calendar as UTF-8 with lines ended and folded as RFC 5545 asks.</summary>
    /// <param name="meetings">The meetings; they are put in order of their days, then of their UIDs.</param>
    /// <param name="written">How many stand in it.</param>
    /// <param name="undated">How many were left out.</param>
    public static byte[] Write(IEnumerable<CalendarMeeting> meetings, out int written, out int undated)
    {
        ImmutableArray<CalendarMeeting> all = [.. meetings];
        Calendar calendar = new() { ProductId = Product, Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", "Meetings in the news");
        IEnumerable<CalendarMeeting> dated = all.Where(meeting => (meeting.From ?? meeting.To) is not null)
            .OrderBy(meeting => meeting.From ?? meeting.To).ThenBy(meeting => meeting.Uid, StringComparer.Ordinal);
        foreach (CalendarMeeting meeting in dated) calendar.Events.Add(Event(meeting));
        written = calendar.Events.Count;
        undated = all.Length - written;
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent Event(CalendarMeeting meeting)
    {
        DateOnly first = (meeting.From ?? meeting.To)!.Value;
        DateOnly last = meeting.To is { } to && to > first ? to : first;
        CalendarEvent entry = new()
        {
            Uid = meeting.Uid,
            Sequence = meeting.Sequence,
            Status = Status(meeting.State),
            Summary = Summary(meeting),
            Description = Description(meeting),
            Start = Day(first),
            End = Day(last.AddDays(1)),
            DtStamp = new CalDateTime(meeting.Told.Year, meeting.Told.Month, meeting.Told.Day, 0, 0, 0, CalDateTime.UtcTzId),
            Transparency = TransparencyType.Transparent,
        };
        if (meeting.Place is { } place) entry.Location = place;
        if (meeting is { Latitude: { } latitude, Longitude: { } longitude }) entry.GeographicLocation = new GeographicLocation(latitude, longitude);
        if (meeting.Articles.Select(Address).LastOrDefault(address => address is not null) is { } newest) entry.Url = newest;
        entry.Categories.Add(meeting.State.Spelt());
        return entry;
    }

    // An identity such as sha256:… has the form of an address and is none.
    private static Uri? Address(string article) =>
        Uri.TryCreate(article, UriKind.Absolute, out Uri? address) && (address.Scheme is "http" or "https") ? address : null;

    private static CalDateTime Day(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>RFC 5545's three states: a meeting is tentative until both sides have confirmed it or it is held.</summary>
    public static string Status(MeetingState state) => state switch
    {
        MeetingState.Confirmed or MeetingState.Held => CalendarStatus.Confirmed,
        MeetingState.Refused or MeetingState.Cancelled => CalendarStatus.Cancelled,
        _ => CalendarStatus.Tentative,
    };

    private static string Summary(CalendarMeeting meeting)
    {
        string who = meeting.Parties.IsEmpty ? "Meeting" : string.Join(", ", meeting.Parties);
        return meeting.Place is null ? $"{who} ({meeting.State.Spelt()})" : $"{who}, {meeting.Place} ({meeting.State.Spelt()})";
    }

    private static string Description(CalendarMeeting meeting)
    {
        StringBuilder lines = new();
        lines.Append("State: ").Append(meeting.State.Spelt());
        if (meeting.Level is { } level) lines.Append("\nLevel: ").Append(level);
        if (meeting.From is null) lines.Append("\nThe first day is open");
        if (meeting.To is null) lines.Append("\nThe last day is open");
        if (!meeting.Absent.IsEmpty) lines.Append("\nSaid to stay away: ").AppendJoin(", ", meeting.Absent);
        lines.Append("\nLast told ").Append(meeting.Told.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (string article in meeting.Articles) lines.Append('\n').Append(article);
        return lines.ToString();
    }
}
