using System.CommandLine;
using System.Text;
using Readout.Analysis.Watches;
using Readout.Jobs.Watches.Renderings;

namespace Readout.Cli.Commands.Watches;

/// <summary>How a brief is printed.</summary>
internal static class BriefFormat
{
    /// <summary>The option <c>--format</c>; make one for each command.</summary>
    public static Option<string> Create(params string[] formats)
    {
        Option<string> option = new("--format") { Description = "How it is printed.", DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    /// <summary>Where the lines of a brief lead: to the desk of READOUT_DESK_URL, else to their sources.</summary>
    /// <exception cref="UsageException">READOUT_DESK_URL is no address.</exception>
    public static BriefLinks Links()
    {
        try
        {
            return Environment.GetEnvironmentVariable("READOUT_DESK_URL") is { Length: > 0 } desk ? BriefLinks.Of(desk) : BriefLinks.None;
        }
        catch (FormatException exception)
        {
            throw new UsageException($"READOUT_DESK_URL: {exception.Message}");
        }
    }

    /// <summary>Prints a brief as text, html or json.</summary>
    public static void Print(Brief brief, string format, Terminal terminal)
    {
        if (format == "json") terminal.WriteLine(Encoding.UTF8.GetBytes(BriefJson.Write(brief)));
        else terminal.Output.Write(format == "html" ? BriefHtml.Page(brief, Links()) : BriefText.Write(brief, Links()));
    }
}
