using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readout.Desk.Hosting;
using Readout.Desk.Relation;

namespace Readout.Desk.Tests.Relation;

/// <summary>What the desk shows of Norway and Chile in the spring of 1987.</summary>
[Collection(DeskCollection.Name)]
public sealed class RelationModelTests(DeskFixture desk)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RelationModels Models => desk.Services.GetRequiredService<RelationModels>();

    private RelationModel Read(string query = "") => Models.Read(Models.Sides("NOR", "CHL"), Ask(query));

    private static RelationAsk Ask(string query) => RelationAsk.Of(new DefaultHttpContext { Request = { QueryString = new QueryString(query) } }.Request.Query);

    [Fact]
    public void The_sides_stand_in_the_order_asked_for_and_who_acts_goes_with_them()
    {
        RelationModel one = Read();
        RelationModel other = Models.Read(Models.Sides("CHL", "NOR"), Ask(""));
        Assert.Equal(("Norway", "Chile"), (one.First.Name, one.Second.Name));
        Assert.Equal(one.Points.Select(point => (point.Acts.First, point.Acts.Second)), other.Points.Select(point => (point.Acts.Second, point.Acts.First)));
        Assert.Contains(one.Points, point => point.Acts.First != point.Acts.Second);
    }

    [Theory]
    [InlineData("Norway", "Chile")]
    [InlineData("nor", "chl")]
    [InlineData("Oslo", "Santiago")]
    public void Sides_are_known_by_name_too(string one, string other) => Assert.Equal("/relation/NOR/CHL", Models.Sides(one, other).Address);

    [Fact]
    public void The_steps_follow_one_another_and_count_every_happening_once()
    {
        RelationModel model = Read("?by=week");
        Assert.Equal(model.Happenings, model.Points.Sum(point => point.Happenings));
        Assert.All(model.Points.Zip(model.Points.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
        Assert.Contains(model.Points, point => point.State == "quiet");
    }

    [Fact]
    public void Both_accounts_of_the_call_stand_side_by_side()
    {
        BothAccounts call = Assert.Single(Read().Accounts, both => both.Contact.Event.Mode == "phone");
        Assert.True(call.Contact.FirstTells && call.Contact.SecondTells);
        Assert.Contains(call.First.Quotes, quote => quote.Speaker?.Name == "Gro Harlem Brundtland" && quote.Text.Contains("embargo will stay", StringComparison.Ordinal));
        Assert.Contains(call.Second.Quotes, quote => quote.Speaker?.Name == "Augusto Pinochet" && quote.Text.Contains("was calm", StringComparison.Ordinal));
        Assert.DoesNotContain(call.First.Quotes, quote => quote.Speaker?.Code == "CHL");
        Assert.All(call.First.Quotes.Concat(call.Second.Quotes), quote => Assert.All(quote.Content, span => Assert.InRange(span.End, span.Start + 1, quote.Text.Length)));
    }

    [Fact]
    public void A_contact_that_is_asked_for_is_shown_alone()
    {
        ContactLine line = Read().Tellings[^1];
        BothAccounts shown = Assert.Single(Read($"?contact={line.Happening}").Accounts);
        Assert.Equal(line.Happening, shown.Contact.Happening);
    }

    [Fact]
    public void What_was_refused_and_threatened_is_told_and_what_came_about_is_not_open()
    {
        RelationMatters matters = Read().Matters;
        Assert.Contains(matters.Refused, line => line.Sentence.StartsWith("Chile rejected the Norwegian demand", StringComparison.Ordinal));
        Assert.Contains(matters.Threatened, line => line.Sentence.StartsWith("Norway threatened to impose sanctions", StringComparison.Ordinal));
        Assert.DoesNotContain(matters.Open, line => line.Type == "THREATEN" && line.Action == "SANCTION");
    }

    [Fact]
    public void Meetings_ahead_are_those_after_today()
    {
        RelationModel model = Read();
        Assert.All(model.Meetings, meeting => Assert.True(meeting.To >= model.AsOf));
        Assert.Contains(model.Meetings, meeting => meeting.From == new DateOnly(1987, 6, 16));
    }

    [Fact]
    public void Days_are_cut_to_those_asked_for()
    {
        RelationModel model = Read("?from=1987-04-01&to=1987-04-30&by=day");
        Assert.Equal(("day", 30), (model.By, model.Points.Length));
        Assert.All(model.Notable, one => Assert.Equal(4, one.Event.Day!.Value.Month));
    }

    [Fact]
    public void However_far_the_days_reach_the_steps_stay_few() => Assert.InRange(Read("?from=0001-01-01&to=9999-12-31&by=day").Points.Length, 1, 820);

    [Fact]
    public void The_table_has_the_newest_steps_first_and_all_where_they_are_asked_for()
    {
        const string days = "?from=1986-06-01&to=1987-06-30&by=day";
        RelationModel model = Read(days);
        string[] rows = RelationTable.Rows(model).Value.Split("<tr>", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(RelationTable.MostAtFirst, rows.Length);
        Assert.StartsWith($"<th scope=\"row\">{model.Points[^1].Period}</th>", rows[^1], StringComparison.Ordinal);
        Assert.Equal(model.Points.Length - rows.Length, RelationTable.LeftOut(model));
        Assert.EndsWith("&table=all", model.Range!.WithAllRows, StringComparison.Ordinal);
        RelationModel all = Read(days + "&table=all");
        Assert.Equal(all.Points.Length, RelationTable.Rows(all).Value.Split("<tr>", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("?table=some")]
    [InlineData("?from=yesterday")]
    [InlineData("?from=1987-05-01&to=1987-04-01")]
    [InlineData("?by=decade")]
    [InlineData("?contact=-1")]
    [InlineData("?contact=none")]
    public void What_cannot_be_understood_is_said(string query) => Assert.Equal(400, Assert.Throws<DeskFaultException>(() => Ask(query)).Status);

    [Theory]
    [InlineData("/relation/NOR/Ruritania", HttpStatusCode.NotFound)]
    [InlineData("/relation/NOR/Oslo", HttpStatusCode.BadRequest)]
    [InlineData("/relation/norway/chile?by=week", HttpStatusCode.Redirect)]
    [InlineData("/relation/NOR/CHL?from=32", HttpStatusCode.BadRequest)]
    [InlineData("/relation/NOR/JPN", HttpStatusCode.OK)]
    [InlineData("/relation/NOR/JPN/embed", HttpStatusCode.OK)]
    [InlineData("/relation/NOR/JPN/series.csv", HttpStatusCode.NotFound)]
    [InlineData("/relation/NOR/CHL?from=1999-01-01", HttpStatusCode.OK)]
    [InlineData("/relation?a=Norway&b=Chile", HttpStatusCode.Redirect)]
    [InlineData("/relation", HttpStatusCode.Redirect)]
    [InlineData("/api/relations", HttpStatusCode.OK)]
    [InlineData("/api/relations/NOR/Ruritania", HttpStatusCode.NotFound)]
    [InlineData("/api/relations/NOR/CHL?by=x", HttpStatusCode.BadRequest)]
    public async Task Every_address_is_answered(string path, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_api_gives_what_the_page_shows()
    {
        using HttpClient client = desk.Client();
        using JsonDocument json = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/relations/NOR/CHL?by=week", UriKind.Relative), Cancellation));
        RelationModel model = Read("?by=week");
        Assert.Equal("NOR", json.RootElement.GetProperty("first").GetProperty("code").GetString());
        Assert.Equal(model.Happenings, json.RootElement.GetProperty("happenings").GetInt32());
        Assert.Equal(model.Points.Length, json.RootElement.GetProperty("points").GetArrayLength());
        Assert.Equal(JsonValueKind.Number, json.RootElement.GetProperty("points")[0].GetProperty("quads").GetProperty("verbal-cooperation").ValueKind);
    }

    [Fact]
    public async Task The_series_and_the_chart_can_be_taken_along()
    {
        using HttpClient client = desk.Client();
        string csv = await client.GetStringAsync(new Uri("/relation/NOR/CHL/series.csv?by=week", UriKind.Relative), Cancellation);
        Assert.Equal(Read("?by=week").Points.Length + 1, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        string svg = await client.GetStringAsync(new Uri("/relation/NOR/CHL/chart.svg", UriKind.Relative), Cancellation);
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_sites_may_frame_the_embedded_chart_and_no_other_page()
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage embed = await client.GetAsync(new Uri("/relation/NOR/CHL/embed", UriKind.Relative), Cancellation);
        Assert.EndsWith("frame-ancestors *", Assert.Single(embed.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(embed.Headers.Contains("X-Frame-Options"));
        using HttpResponseMessage page = await client.GetAsync(new Uri("/relation/NOR/CHL", UriKind.Relative), Cancellation);
        Assert.EndsWith("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_relations_that_moved_are_known_by_name()
    {
        RelationsModel model = desk.Services.GetRequiredService<RelationsModels>().Read();
        MoveLine moved = Assert.Single(model.Moves, move => move.Sides.Pair.ToString() == "CHL-NOR");
        Assert.Equal(("Chile", "Norway"), (moved.Sides.First.Name, moved.Sides.Second.Name));
        Assert.Contains(moved.Direction, (string[])["warmer", "colder", "busier", "quieter", "level"]);
    }
}
