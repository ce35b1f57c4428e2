using System.CommandLine;
using System.Text.Json;
using Readout.Tests;

namespace Readout.Cli.Tests.Packaging;

/// <summary>The container and the unit start the program by options that it has, and give it no rights.</summary>
public sealed class PackagingTests
{
    private static readonly string[] s_unit = File.ReadAllLines(Repository.Path("packaging", "systemd", "readout-desk.service"));
    private static readonly string[] s_container = File.ReadAllLines(Repository.Path("packaging", "container", "Containerfile"));

    [Fact]
    public void The_unit_starts_the_desk_by_options_that_it_has()
    {
        string[] words = Assert.Single(s_unit, line => line.StartsWith("ExecStart=", StringComparison.Ordinal)).Split(' ');
        Assert.Equal("ExecStart=/opt/readout/readout", words[0]);
        Assert.Empty(Parse(words[1..]).Errors);
    }

    [Fact]
    public void The_container_starts_the_desk_by_options_that_it_has()
    {
        string line = Assert.Single(s_container, line => line.StartsWith("CMD ", StringComparison.Ordinal));
        Assert.Empty(Parse(JsonSerializer.Deserialize<string[]>(line["CMD ".Length..])!).Errors);
    }

    [Fact]
    public void The_container_runs_without_rights_and_tells_its_health()
    {
        Assert.Single(s_container, "USER 1654:1654");
        Assert.True(s_container.Count(line => line.StartsWith("FROM ", StringComparison.Ordinal)) > 1);
        string check = Assert.Single(s_container, line => line.Contains("/health/ready", StringComparison.Ordinal));
        string[] command = JsonSerializer.Deserialize<string[]>(check[(check.IndexOf("CMD ", StringComparison.Ordinal) + 4)..])!;
        Assert.Equal(["bash", "-c"], command[..2]);
    }

    [Theory]
    [InlineData("NoNewPrivileges=yes")]
    [InlineData("ProtectSystem=strict")]
    [InlineData("ProtectHome=yes")]
    [InlineData("PrivateTmp=yes")]
    [InlineData("PrivateDevices=yes")]
    [InlineData("CapabilityBoundingSet=")]
    [InlineData("DynamicUser=yes")]
    [InlineData("SystemCallFilter=@system-service")]
    [InlineData("RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX")]
    public void The_unit_is_hardened(string line) => Assert.Single(s_unit, line);

    private static ParseResult Parse(string[] words) => Program.Commands(new Terminal(Stream.Null, Stream.Null, TextWriter.Null)).Parse(words);
}
