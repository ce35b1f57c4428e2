using System.CommandLine;
using System.Text;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.Charts;
using Readout.Archive;
using Readout.Cli.Inputs;
using Readout.Cli.Printing;

namespace Readout.Cli.Commands;

/// <summary><c>readout relation USA RUS</c>: how two sides have dealt with one another over time, and when that changed.</summary>
internal static class RelationCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> one = new("one") { Description = "A state or organisation: its code or its name.", HelpName = "A" };
        Argument<string> other = new("other") { Description = "The other side.", HelpName = "B" };
        Option<DateOnly?> from = new("--from") { Description = "First day shown, YYYY-MM-DD; the first happening's without it.", CustomParser = DayOption.Parse };
        Option<DateOnly?> to = new("--to") { Description = "Last day shown, and the day from which meetings are ahead, YYYY-MM-DD.", CustomParser = DayOption.Parse };
        Option<PeriodKind> by = new("--by") { Description = "How long the steps are: day, week or month.", DefaultValueFactory = _ => PeriodKind.Month };
        Option<bool> json = new("--json") { Description = "Print one JSON object." };
        Option<bool> csv = new("--csv") { Description = "Print a row a period as CSV." };
        Option<string?> svg = new("--svg") { Description = "Write the chart to a file; '-' is standard output.", HelpName = "FILE" };
        Option<string?> archive = ArchiveOption.Create();
        Option<string?> data = new("--data") { Description = "Folder of knowledge laid over the program's own.", HelpName = "DIR" };
        Command command = new("relation", "Show how two sides have dealt with one another over time.") { one, other, from, to, by, json, csv, svg, archive, data };
        command.SetAction(parsed =>
        {
            Wanted wanted = new(parsed.GetValue(json), parsed.GetValue(csv), parsed.GetValue(svg));
            PairNames names = PairNames.Of(ReaderFiles.LoadKnowledge(parsed.GetValue(data)), parsed.GetRequiredValue(one), parsed.GetRequiredValue(other));
            RelationQuestion question = Question(names.Pair, parsed.GetValue(by), parsed.GetValue(from), parsed.GetValue(to));
            using RecordArchive open = ArchiveOption.Open(parsed, archive);
            return Show(RelationReport.Of(open.Relations, question), names, wanted, terminal);
        });
        return command;
    }

    private static RelationQuestion Question(RelationPair pair, PeriodKind by, DateOnly? from, DateOnly? to)
    {
        if (from > to) throw new UsageException("--from lies after --to");
        return new RelationQuestion(pair, by, from, to, to ?? DateOnly.FromDateTime(DateTime.UtcNow));
    }

    private static int Show(RelationReport report, PairNames names, Wanted wanted, Terminal terminal)
    {
        if (wanted.Json) terminal.WriteLine(RelationJson.Write(report, names));
        else if (wanted.Csv) terminal.Output.Write(RelationCsv.Write(report));
        if (wanted.Svg is { } file) WriteChart(report, names, file, terminal);
        if (!wanted.Json && !wanted.Csv && wanted.Svg is null) new RelationPage(report, names, terminal).Print();
        return ExitCode.Done;
    }

    private static void WriteChart(RelationReport report, PairNames names, string file, Terminal terminal)
    {
        if (report.Series.Points.IsEmpty) throw new UsageException($"nothing is known of {names.First} and {names.Second} in these days; there is nothing to draw");
        string chart = RelationSvg.Draw(report, names.First, names.Second);
        if (file == "-")
        {
            terminal.Output.Write(chart);
            return;
        }

        try
        {
            File.WriteAllText(file, chart, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written: {exception.Message}");
        }
    }

    private sealed record Wanted
    {
        public Wanted(bool json, bool csv, string? svg)
        {
            if (json && csv) throw new UsageException("--json and --csv do not go together");
            if (svg == "-" && (json || csv)) throw new UsageException("only one thing can go to standard output: give --svg a file");
            (Json, Csv, Svg) = (json, csv, svg);
        }

        public bool Json { get; }

        public bool Csv { get; }

        public string? Svg { get; }
    }
}
