using System.Text;
using Ical.Net.CalendarComponents;
using Readout.Archive.Exports.Calendars;
using Readout.Coding.Record;
using Calendar = Ical.Net.Calendar;

namespace Readout.Archive.Tests.Exports;

/// <summary>Holds the calendar of meetings to RFC 5545, with a parser of its own here and with a library's.</summary>
public sealed class CalendarTests
{
    private static readonly CalendarMeeting Summit = new()
    {
        Uid = "5f2a@readout",
        Sequence = 2,
        State = MeetingState.Confirmed,
        From = new DateOnly(2019, 3, 11),
        To = new DateOnly(2019, 3, 12),
        Parties = ["Norway", "Chile; the President, and others with a very long name that no single line of a calendar can hold"],
        Absent = ["United Nations"],
        Place = "Valparaíso",
        Latitude = -33,
        Longitude = -71.6,
        Level = "minister",
        Told = new DateOnly(2019, 3, 6),
        Articles = ["a6", "https://news.example/a7", "sha256:00ff"],
    };

    [Fact]
    public void Lines_are_those_of_the_standard()
    {
        List<(string Name, string Parameters, string Value)> lines = Lines(Write(Summit));
        Assert.Equal("VCALENDAR", Value(lines, "BEGIN"));
        Assert.Equal("2.0", Value(lines, "VERSION"));
        Assert.Equal("5f2a@readout", Value(lines, "UID"));
        Assert.Equal("2", Value(lines, "SEQUENCE"));
        Assert.Equal("CONFIRMED", Value(lines, "STATUS"));
        Assert.Equal("20190306T000000Z", Value(lines, "DTSTAMP"));
        Assert.Contains(("DTSTART", "VALUE=DATE", "20190311"), lines);
        Assert.Contains(("DTEND", "VALUE=DATE", "20190313"), lines);
        Assert.Equal("Valparaíso", Value(lines, "LOCATION"));
        Assert.Equal("https://news.example/a7", Value(lines, "URL"));
        Assert.StartsWith(@"Norway\, Chile\; the President\, and others", Value(lines, "SUMMARY"), StringComparison.Ordinal);
        Assert.Contains(@"Said to stay away: United Nations\n", Value(lines, "DESCRIPTION"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_reads_it_back()
    {
        CalendarEvent read = Assert.Single(Calendar.Load(Encoding.UTF8.GetString(Write(Summit)))!.Events);
        Assert.Equal("5f2a@readout", read.Uid);
        Assert.Equal(2, read.Sequence);
        Assert.Equal(new DateOnly(2019, 3, 11), read.Start!.Date);
        Assert.Equal(new DateOnly(2019, 3, 13), read.End!.Date);
        Assert.Contains("Chile; the President, and others with a very long name that no single line of a calendar can hold", read.Summary, StringComparison.Ordinal);
        Assert.Equal(-71.6, read.GeographicLocation!.Longitude);
    }

    [Theory]
    [InlineData(MeetingState.Proposed, "TENTATIVE")]
    [InlineData(MeetingState.Planned, "TENTATIVE")]
    [InlineData(MeetingState.Postponed, "TENTATIVE")]
    [InlineData(MeetingState.Confirmed, "CONFIRMED")]
    [InlineData(MeetingState.Held, "CONFIRMED")]
    [InlineData(MeetingState.Refused, "CANCELLED")]
    [InlineData(MeetingState.Cancelled, "CANCELLED")]
    public void States_become_the_three_of_the_standard(MeetingState state, string status) =>
        Assert.Equal(status, Value(Lines(Write(Summit with { State = state })), "STATUS"));

    [Fact]
    public void Meetings_stand_in_order_and_undated_ones_are_left_out()
    {
        CalendarMeeting later = Summit with { Uid = "b", From = null, To = new DateOnly(2019, 4, 1) };
        CalendarMeeting same = Summit with { Uid = "0" };
        CalendarMeeting undated = Summit with { Uid = "c", From = null, To = null };
        byte[] calendar = MeetingCalendar.Write([later, undated, Summit, same], out int written, out int left);
        Assert.Equal((3, 1), (written, left));
        Assert.Equal(["0", "5f2a@readout", "b"], Lines(calendar).Where(line => line.Name == "UID").Select(line => line.Value));
        Assert.Equal(calendar, MeetingCalendar.Write([same, Summit, undated, later], out _, out _));
    }

    private static byte[] Write(CalendarMeeting meeting) => MeetingCalendar.Write([meeting], out _, out _);

    private static string Value(List<(string Name, string Parameters, string Value)> lines, string name) => lines.First(line => line.Name == name).Value;

    // RFC 5545, 3.1: lines of at most 75 octets ended by CR LF; a line that begins with a space goes on with the one before.
    private static List<(string Name, string Parameters, string Value)> Lines(byte[] calendar)
    {
        string text = Encoding.UTF8.GetString(calendar);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        string[] folded = text[..^2].Split("\r\n");
        Assert.All(folded, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain(folded, line => line.Contains('\n'));
        List<(string, string, string)> lines = [];
        foreach (string line in text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"))
        {
            string name = line[..line.IndexOfAny([':', ';'])];
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            lines.Add((name, line[name.Length..colon].TrimStart(';'), line[(colon + 1)..]));
        }

        return lines;
    }
}
