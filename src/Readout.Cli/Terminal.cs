using System.Text;

namespace Readout.Cli;

/// <summary>Where a command reads and writes: data to <see cref="Output"/>, messages to <see cref="Error"/>.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Terminal(Stream input, Stream output, TextWriter error, bool isColoured = false, int width = 100)
    {
        Input = input;
        Output = new StreamWriter(output, Utf8, bufferSize: 16 * 1024) { NewLine = "\n" };
        Error = error;
        IsColoured = isColoured;
        Width = width;
    }

    /// <summary>The bytes of standard input.</summary>
    public Stream Input { get; }

    /// <summary>Standard output as UTF-8; buffered, flushed when the command ends.</summary>
    public StreamWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether output goes to a terminal that wants colour.</summary>
    public bool IsColoured { get; }

    /// <summary>Columns to lay text out for.</summary>
    public int Width { get; }

    /// <summary>Whether messages go to a terminal on which a bar can be drawn.</summary>
    public bool ShowsProgress { get; private init; }

    /// <summary>Whether standard input is a terminal at which someone would have to type.</summary>
    public bool IsInputTyped { get; private init; }

    /// <summary>The process's own streams. Colour only on a terminal, and never where NO_COLOR is set.</summary>
    public static Terminal OfProcess()
    {
        bool onTerminal = !Console.IsOutputRedirected;
        bool coloured = onTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        StreamWriter error = new(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" };
        return new Terminal(Console.OpenStandardInput(), Console.OpenStandardOutput(), error, coloured, onTerminal ? WindowWidth() : 100)
        {
            IsInputTyped = !Console.IsInputRedirected,
            ShowsProgress = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
    }

    /// <summary>Writes a message line to <see cref="Error"/>, with the program's name before it.</summary>
    public void Say(string message) => Error.WriteLine($"readout: {message}");

    /// <summary>Writes bytes of UTF-8 and a line break to <see cref="Output"/>.</summary>
    public void WriteLine(ReadOnlySpan<byte> utf8)
    {
        Output.Flush();
        Output.BaseStream.Write(utf8);
        Output.BaseStream.WriteByte((byte)'\n');
    }

    public void Dispose() => Output.Dispose();

    private static int WindowWidth()
    {
        try
        {
            return Math.Clamp(Console.WindowWidth, 60, 120);
        }
        catch (IOException)
        {
            return 100;
        }
    }
}
