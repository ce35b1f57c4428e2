using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Readout.Desk.Api;
using Readout.Desk.Hosting;

namespace Readout.Desk.Tests.Api;

/// <summary>What a query is held to.</summary>
public sealed class ApiParameterTests
{
    private static readonly ApiOperation s_events = new("events", "Events", "Events")
    {
        Parameters =
        [
            ApiParameter.PathNumber("id", "Number.", 1), ApiParameter.Day("from", "First day."), ApiParameter.Choose("type", "Types.", "CONSULT", "ASSAULT"),
            ApiParameter.Choice("order", "Order.", "newest", "oldest"), ApiParameter.Texts("actor", "Who."), ApiParameter.Limit(), ApiParameter.Cursor,
        ],
    };

    [Theory]
    [InlineData("from", "1987-05-31")]
    [InlineData("from", "")]
    [InlineData("type", "CONSULT,ASSAULT")]
    [InlineData("actor", "NOR,CHL")]
    [InlineData("order", "oldest")]
    [InlineData("limit", "200")]
    public void What_is_declared_is_taken(string name, string values) => s_events.Check(Query(name, values));

    [Theory]
    [InlineData("form", "1987-05-31", "There is no parameter 'form': this address takes from, type, order, actor, limit, cursor.")]
    [InlineData("id", "2", "There is no parameter 'id'")]
    [InlineData("from", "31 May", "from='31 May' is no day; write it as 2010-05-31.")]
    [InlineData("from", "1987-02-30", "is no day")]
    [InlineData("from", "1987-01-01,1987-01-02", "from is given 2 times; give it once.")]
    [InlineData("type", "consult", "type='consult' is none of CONSULT, ASSAULT.")]
    [InlineData("order", "random", "is none of newest, oldest")]
    [InlineData("limit", "0", "limit='0' is no whole number from 1 to 200.")]
    [InlineData("limit", "99999999999999999999", "is no whole number")]
    [InlineData("limit", "ten", "is no whole number")]
    public void What_is_not_is_refused_with_what_may_be(string name, string values, string detail)
    {
        DeskFaultException fault = Assert.Throws<DeskFaultException>(() => s_events.Check(Query(name, values)));
        Assert.Equal(400, fault.Status);
        Assert.Contains(detail, fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_long_or_too_much_is_refused()
    {
        Assert.Throws<DeskFaultException>(() => s_events.Check(Query("actor", new string('x', 501))));
        Assert.Throws<DeskFaultException>(() => s_events.Check(Query("actor", string.Join(',', Enumerable.Repeat("NOR", 41)))));
        Assert.Throws<DeskFaultException>(() => s_events.Check(Query("actor", "NO\0R")));
    }

    private static QueryCollection Query(string name, string values) => new(new Dictionary<string, StringValues> { [name] = new StringValues(values.Split(',')) });
}
