using System.Text.Json;
using System.Xml.Linq;
using Readout.Archive;
using Readout.Archive.Writing;
using Readout.Cli.Inputs;
using Readout.Coding.Reading;
using Readout.Sources;
using Readout.Tests;

namespace Readout.Cli.Tests.Commands;

/// <summary>The sample archives of three relations, read and kept once by the program's own reader.</summary>
public sealed class RelationArchive : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-relation-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "relations.db");

    public async ValueTask InitializeAsync()
    {
        using Reader reader = ReaderFiles.Load(null);
        using RecordArchive archive = RecordArchive.Open(ArchiveLocation.Parse(Path), create: true);
        using ArchiveWriter writer = archive.BeginWriting();
        using SourceReader sources = new();
        foreach (string file in Directory.EnumerateFiles(Repository.Path("samples", "relations"), "*.jsonl").Order(StringComparer.Ordinal))
        {
            await foreach (SourceResult source in sources.ReadAsync([file])) writer.Keep(reader.Read(source.Article!));
        }

        writer.Commit();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class RelationCommandTests(RelationArchive archive) : IClassFixture<RelationArchive>
{
    [Fact]
    public void A_relation_is_shown_by_codes_and_by_names_in_either_order()
    {
        CommandLine codes = Run("USA", "RUS", "--to", "1991-12-31");
        Assert.Equal((0, ""), (codes.Code, codes.Error));
        Assert.StartsWith("Russia (RUS) and United States (USA), by month, 1985-01 to 1991-12\n", codes.Output, StringComparison.Ordinal);
        Assert.Contains("\nindex  ", codes.Output, StringComparison.Ordinal);
        Assert.Equal(codes.Output, Run("Russia", "United States", "--to", "1991-12-31").Output);
        Assert.Equal(codes.Output, Run("usa", "Moscow", "--to", "1991-12-31").Output);
    }

    [Fact]
    public void The_thaw_of_1987_and_the_war_of_2008_are_seen()
    {
        Assert.Contains(Breaks("USA", "RUS", "--to", "1991-12-31"), one => one.Kind == "thaw" && one.From.Year is 1986 or 1987);
        CommandLine war = Run("GEO", "RUS", "--to", "2009-12-31");
        Assert.Contains("■ surge of material conflict in 2008-08: ", war.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_csv_and_table_tell_the_same()
    {
        using JsonDocument json = JsonDocument.Parse(Run("USA", "CHN", "--from", "2001-01-01", "--to", "2001-12-31", "--json").Output);
        JsonElement[] points = [.. json.RootElement.GetProperty("points").EnumerateArray()];
        string[] rows = Run("USA", "CHN", "--from", "2001-01-01", "--to", "2001-12-31", "--csv").Output.TrimEnd('\n').Split('\n');
        Assert.Equal((12, 13), (points.Length, rows.Length));
        string[] header = rows[0].Split(',');
        for (int i = 0; i < 12; i++)
        {
            string[] row = rows[i + 1].Split(',');
            Assert.Equal(header.Length, row.Length);
            Assert.Equal(points[i].GetProperty("period").GetString(), row[0]);
            Assert.Equal(points[i].GetProperty("happenings").GetRawText(), row[Array.IndexOf(header, "happenings")]);
            Assert.Equal(points[i].GetProperty("plover").GetProperty("sum").GetRawText(), row[Array.IndexOf(header, "plover_sum")]);
        }

        Assert.True(points.Sum(point => point.GetProperty("happenings").GetInt32()) > 10);
        Assert.Equal("CHN", json.RootElement.GetProperty("first").GetProperty("code").GetString());
    }

    [Fact]
    public void A_range_shows_the_index_of_the_whole_series()
    {
        string whole = Run("USA", "RUS", "--csv", "--to", "1991-12-31").Output;
        string part = Run("USA", "RUS", "--csv", "--from", "1990-01-01", "--to", "1991-12-31").Output;
        Assert.EndsWith(part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..], whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_goes_to_a_file_or_to_standard_output()
    {
        string file = System.IO.Path.ChangeExtension(archive.Path, ".svg");
        Assert.Equal((0, "", ""), (Run("USA", "CHN", "--svg", file).Code, Run("USA", "CHN", "--svg", file).Output, Run("USA", "CHN", "--svg", file).Error));
        string chart = Run("USA", "CHN", "--svg", "-").Output;
        Assert.Equal(File.ReadAllText(file), chart);
        Assert.Equal("svg", XDocument.Parse(chart).Root!.Name.LocalName);
    }

    [Fact]
    public void Where_nothing_is_known_it_says_so()
    {
        CommandLine run = Run("Chile", "Norway");
        Assert.Equal(0, run.Code);
        Assert.Contains("no happening between them is kept", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, Run("Chile", "Norway", "--svg", "-").Code);
    }

    [Theory]
    [InlineData("'Ruritania': no state or organisation of that name is known", "Ruritania", "USA")]
    [InlineData("'Moscow' and 'RUS' are both RUS", "Moscow", "RUS")]
    [InlineData("--from lies after --to", "USA", "RUS", "--from", "1990-01-01", "--to", "1989-01-01")]
    [InlineData("--json and --csv do not go together", "USA", "RUS", "--json", "--csv")]
    [InlineData("only one thing can go to standard output", "USA", "RUS", "--json", "--svg", "-")]
    [InlineData("cannot be written", "USA", "RUS", "--svg", "/no-such-folder/chart.svg")]
    public void What_cannot_be_done_is_one_line(string said, params string[] arguments)
    {
        CommandLine run = Run(arguments);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Without_an_archive_there_is_one_line()
    {
        CommandLine run = CommandLine.Run("relation", "USA", "RUS", "--archive", "no-such-folder/none.db");
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.StartsWith("readout: there is no archive at ", run.Error, StringComparison.Ordinal);
    }

    private static (string Kind, DateOnly From)[] Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("index").GetProperty("breaks").EnumerateArray()
            .Select(one => (one.GetProperty("kind").GetString()!, DateOnly.ParseExact(one.GetProperty("from").GetString()!, "yyyy-MM-dd")))];
    }

    private (string Kind, DateOnly From)[] Breaks(params string[] arguments) => Read(Run([.. arguments, "--json"]).Output);

    private CommandLine Run(params string[] arguments) => CommandLine.Run(["relation", .. arguments, "--archive", archive.Path]);
}
