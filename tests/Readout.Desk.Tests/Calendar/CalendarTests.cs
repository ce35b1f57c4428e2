using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Readout.Desk.Calendar;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Calendar;

[Collection(DeskCollection.Name)]
public sealed class CalendarTests(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CalendarModels Calendar => desk.Services.GetRequiredService<CalendarModels>();

    private static IQueryCollection Query(string text) => new DefaultHttpContext { Request = { QueryString = new QueryString(text) } }.Request.Query;

    [Fact]
    public void A_month_has_whole_weeks_and_its_meetings_on_their_days()
    {
        CalendarModel june = Calendar.Read(Query("?month=1987-06"));
        Assert.All(june.Weeks, week => Assert.Equal(7, week.Days.Length));
        Assert.Equal(DayOfWeek.Monday, june.Weeks[0].Days[0].Day.DayOfWeek);
        Assert.Equal(30, june.Weeks.SelectMany(week => week.Days).Count(day => day.IsOfMonth));
        CalendarDay day = june.Weeks.SelectMany(week => week.Days).Single(one => one.Day == new DateOnly(1987, 6, 16));
        Assert.Contains(day.Meetings, meeting => meeting.Parties.Any(party => party.Code == "NOR"));
    }

    [Fact]
    public void Meetings_are_chosen_by_who_takes_part_and_by_state()
    {
        CalendarModel list = Calendar.Read(Query("?view=list&from=1987-01-01&party=PER&party=ECU"));
        Assert.NotEmpty(list.Meetings);
        Assert.All(list.Meetings, meeting => Assert.Superset(new HashSet<string?> { "PER", "ECU" }, meeting.Parties.Select(party => party.Code).ToHashSet()));
        Assert.All(Calendar.Read(Query("?view=list&from=1987-01-01&state=planned")).Meetings, meeting => Assert.Equal("planned", meeting.State));
    }

    [Fact]
    public async Task The_calendar_can_be_subscribed_to()
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri("/calendar.ics", UriKind.Relative), Cancellation);
        Assert.Equal("text/calendar", response.Content.Headers.ContentType!.MediaType);
        string file = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("BEGIN:VEVENT", file, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:", file, StringComparison.Ordinal);
        Assert.Equal(file, await client.GetStringAsync(new Uri("/calendar.ics", UriKind.Relative), Cancellation));
        string other = await client.GetStringAsync(new Uri("/calendar.ics?party=PER", UriKind.Relative), Cancellation);
        Assert.InRange(other.Split("BEGIN:VEVENT").Length, 2, file.Split("BEGIN:VEVENT").Length - 1);
    }

    [Fact]
    public async Task Axe_finds_nothing_and_it_fits_a_phone()
    {
        await NothingForAxe("/calendar?month=1987-06");
        await FitsAPhone("/calendar?month=1987-06");
        await NothingForAxe(await Open("/calendar?view=list&from=1987-01-01"));
    }

    [Fact]
    public async Task From_month_to_month_to_a_meeting()
    {
        IPage page = await Open("/calendar");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("June 1987");
        await Assertions.Expect(page.Locator("td.today .date")).ToContainTextAsync("1");
        await page.Locator("a[rel=prev]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("May 1987");
        await Assertions.Expect(page.Locator(".lines .state").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("held|planned|postponed|proposed|confirmed|cancelled|refused"));
    }

    [Theory]
    [InlineData("/calendar?month=1987-13", HttpStatusCode.BadRequest)]
    [InlineData("/calendar?view=year", HttpStatusCode.BadRequest)]
    [InlineData("/calendar?state=dreamt", HttpStatusCode.BadRequest)]
    [InlineData("/calendar?party=%25", HttpStatusCode.BadRequest)]
    [InlineData("/calendar?view=list&cursor=elsewhere", HttpStatusCode.BadRequest)]
    [InlineData("/calendar?month=0002-01", HttpStatusCode.OK)]
    [InlineData("/api/meetings?from=1987-05-01&limit=1", HttpStatusCode.OK)]
    [InlineData("/api/meetings?state=dreamt", HttpStatusCode.BadRequest)]
    public async Task Every_address_is_answered(string path, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(status, response.StatusCode);
    }
}
