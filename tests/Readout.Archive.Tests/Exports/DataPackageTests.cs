using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Readout.Archive.Exports;
using Readout.Archive.Exports.Layouts;
using Readout.Archive.Exports.Writers;

namespace Readout.Archive.Tests.Exports;

/// <summary>Holds the description beside the files to Frictionless Data Package 2.0 and to the files.</summary>
public sealed class DataPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Describes_each_file_of_the_folder_once()
    {
        Describe("Events 1.csv", "readout", TableFormat.Csv);
        Describe("gdelt.tsv", "gdelt", TableFormat.Csv);
        string path = Describe("Events 1.csv", "readout", TableFormat.Csv);
        Assert.Equal(Path.Combine(_folder, "datapackage.json"), path);
        JsonNode package = JsonNode.Parse(File.ReadAllText(path))!;
        Assert.Equal("readout-export", (string?)package["name"]);
        JsonArray resources = package["resources"]!.AsArray();
        Assert.Equal(["events-1.csv", "gdelt.tsv"], resources.Select(resource => (string?)resource!["name"]));
        Assert.Equal(["Events 1.csv", "gdelt.tsv"], resources.Select(resource => (string?)resource!["path"]));
    }

    [Fact]
    public void Gives_size_hash_columns_and_dialect()
    {
        JsonNode resource = JsonNode.Parse(File.ReadAllText(Describe("g.tsv", "gdelt", TableFormat.Csv)))!["resources"]![0]!;
        byte[] bytes = File.ReadAllBytes(Path.Combine(_folder, "g.tsv"));
        Assert.Equal(bytes.Length, (long)resource["bytes"]!);
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), (string?)resource["hash"]);
        Assert.Equal("\t", (string?)resource["dialect"]!["delimiter"]);
        Assert.False((bool)resource["dialect"]!["header"]!);
        JsonArray fields = resource["schema"]!["fields"]!.AsArray();
        Assert.Equal(61, fields.Count);
        Assert.Equal("string", (string?)fields.First(field => (string?)field!["name"] == "EventCode")!["type"]);
        Assert.Equal("GLOBALEVENTID", (string?)resource["schema"]!["primaryKey"]![0]);
        Assert.Equal("actual", (string?)resource["selection"]!["status"]);
    }

    [Fact]
    public void Lists_say_how_they_are_parted()
    {
        JsonNode resource = JsonNode.Parse(File.ReadAllText(Describe("r.csv", "readout", TableFormat.Csv)))!["resources"]![0]!;
        JsonNode contexts = resource["schema"]!["fields"]!.AsArray().First(field => (string?)field!["name"] == "contexts")!;
        Assert.Equal("list", (string?)contexts["type"]);
        Assert.Equal(";", (string?)contexts["delimiter"]);
    }

    [Fact]
    public void A_foreign_package_is_left_alone()
    {
        string foreign = Path.Combine(_folder, "datapackage.json");
        File.WriteAllText(foreign, "{\"name\": \"theirs\", \"resources\": []}");
        string path = Describe("r.csv", "readout", TableFormat.Csv);
        Assert.Equal(Path.Combine(_folder, "r.csv.datapackage.json"), path);
        Assert.Equal("{\"name\": \"theirs\", \"resources\": []}", File.ReadAllText(foreign));
    }

    [Fact]
    public void A_file_that_fails_leaves_the_old_one()
    {
        string path = Path.Combine(_folder, "kept.csv");
        File.WriteAllText(path, "old");
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["kept.csv"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    private string Describe(string file, string layout, TableFormat format)
    {
        string path = Path.Combine(_folder, file);
        WholeFile.Write(path, stream => Written.To(stream, layout, format, ExportSamples.All));
        return DataPackage.Describe(path, ExportLayouts.Find(layout)!, format, 6, [KeyValuePair.Create("status", "actual")]);
    }
}
