using Readout.Desk.Hosting;

namespace Readout.Desk.Tests.Hosting;

public class DeskAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5280", "127.0.0.1", 5280, true)]
    [InlineData("http://localhost:0", "localhost", 0, true)]
    [InlineData("http://[::1]:81/", "::1", 81, true)]
    [InlineData("http://*:80", "*", 80, false)]
    [InlineData("HTTP://0.0.0.0", "0.0.0.0", 80, false)]
    public void An_address_is_understood(string text, string host, int port, bool loopback)
    {
        DeskAddress address = DeskAddress.Parse(text);
        Assert.Equal((host, port, loopback), (address.Host, address.Port, address.IsLoopback));
    }

    [Theory]
    [InlineData("https://127.0.0.1:5280")]
    [InlineData("127.0.0.1:5280")]
    [InlineData("http://127.0.0.1:port")]
    [InlineData("http://127.0.0.1:70000")]
    [InlineData("http://example.org:80")]
    [InlineData("")]
    public void What_is_none_is_refused_in_one_line(string text) =>
        Assert.DoesNotContain('\n', Assert.Throws<DeskUsageException>(() => DeskAddress.Parse(text)).Message);
}
