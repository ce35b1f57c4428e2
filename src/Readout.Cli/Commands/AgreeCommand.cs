using System.CommandLine;
using Readout.Evaluation.Agreement;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;

namespace Readout.Cli.Commands;

/// <summary><c>readout agree A B</c>: agreement of two codings of the same texts.</summary>
internal sealed class AgreeCommand
{
    private readonly Argument<string> First = new("A") { Description = "Records, or texts coded by people: JSONL." };
    private readonly Argument<string> Second = new("B") { Description = "Another coding of the same texts, joined by id." };
    private readonly Option<bool> Json = new("--json") { Description = "Print one JSON object." };

    /// <summary>The command, ready to be added to the root.</summary>
    public static Command Create() => new AgreeCommand().Build();

    private Command Build()
    {
        Command command = new("agree", "Agreement of two codings of the same texts.") { First, Second, Json };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
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
