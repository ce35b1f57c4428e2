using System.Diagnostics;
using System.Text;

namespace Readout.Jobs.Tests.Kill;

/// <summary>One process of the program, from its start to its end.</summary>
internal sealed class Life : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private Life(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(_error, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool IsOver => _process.HasExited;

    public int Code => _process.ExitCode;

    public string Output => Text(_output);

    public string Error => Text(_error);

    public static Life Start(string file, params string[] arguments)
    {
        ProcessStartInfo start = new(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        // A short life is made of methods compiled for the first time: leave out what only pays in a long one.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new Life(new Process { StartInfo = start });
    }

    /// <summary>Ends the process with SIGKILL, whatever it is doing.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Wait(TimeSpan limit)
    {
        if (!_process.WaitForExit(limit)) throw new TimeoutException($"The program did not end within {limit}.");
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    private static void Add(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
    }

    private static string Text(StringBuilder text)
    {
        lock (text) return text.ToString();
    }
}
