using System.Text;
using Readout.Archive.Exports;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Exports;

/// <summary>Exports out of a real archive, on both engines.</summary>
public sealed class ExporterTests
{
    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void Rows_come_in_the_order_of_keeping(string engine)
    {
        using TestArchive test = Filled(engine);
        string[] lines = Lines(test, new ExportRequest { Format = ExportFormat.JsonLines });
        Assert.Equal(["visit", "plan", "later"], lines.Select(line => Field(line, "article")));
        Assert.Equal(["actual", "future", "actual"], lines.Select(line => Field(line, "status")));
        Assert.Equal("Graustark", Field(lines[0], "place_text"));
        Assert.Contains("\"participants_min\":40", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"speaker_names\":[\"spokesman\"]", lines[0], StringComparison.Ordinal);
        Assert.Equal(Records.Visit().Events[0].Key, Field(lines[0], "key"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Other_layouts_take_what_is_not_actual_only_when_asked(string engine)
    {
        using TestArchive test = Filled(engine);
        ExportRequest request = new() { Format = ExportFormat.Csv, Layout = "icews" };
        Assert.Equal(5, Lines(test, request).Length);
        Assert.Equal(3, Lines(test, request with { Statuses = [EventStatus.Future] }).Length);
        Assert.Equal(7, Lines(test, request with { Statuses = [EventStatus.Future, EventStatus.Actual] }).Length);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Days_bound_what_is_taken(string engine)
    {
        using TestArchive test = Filled(engine);
        ExportRequest request = new() { Format = ExportFormat.JsonLines };
        Assert.Single(Lines(test, request with { To = new DateOnly(2031, 5, 1) }));
        Assert.Equal(2, Lines(test, request with { From = new DateOnly(2031, 5, 2) }).Length);
        Assert.Single(Lines(test, request with { PublishedFrom = new DateOnly(2031, 7, 1) }));
        Assert.Equal(2, Lines(test, request with { PublishedTo = new DateOnly(2031, 6, 30) }).Length);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_record_fills_what_the_rows_do_not_hold(string engine)
    {
        using TestArchive test = Filled(engine);
        string[] mention = Lines(test, new ExportRequest { Format = ExportFormat.Csv, Layout = "gdelt-mentions" })[0].Split('\t');
        ArticleRecord record = Records.Visit();
        Assert.Equal(record.Article.Text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), mention[12]);
        Assert.Equal(record.Mentions[0].Span.Start.ToString(System.Globalization.CultureInfo.InvariantCulture), mention[7]);
        Assert.Equal("1", Lines(test, new ExportRequest { Format = ExportFormat.Csv, Layout = "gdelt" })[0].Split('\t')[25]);
        Assert.Equal("Rudolf Rassendyll", Lines(test, new ExportRequest { Format = ExportFormat.Csv, Layout = "polecat" })[1].Split('\t')[35]);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_happening_is_one_row_with_all_its_reports(string engine)
    {
        using TestArchive test = Filled(engine);
        using (ArchiveConnection connection = test.Archive.Connect()) connection.Execute("UPDATE events SET happening = 4 WHERE type = 'CONSULT'");
        ExportRequest request = new() { Format = ExportFormat.JsonLines, Unit = EventUnit.Happening };
        string[] lines = Lines(test, request);
        Assert.Equal(2, lines.Length);
        Assert.Equal("happening/4", Field(lines[0], "key"));
        Assert.Contains("\"reports\":2,\"sources\":1,", lines[0], StringComparison.Ordinal);
        string[] mentions = Lines(test, request with { Format = ExportFormat.Csv, Layout = "gdelt-mentions" });
        string[] events = Lines(test, request with { Format = ExportFormat.Csv, Layout = "gdelt" });
        Assert.Equal(4, mentions.Length);
        Assert.Equal(events.Select(line => line.Split('\t')[0]), mentions.Select(line => line.Split('\t')[0]).Distinct());
        Assert.Equal("2", events[0].Split('\t')[31]);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Two_exports_are_the_same_bytes(string engine)
    {
        using TestArchive test = Filled(engine);
        string folder = Directory.CreateTempSubdirectory("readout-same-").FullName;
        try
        {
            foreach (ExportFormat format in Enum.GetValues<ExportFormat>())
            {
                Exporter exporter = new(test.Archive);
                exporter.WriteFile(new ExportRequest { Format = format }, Path.Combine(folder, "one"));
                exporter.WriteFile(new ExportRequest { Format = format }, Path.Combine(folder, "two"));
                Assert.Equal(File.ReadAllBytes(Path.Combine(folder, "one")), File.ReadAllBytes(Path.Combine(folder, "two")));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Undated_meetings_are_counted(string engine)
    {
        using TestArchive test = Filled(engine);
        using MemoryStream stream = new();
        ExportOutcome outcome = new Exporter(test.Archive).Write(new ExportRequest { Format = ExportFormat.Calendar }, stream);
        Assert.Equal((0L, 1), (outcome.Rows, outcome.LeftOut));
        Assert.Contains("BEGIN:VCALENDAR", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_layout_of_no_name_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ExportRequest { Format = ExportFormat.Csv, Layout = "acled" }.FindLayout());

    private static string[] Lines(TestArchive test, ExportRequest request)
    {
        using MemoryStream stream = new();
        ExportOutcome outcome = new Exporter(test.Archive).Write(request, stream);
        string text = Encoding.UTF8.GetString(stream.ToArray());
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        bool header = request.Format == ExportFormat.Csv && request.FindLayout().Dialect.HasHeader;
        Assert.Equal(lines.Length, outcome.Rows + (header ? 1 : 0));
        return lines;
    }

    private static string? Field(string line, string name) => (string?)System.Text.Json.Nodes.JsonNode.Parse(line)![name];

    private static TestArchive Filled(string engine)
    {
        TestArchive test = TestArchive.At(engine);
        using ArchiveWriter writer = test.Archive.BeginWriting();
        writer.Keep(Records.Visit());
        writer.Keep(Records.Plan());
        writer.Keep(Records.Visit("later", "2031-07-02"));
        writer.Commit();
        return test;
    }
}
