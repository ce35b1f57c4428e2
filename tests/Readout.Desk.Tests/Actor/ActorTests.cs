using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Readout.Desk.Actor;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Actor;

[Collection(DeskCollection.Name)]
public sealed class ActorTests(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ActorModel Read(string id) => desk.Services.GetRequiredService<ActorModels>().Find(id, new QueryCollection())!;

    [Fact]
    public void A_person_has_offices_contacts_and_quotes()
    {
        ActorModel brundtland = Read("person/gro-harlem-brundtland");
        Assert.Equal(("Gro Harlem Brundtland", "person"), (brundtland.Name, brundtland.Kind));
        Assert.Contains(brundtland.Offices, office => office.Title.Contains("Prime Minister", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(brundtland.Quotes, quote => quote.Text.Contains("embargo will stay", StringComparison.Ordinal));
        Assert.Contains(brundtland.Contacts, contact => contact.With.Name == "Augusto Pinochet");
        Assert.NotEmpty(brundtland.Events);
    }

    [Fact]
    public void A_state_has_relations_and_what_its_people_say()
    {
        ActorModel norway = Read("NOR");
        Assert.Equal(Read("state/NOR").Events.Select(line => line.Key), norway.Events.Select(line => line.Key));
        Assert.Equal("Norway", norway.Name);
        RelationSum chile = Assert.Single(norway.Relations, relation => relation.With.Code == "CHL");
        Assert.Equal("/relation/NOR/CHL", chile.Sides!.Address);
        Assert.InRange(chile.Cooperation, 1, chile.Count - 1);
        Assert.Contains(norway.Quotes, quote => quote.Speaker?.Code == "NOR");
    }

    [Fact]
    public async Task Events_go_on_page_by_page()
    {
        IPage page = await Open("/actor/NOR", scripts: false);
        string? first = await page.Locator(".event .type").First.GetAttributeAsync("href");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Next page" }).ClickAsync();
        Assert.NotEqual(first, await page.Locator(".event .type").First.GetAttributeAsync("href"));
    }

    [Fact]
    public async Task Axe_finds_nothing_and_it_fits_a_phone()
    {
        await NothingForAxe("/actor/NOR");
        await FitsAPhone("/actor/person/gro-harlem-brundtland");
        await NothingForAxe(await Open("/actor/person/gro-harlem-brundtland"));
    }

    [Theory]
    [InlineData("/actor/person/nobody-at-all", HttpStatusCode.NotFound)]
    [InlineData("/actor/", HttpStatusCode.NotFound)]
    [InlineData("/actor/NOR?cursor=elsewhere", HttpStatusCode.BadRequest)]
    [InlineData("/api/actors/NOR", HttpStatusCode.OK)]
    [InlineData("/api/actors/person/nobody-at-all", HttpStatusCode.NotFound)]
    public async Task Every_address_is_answered(string path, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(status, response.StatusCode);
    }
}
