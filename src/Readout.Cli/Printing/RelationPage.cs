using System.Globalization;
using Readout.Analysis.Phrasing;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.ThawFreeze;
using Readout.Cli.Inputs;
using Readout.Coding.Record;

namespace Readout.Cli.Printing;

/// <summary>A relation for people: a line of the index, a table with a row a period, the breaks with what moved them, the meetings ahead.</summary>
internal sealed class RelationPage(RelationReport report, PairNames names, Terminal terminal)
{
    private readonly Paint _paint = new(terminal.IsColoured);
    private readonly TextWriter _output = terminal.Output;

    public void Print()
    {
        PeriodKind by = report.Question.By;
        string range = report.Series.Points.IsEmpty ? "" : $", {by.Label(report.Series.Points[0].From)} to {by.Label(report.Series.Points[^1].From)}";
        _output.WriteLine(_paint.Head($"{names.First} ({names.Pair.First}) and {names.Second} ({names.Pair.Second}), by {by.ToString().ToLowerInvariant()}{range}"));
        if (report.Series.Events.IsEmpty)
        {
            _output.WriteLine("no happening between them is kept for these days");
        }
        else
        {
            PrintSummary();
            PrintTable();
            PrintBreaks();
        }

        PrintMeetings();
    }

    private void PrintSummary()
    {
        string undated = report.Series.Undated > 0 ? $", {report.Series.Undated} without a day left out" : "";
        _output.WriteLine($"{report.Series.Events.Length} happenings{undated}");
        if (report.Index.Unresolved is { } reason)
        {
            _output.WriteLine($"no index: {reason}");
            return;
        }

        IndexPoint last = report.Index.Points[^1];
        _output.WriteLine($"long-run level {Signed(report.Index.LongRun)} on PLOVER's scale; index at the end {Signed(last.Value)} ({Signed(last.Low)} to {Signed(last.High)}), {Told(last.Temperature)}");
        double?[] values = [.. report.Index.Points.Select((point, i) => report.Series.Points[i].State == PeriodState.Observed ? point.Value : (double?)null)];
        _output.WriteLine();
        _output.WriteLine($"index  {_paint.Bold(Sparkline.Of(values, terminal.Width - 30))}  {Signed(values.Min() ?? 0)} to {Signed(values.Max() ?? 0)}");
    }

    private void PrintTable()
    {
        int width = report.Question.By.Label(report.Series.Points[0].From).Length;
        string indent = new(' ', width);
        _output.WriteLine();
        _output.WriteLine(_paint.Dim($"{indent}        cooperation    conflict        PLOVER       Goldstein   contact           index"));
        _output.WriteLine(_paint.Dim($"{"period".PadRight(width)}     n   verb.  mat.  verb.  mat.    sum   mean    sum   mean   n level          +/-   level"));
        for (int i = 0; i < report.Series.Points.Length; i++) PrintRow(report.Series.Points[i], report.Index.Points.IsEmpty ? null : report.Index.Points[i], width);
    }

    private void PrintRow(SeriesPoint point, IndexPoint? index, int width)
    {
        string label = report.Question.By.Label(point.From).PadRight(width);
        if (point.State != PeriodState.Observed)
        {
            _output.WriteLine(_paint.Dim($"{label}     {(point.State == PeriodState.Quiet ? "-   nothing between them" : "?   no article of these days was read")}"));
            return;
        }

        string counts = $"{point.Count,6}{Count(point, QuadClass.VerbalCooperation)}{Count(point, QuadClass.MaterialCooperation)}{Count(point, QuadClass.VerbalConflict)}{Count(point, QuadClass.MaterialConflict)}";
        string scores = $"{Signed(point.Plover.Sum),8}{Mean(point.Plover)}{Signed(point.Goldstein.Sum),7}{Mean(point.Goldstein)}";
        string contact = point.ContactCount == 0 ? $"{"-",4}         " : $"{point.ContactCount,4} {point.HighestContact!.Value.Spelt(),-8}";
        string told = index is { } one ? $"{Signed(one.Value),7} {Half(one),5}{Signed(one.Regime),7} {Mark(one.Temperature)}" : "";
        _output.WriteLine($"{label}{counts}{scores}{contact}{told}".TrimEnd());
    }

