using Readout.Archive.Identity;

namespace Readout.Archive.Tests.Identity;

public class PublisherStateTests
{
    [Theory]
    [InlineData("www.gazette.no", "NOR")]
    [InlineData("office.gov.UK", "GBR")]
    [InlineData("department.gov", "USA")]
    [InlineData("gazette.example", null)]
    [InlineData("gazette.com", null)]
    [InlineData("The Gazette of St. No", null)]
    [InlineData("no", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_domain_tells_the_state(string? host, string? code) => Assert.Equal(code, PublisherState.OfHost(host));
}
