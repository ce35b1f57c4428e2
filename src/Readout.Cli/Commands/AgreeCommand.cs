using System.CommandLine;
using Readout.Evaluation.Agreement;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;

namespace Readout.Cli.Commands;

/// <summary><c>readout agree A B</c>: agreement of two codings of the same texts.</summary>
internal static class AgreeCommand
{
    private static readonly Argument<string> First = new("A") { Description = "Records, or texts coded by people: JSONL." };
    private static readonly Argument<string> Second = new("B") { Description = "Another coding of the same texts, joined by id." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object." };

    /// <summary>The command, ready to be added to the root.</summary>
    public static Command Create()
    {
        Command command = new("agree", "Agreement of two codings of the same texts.") { First, Second, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        try
        {
            ScoreReport report = CodingAgreement.Compare(parsed.GetRequiredValue(First), parsed.GetRequiredValue(Second));
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(Json) ? ReportWriter.ToJson(report) : ReportWriter.ToText(report));
            return report.Scored > 0 ? 0 : 1;
        }
        catch (Exception error) when (error is GoldFormatException or IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"readout agree: {error.Message}");
            return 1;
        }
    }
}