    private void PrintBreaks()
    {
        if (report.Index.Unresolved is not null) return;
        _output.WriteLine();
        if (report.Index.Breaks.IsEmpty) _output.WriteLine("no break: the level did not change for longer");
        foreach (ChangePoint one in report.Index.Breaks)
        {
            PeriodKind by = report.Question.By;
            string between = one.Earliest == one.Latest ? "" : $" (between {by.Label(one.Earliest)} and {by.Label(one.Latest)})";
            string head = $"{(one.IsThaw ? "▲ thaw" : "▼ freeze")} from {by.Label(one.From)}{between}";
            _output.WriteLine($"{_paint.Bold(head)}: level {Signed(one.Before)} to {Signed(one.After)}, strength {one.Strength.ToString("0.0", CultureInfo.InvariantCulture)}");
            foreach (long id in one.Movers) PrintAccount(id);
        }

        foreach (Shock one in report.Index.Shocks)
        {
            _output.WriteLine($"{_paint.Bold($"◆ shock in {report.Question.By.Label(one.From)}")}: mean {Signed(one.Value)} against the level {Signed(one.Level)}, too short for a break");
            foreach (long id in one.Movers) PrintAccount(id);
        }

        foreach (Surge one in report.Index.Surges)
        {
            _output.WriteLine($"{_paint.Bold($"■ surge of {one.Kind.Replace('-', ' ')} in {report.Question.By.Label(one.From)}")}: {one.Count} happenings, usually {one.Usual}");
            foreach (long id in one.Movers) PrintAccount(id);
        }
    }

    private void PrintAccount(long id)
    {
        if (!report.Accounts.TryGetValue(id, out RelationAccount? account)) return;
        string mode = account.Mode is null ? "" : $" ({account.Mode})";
        string source = account.Source is null ? "" : $" - {account.Source}";
        string reports = account.Reports > 1 ? $", {account.Reports} reports" : "";
        _output.WriteLine($"    {ActorPage.Day(account.Day)}  {account.Type}{mode}  {account.Sentence}{_paint.Dim($"{source}{reports}")}");
    }

    private void PrintMeetings()
    {
        if (report.Meetings.IsEmpty) return;
        _output.WriteLine();
        _output.WriteLine(_paint.Bold($"meetings ahead on {ActorPage.Day(report.Question.AsOf)}"));
        foreach (MeetingAhead meeting in report.Meetings)
        {
            string days = meeting.To is null || meeting.To == meeting.From ? $"{ActorPage.Day(meeting.From)}" : $"{ActorPage.Day(meeting.From)} to {ActorPage.Day(meeting.To)}";
            string level = meeting.Level == ContactLevel.Unknown ? "" : $", {meeting.Level.Spelt()}s";
            string place = meeting.Place is null ? "" : $", {meeting.Place}";
            _output.WriteLine($"    {days}  {meeting.State}{level}{place}: {string.Join(", ", meeting.Parties)}");
        }
    }

    private static string Count(SeriesPoint point, QuadClass quad) => point.CountOf(quad) is var count and > 0 ? $"{count,7}" : $"{"-",7}";

    private static string Mean(ScoreTotal total) => total.Mean is { } mean ? $"{Signed(mean),7}" : $"{"-",7}";

    private static string Half(IndexPoint point) => ((point.High - point.Low) / 2).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Signed(double value) => Wording.Signed(value, '-');

    private static string Told(Temperature temperature) => temperature switch
    {
        Temperature.Warmer => "warmer than usual",
        Temperature.Colder => "colder than usual",
        _ => "as usual",
    };

    private static string Mark(Temperature temperature) => temperature switch
    {
        Temperature.Warmer => "warmer",
        Temperature.Colder => "colder",
        _ => "",
    };
}
