using System.IO.Compression;
using System.Xml.Linq;
using Readout.Tests;

namespace Readout.House.Tests;

/// <summary>The packages hold what a program needs, and the small program of <c>samples/Quickstart</c> builds and runs on them.</summary>
public sealed class PackageTests(Packages packages) : IClassFixture<Packages>
{
    [Theory]
    [InlineData("Readout.Text", "buildTransitive/Readout.Text.targets", "models/english.model")]
    [InlineData("Readout.Coding", "buildTransitive/Readout.Coding.targets", "knowledge/readout.pack")]
    [InlineData("Readout.Sources")]
    public void A_package_holds_the_library_its_documentation_and_what_it_reads(string id, params string[] more)
    {
        using ZipArchive package = ZipFile.OpenRead(packages.PathOf(id));
        HashSet<string> entries = [.. package.Entries.Select(entry => entry.FullName)];
        Assert.Superset(new HashSet<string>(["README.md", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", .. more]), entries);
        Assert.DoesNotContain(entries, entry => entry.EndsWith(".txt", StringComparison.Ordinal) && entry.StartsWith("content", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Readout.Text")]
    [InlineData("Readout.Coding", "Readout.Text")]
    [InlineData("Readout.Sources", "AngleSharp", "Markdig", "MimeKit", "Readout.Text", "System.Security.Cryptography.Pkcs", "System.ServiceModel.Syndication", "UTF.Unknown")]
    public void A_package_names_its_licence_and_what_it_stands_on(string id, params string[] needs)
    {
        using ZipArchive package = ZipFile.OpenRead(packages.PathOf(id));
        using Stream stream = package.GetEntry(id + ".nuspec")!.Open();
        XDocument specification = XDocument.Load(stream);
        Assert.Equal("Apache-2.0", Assert.Single(specification.Descendants(), element => element.Name.LocalName == "license").Value);
        Assert.NotEmpty(Assert.Single(specification.Descendants(), element => element.Name.LocalName == "description").Value);
        Assert.Equal(needs, specification.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_small_program_builds_and_runs_on_the_packages_alone()
    {
        string program = await packages.BuildAsync(Repository.Path("samples", "Quickstart"));
        string printed = (await Tool.RunAsync("dotnet", packages.Folder, program, Repository.Path("samples", "news", "fishing-talks.txt"))).Done();
        Assert.Contains("Consult spoke\n", printed, StringComparison.Ordinal);
        Assert.True(printed.Split('\n').Length > 3, printed);
    }

    [Fact]
    public void The_small_program_is_the_one_that_the_readme_shows()
    {
        string program = File.ReadAllText(Repository.Path("samples", "Quickstart", "Program.cs"));
        string body = program[program.IndexOf("using Reader", StringComparison.Ordinal)..];
        Assert.Contains($"```csharp\n{body}```\n", File.ReadAllText(Repository.Path("README.md")), StringComparison.Ordinal);
    }
}
