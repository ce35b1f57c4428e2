using System.Text.Json;
using System.Xml.Linq;
using Readout.Tests;

namespace Readout.Cli.Tests.Samples;

/// <summary>Every sample, read by the program as a user would read it.</summary>
public class SampleTests
{
    private static readonly string Folder = Repository.Path("samples", "news");

    public static TheoryData<string> Keys() => [.. SampleFacts.All.Select(facts => facts.Key)];

    /// <summary>The files of which facts are stated; the feed and the web archive hold what stands in others too.</summary>
    public static TheoryData<string> Readable() => [.. SampleFacts.All.Select(facts => facts.File).Distinct()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_sample_gives_the_facts_that_it_states(string key)
    {
        SampleFacts facts = SampleFacts.All.Single(one => one.Key == key);
        string[] date = facts.Date is { } day ? ["--date", day] : [];
        CommandLine run = CommandLine.Run(["read", "--jsonl", Path.Combine(Folder, facts.File), .. date]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        JsonElement[] records = [.. Lines(run.Output).Select(line => JsonDocument.Parse(line).RootElement)];
        JsonElement record = facts.Id is null ? Assert.Single(records) : records.Single(one => one.GetProperty("article").GetProperty("id").GetString() == facts.Id);
        IReadOnlyList<string> missing = facts.Missing(record);
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_sample_keeps_to_the_published_schema_and_to_its_slices(string file)
    {
        CommandLine run = CommandLine.Run("read", "--jsonl", "--why", Path.Combine(Folder, file));
        Assert.Equal((0, ""), (run.Code, run.Error));
        foreach (string line in Lines(run.Output)) Assert.Empty(RecordSchema.Problems(line));
    }

    [Fact]
    public void The_folder_reads_as_its_files_do_one_by_one_in_ordinal_order()
    {
        string whole = CommandLine.Run("read", "--jsonl", Folder).Output;
        string[] files = [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        string[] singly = [.. files.Select(file => CommandLine.Run("read", "--jsonl", Path.Combine(Folder, file)).Output)];
        Assert.Equal(string.Concat(singly), whole);
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_sample_reads_the_same_from_standard_input(string file)
    {
        string path = Path.Combine(Folder, file);
        CommandLine piped = CommandLine.RunWith(File.ReadAllBytes(path), "read", "--jsonl");
        Assert.Equal((0, ""), (piped.Code, piped.Error));
        string[] first = [.. Lines(CommandLine.Run("read", "--jsonl", path).Output).Select(EventsOf)];
        Assert.Equal(first, Lines(piped.Output).Select(EventsOf));
    }

    [Fact]
    public void The_list_of_samples_names_each_and_states_facts_of_each_that_can_be_read()
    {
        string list = File.ReadAllText(Repository.Path("samples", "README.md"));
        string[] files = [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file))];
        Assert.True(files.Length >= 10);
        foreach (string file in files) Assert.Contains($"[{file}](news/{file})", list, StringComparison.Ordinal);
        Assert.Equal(files.Except(["archive.warc.gz", "feed.xml"]).Order(StringComparer.Ordinal), SampleFacts.All.Select(facts => facts.File).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_feed_is_Atom_with_an_identifier_an_address_and_a_day_for_each_entry()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        XElement feed = XDocument.Load(Path.Combine(Folder, "feed.xml")).Root!;
        Assert.Equal(atom + "feed", feed.Name);
        XElement[] entries = [.. feed.Elements(atom + "entry")];
        Assert.Equal(3, entries.Length);
        Assert.Equal(3, entries.Select(entry => entry.Element(atom + "id")!.Value).Distinct().Count());
        Assert.All(entries, entry => Assert.True(DateTimeOffset.TryParse(entry.Element(atom + "published")!.Value, out _)));
        Assert.All(entries, entry => Assert.StartsWith("https://", entry.Element(atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_feed_gives_its_entries_and_the_web_archive_its_pages()
    {
        CommandLine feed = CommandLine.Run("read", "--jsonl", Path.Combine(Folder, "feed.xml"));
        CommandLine archive = CommandLine.Run("read", "--jsonl", Path.Combine(Folder, "archive.warc.gz"));
        Assert.Equal((0, 3, ""), (feed.Code, Lines(feed.Output).Length, feed.Error));
        Assert.Equal((0, 4, ""), (archive.Code, Lines(archive.Output).Length, archive.Error));
        string[] pages = [.. Lines(CommandLine.Run("read", "--jsonl", Path.Combine(Folder, "cod-war.html")).Output).Select(EventsOf)];
        Assert.Equal(pages, Lines(archive.Output).Take(1).Select(EventsOf));
    }

    private static string[] Lines(string output) => output.TrimEnd('\n').Split('\n');

    private static string EventsOf(string line)
    {
        using JsonDocument record = JsonDocument.Parse(line);
        return string.Join('\n', record.RootElement.GetProperty("events").EnumerateArray()
            .Select(coded => $"{coded.GetProperty("type")} {coded.GetProperty("status")} {coded.GetProperty("trigger")}"));
    }
}
