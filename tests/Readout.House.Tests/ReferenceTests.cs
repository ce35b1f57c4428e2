using System.Reflection;
using System.Xml.Linq;
using Readout.Tests;

namespace Readout.House.Tests;

/// <summary>References run along the arrows, in the project files and in the assemblies that were built.</summary>
public class ReferenceTests
{
    public static TheoryData<string> Projects() =>
        [.. Directory.GetFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_file_names_only_what_lies_along_the_arrows(string project)
    {
        IReadOnlyCollection<string>? allowed = Arrows.DirectlyFrom(project);
        Assert.True(allowed is not null, $"{project} has no place in the house: give it one in Arrows.cs and in the design.");
        foreach (string reference in Named(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)))
        {
            Assert.True(allowed.Contains(reference), $"{project} must not reference {reference}.");
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_built_assembly_uses_only_what_lies_along_the_arrows(string project)
    {
        SortedSet<string> allowed = Arrows.ReachableFrom(project);
        foreach (AssemblyName reference in Assembly.LoadFrom(BuiltFile(project)).GetReferencedAssemblies())
        {
            bool own = reference.Name!.StartsWith("Readout.", StringComparison.Ordinal);
            Assert.True(!own || allowed.Contains(reference.Name), $"{project} must not use {reference.Name}.");
        }
    }

    [Fact]
    public void The_language_layer_references_nothing_but_the_base_library()
    {
        Assert.Empty(Named("Readout.Text", "PackageReference"));
        foreach (AssemblyName reference in Assembly.LoadFrom(BuiltFile("Readout.Text")).GetReferencedAssemblies())
        {
            Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_arrows_run_in_no_circle()
    {
        foreach (string project in Projects().Select(row => row.Data)) Assert.DoesNotContain(project, Arrows.ReachableFrom(project));
    }

    private static IEnumerable<string> Named(string project, string kind) =>
        XDocument.Load(Repository.Path("src", project, project + ".csproj")).Descendants(kind).Select(element => element.Attribute("Include")!.Value);

    private static string BuiltFile(string project)
    {
        string name = XDocument.Load(Repository.Path("src", project, project + ".csproj")).Descendants("AssemblyName").FirstOrDefault()?.Value ?? project;
        return Path.Combine(AppContext.BaseDirectory, name + ".dll");
    }
}
