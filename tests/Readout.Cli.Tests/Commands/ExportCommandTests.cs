using Readout.Archive;
using Readout.Archive.Writing;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Cli.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-export-").FullName;
    private readonly string _archive;

    public ExportCommandTests()
    {
        _archive = Path.Combine(_folder, "a.db");
        using RecordArchive archive = RecordArchive.Open(ArchiveLocation.Parse(_archive), create: true);
        using ArchiveWriter writer = archive.BeginWriting();
        writer.Keep(Kept());
        writer.Commit();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_table_goes_to_standard_output()
    {
        CommandLine run = CommandLine.Run("export", "--format", "csv", "--layout", "icews", "--archive", _archive);
        Assert.Equal((0, ""), (run.Code, run.Error));
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Event ID\tEvent Date\tSource Name\t", lines[0], StringComparison.Ordinal);
        Assert.Contains("\t1931-06-03\tPortugal\t\tPortugal\tCriticize or denounce\t111\t-2.0\tPeru\t\tPeru\t", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_gets_a_description_beside_it()
    {
        string path = Path.Combine(_folder, "events.parquet");
        CommandLine run = CommandLine.Run("export", "--format", "parquet", "--out", path, "--archive", _archive);
        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Equal($"readout: 1 row in {path}\nreadout: described in {Path.Combine(_folder, "datapackage.json")}\n", run.Error);
        Assert.Equal("PAR1", File.ReadAllText(path)[..4]);
    }

    [Theory]
    [InlineData("--from", "1931-06-03", 1)]
    [InlineData("--from", "1931-06-04", 0)]
    [InlineData("--to", "1931-06-02", 0)]
    [InlineData("--published-to", "1931-06-04", 1)]
    [InlineData("--status", "future,negated", 0)]
    [InlineData("--status", "all", 1)]
    public void Options_narrow_the_table(string option, string value, int rows)
    {
        CommandLine run = CommandLine.Run("export", "--format", "jsonl", option, value, "--archive", _archive);
        Assert.Equal(0, run.Code);
        Assert.Equal(rows, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_calendar_is_a_calendar()
    {
        CommandLine run = CommandLine.Run("export", "--format", "ics", "--archive", _archive);
        Assert.Equal(0, run.Code);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parquet needs --out", "--format", "parquet")]
    [InlineData("'maybe' is no status", "--format", "csv", "--status", "maybe")]
    [InlineData("a calendar has none", "--format", "ics", "--layout", "icews")]
    [InlineData("a calendar has none", "--format", "ics", "--status", "all")]
    [InlineData("acled", "--format", "csv", "--layout", "acled")]
    [InlineData("--format", "--layout", "icews")]
    [InlineData("is no date", "--format", "csv", "--from", "June")]
    public void What_cannot_be_done_is_refused(string message, params string[] arguments)
    {
        CommandLine run = CommandLine.Run(["export", .. arguments, "--archive", _archive]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_one_line()
    {
        CommandLine run = CommandLine.Run("export", "--format", "csv", "--out", Path.Combine(_folder, "none", "x.csv"), "--archive", _archive);
        Assert.Equal(1, run.Code);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    internal static ArticleRecord Kept()
    {
        const string body = "Portugal condemned Peru on Wednesday.";
        Article article = Article.Compose("n1", "Sardines", [(BlockKind.Paragraph, body)]) with { Source = "Tagus", Published = new DateOnly(1931, 6, 4), RawHash = new string('0', 64) };
        int at = article.BodyStart;
        return new ArticleRecord
        {
            Pack = new PackIdentity("1.0", new string('a', 64)),
            Article = article,
            Sentences = [new TextSpan(0, 8), new TextSpan(at, at + body.Length)],
            Mentions = [Mention(at, at + 8, "Portugal", "PRT"), Mention(at + 19, at + 23, "Peru", "PER")],
            Events =
            [
                new CodedEvent
                {
                    Id = "e1", Key = new string('1', 32), Sentence = 1, Span = new TextSpan(at, at + 36), Type = EventType.Accuse, Mode = "disapprove", Cameo = "111",
                    Goldstein = -2, PloverScore = -3, Actors = [0], Recipients = [1], Trigger = new TextSpan(at + 9, at + 18), Frame = "accuse.condemn", Confidence = 0.9,
                    Date = new EventDate(new DateOnly(1931, 6, 3), new DateOnly(1931, 6, 3), "day", null, null),
                },
            ],
        };
    }

    private static Mention Mention(int start, int end, string name, string code) =>
        new(new TextSpan(start, end), MentionForm.Name, null, new ActorReference { Id = $"state/{code}", Name = name, Kind = "state", Code = code, Country = code });
}
