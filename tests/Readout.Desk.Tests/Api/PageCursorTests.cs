using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Readout.Desk.Api;
using Readout.Desk.Hosting;

namespace Readout.Desk.Tests.Api;

/// <summary>Cursors go on where they came from and nowhere else.</summary>
[Collection(DeskCollection.Name)]
public sealed class PageCursorTests(DeskFixture desk)
{
    private PageCursors Cursors => desk.Services.GetRequiredService<PageCursors>();

    [Fact]
    public void A_cursor_tells_the_place_that_it_was_made_of() =>
        Gen.Long.Array[1, 8].Sample(place =>
        {
            string cursor = Cursors.Write("events", Query(("type", "CONSULT")), place);
            Assert.Equal(place, Cursors.Read("events", Query(("type", "CONSULT"), ("cursor", cursor)), place.Length)!.Value);
        }, iter: 200);

    [Fact]
    public void Without_one_a_list_begins_at_the_beginning()
    {
        Assert.Null(Cursors.Read("events", Query()));
        Assert.Null(Cursors.Read("events", Query(("cursor", " "))));
    }

    [Fact]
    public void The_limit_may_change_from_page_to_page()
    {
        string cursor = Cursors.Write("events", Query(("limit", "10")), 7);
        Assert.Equal(7, Cursors.Read("events", Query(("limit", "50"), ("cursor", cursor)))!.Value[0]);
    }

    [Theory]
    [InlineData("meetings", "CONSULT")]
    [InlineData("events", "ASSAULT")]
    public void A_cursor_of_another_list_or_other_conditions_is_refused(string list, string type)
    {
        string cursor = Cursors.Write("events", Query(("type", "CONSULT")), 7);
        DeskFaultException fault = Assert.Throws<DeskFaultException>(() => Cursors.Read(list, Query(("type", type), ("cursor", cursor))));
        Assert.Equal(400, fault.Status);
        Assert.Contains("Begin again without it", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cursor_that_was_changed_is_refused()
    {
        string cursor = Cursors.Write("events", Query(), 7);
        for (int i = 0; i < cursor.Length; i++)
        {
            char other = cursor[i] == 'A' ? 'Q' : 'A';
            string changed = cursor[..i] + other + cursor[(i + 1)..];
            Assert.Throws<DeskFaultException>(() => Cursors.Read("events", Query(("cursor", changed))));
        }
    }

    [Fact]
    public void Whatever_is_no_cursor_is_refused() =>
        Gen.String.Where(text => !string.IsNullOrWhiteSpace(text)).Sample(text => Assert.Throws<DeskFaultException>(() => Cursors.Read("events", Query(("cursor", text)))), iter: 500);

    private static QueryCollection Query(params (string Name, string Value)[] values) =>
        new(values.ToDictionary(pair => pair.Name, pair => new StringValues(pair.Value), StringComparer.Ordinal));
}
