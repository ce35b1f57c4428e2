using System.Diagnostics;

namespace Readout.House.Tests;

/// <summary>Runs a program and keeps what it printed.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Tool(int Code, string Output, string Error)
{
    public static async Task<Tool> RunAsync(string program, string folder, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A build server that stays behind would keep the pipes open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Tool(process.ExitCode, await output, await error);
    }

    /// <summary>Standard output, once the program has ended well.</summary>
    public string Done()
    {
        Assert.True(Code == 0, $"ended with {Code}\n{Output}\n{Error}");
        return Output;
    }
}
