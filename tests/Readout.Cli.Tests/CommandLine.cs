using System.Text;

namespace Readout.Cli.Tests;

/// <summary>Runs a command line inside the test process and keeps what it printed.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandLine(int Code, string Output, string Error)
{
    public static CommandLine Run(params string[] args) => RunWith("", args);

    public static CommandLine RunWith(string input, params string[] args) => RunWith(Encoding.UTF8.GetBytes(input), args);

    public static CommandLine RunWith(byte[] input, params string[] args)
    {
        using MemoryStream output = new();
        using StringWriter error = new() { NewLine = "\n" };
        int code = Program.Run(args, new Terminal(new MemoryStream(input), output, error));
        return new CommandLine(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
