using System.Net;
using System.Net.Http.Json;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive.Watches;
using Readout.Desk.Security;
using Readout.Desk.Watches;

namespace Readout.Desk.Tests.Watches;

/// <summary>What is served of watches to programs.</summary>
[Collection(WatchesCollection.Name)]
public sealed class WatchEndpointTests(WatchesFixture desk)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_feed_and_the_calendar_open_with_their_key_alone()
    {
        Watch watch = Watch("Feed");
        await desk.RunWatch(watch);
        using HttpClient client = desk.Client();
        string atom = await client.GetStringAsync(Relative($"/watches/{watch.Id}/atom?key={watch.FeedKey}"), Cancellation);
        using XmlReader xml = XmlReader.Create(new StringReader(atom));
        SyndicationFeed feed = SyndicationFeed.Load(xml);
        Assert.Equal("Feed", feed.Title.Text);
        Assert.StartsWith($"https://desk.example/watches/{watch.Id}/briefs/", Assert.Single(feed.Items).Links[0].Uri.AbsoluteUri, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR", await client.GetStringAsync(Relative($"/watches/{watch.Id}/calendar.ics?key={watch.FeedKey}"), Cancellation), StringComparison.Ordinal);
        foreach (string path in (string[])[$"/watches/{watch.Id}/atom", $"/watches/{watch.Id}/atom?key=0", $"/watches/{watch.Id}/calendar.ics?key=", "/watches/99999/atom?key=0", "/watches/leave/0"])
        {
            using HttpResponseMessage refused = await client.GetAsync(Relative(path), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        new WatchStore(desk.Archive).Remove(watch.Id);
    }

    [Fact]
    public async Task The_api_shows_what_the_pages_show()
    {
        Watch watch = Watch("Api");
        await desk.RunWatch(watch);
        using HttpClient client = desk.Client();
        using JsonDocument all = JsonDocument.Parse(await client.GetStringAsync(Relative("/api/watches"), Cancellation));
        Assert.Contains(all.RootElement.GetProperty("watches").EnumerateArray(), one => one.GetProperty("id").GetInt64() == watch.Id && one.GetProperty("asked").GetString() == "Chile and Norway");
        using JsonDocument one = JsonDocument.Parse(await client.GetStringAsync(Relative($"/api/watches/{watch.Id}"), Cancellation));
        long brief = one.RootElement.GetProperty("briefs")[0].GetProperty("id").GetInt64();
        using JsonDocument content = JsonDocument.Parse(await client.GetStringAsync(Relative($"/api/watches/{watch.Id}/briefs/{brief}"), Cancellation));
        Assert.Equal("Api", content.RootElement.GetProperty("brief").GetProperty("name").GetString());
        using JsonDocument look = JsonDocument.Parse(await client.GetStringAsync(Relative($"/api/watches/{watch.Id}/preview?from=1987-03-01&to=1987-03-31"), Cancellation));
        JsonElement line = look.RootElement.GetProperty("brief").GetProperty("happened")[0].GetProperty("lines")[0];
        JsonElement source = line.GetProperty("source");
        Assert.NotEmpty(source.GetProperty("sentence").GetString()!);
        Assert.True(source.GetProperty("markEnd").GetInt32() > source.GetProperty("markStart").GetInt32());
        new WatchStore(desk.Archive).Remove(watch.Id);
    }

    [Theory]
    [InlineData("/watches/99999", HttpStatusCode.NotFound)]
    [InlineData("/watches/99999/briefs/1", HttpStatusCode.NotFound)]
    [InlineData("/watches/99999/edit", HttpStatusCode.NotFound)]
    [InlineData("/api/watches/99999", HttpStatusCode.NotFound)]
    [InlineData("/api/watches/99999/briefs/1", HttpStatusCode.NotFound)]
    [InlineData("/watches/x", HttpStatusCode.NotFound)]
    [InlineData("/watches/99999999999999999999", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_said_plainly(string path, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(Relative(path), Cancellation);
        Assert.Equal(status, response.StatusCode);
        Assert.DoesNotContain("   at ", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_questions_are_told_and_change_nothing()
    {
        Watch watch = Watch("Broken");
        using HttpClient client = desk.Client();
        foreach (string path in (string[])[$"/watches/{watch.Id}?cursor=x", $"/watches/{watch.Id}/preview?from=yesterday", $"/watches/{watch.Id}/preview?from=1987-04-01&to=1987-03-01"])
        {
            using HttpResponseMessage response = await client.GetAsync(Relative(path), Cancellation);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        using FormUrlEncodedContent form = new([KeyValuePair.Create("name", "Forged"), KeyValuePair.Create("relation", "NOR-CHL")]);
        foreach (string path in (string[])["/watches", $"/watches/{watch.Id}", $"/watches/{watch.Id}/delete", $"/watches/{watch.Id}/run", $"/watches/{watch.Id}/subscribers"])
        {
            using HttpResponseMessage forged = await client.PostAsync(Relative(path), form, Cancellation);
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        }

        using HttpResponseMessage json = await client.PostAsJsonAsync(Relative("/api/watches"), new { name = "Forged" }, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
        Assert.DoesNotContain(new WatchStore(desk.Archive).All(), one => one.Name == "Forged");
        Assert.Equal("Broken", new WatchStore(desk.Archive).Find(watch.Id)!.Name);
        new WatchStore(desk.Archive).Remove(watch.Id);
    }

    [Fact]
    public void A_reader_changes_watches_of_ones_own_and_an_editor_all()
    {
        Watch watch = Watch("Own");
        Assert.True(WatchModels.MayChange(watch, new DeskReader("local", DeskRole.Reader)));
        Assert.False(WatchModels.MayChange(watch, new DeskReader("bo", DeskRole.Reader)));
        Assert.True(WatchModels.MayChange(watch, new DeskReader("bo", DeskRole.Editor)));
        Assert.False(WatchModels.MayChange(watch, new DeskReader("local", DeskRole.None)));
        new MailStore(desk.Archive).Subscribe(watch.Id, "anna@example.org", desk.Time.GetUtcNow());
        Assert.Empty(desk.Model(watch, new DeskReader("local", DeskRole.Reader)).Subscribers);
        Assert.Single(desk.Model(watch, DeskReader.Local).Subscribers);
        new WatchStore(desk.Archive).Remove(watch.Id);
    }

    private Watch Watch(string name) => new WatchStore(desk.Archive).Add(
        new WatchDraft(name, new WatchQuestion { Relations = [RelationPair.Of("CHL", "NOR")] }, new WatchRhythm(WatchPace.Daily)), "local", desk.Time.GetUtcNow());

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
