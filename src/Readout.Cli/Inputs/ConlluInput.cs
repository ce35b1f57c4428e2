namespace Readout.Cli.Inputs;

/// <summary>Tells inputs in CoNLL-U from texts.</summary>
internal static class ConlluInput
{
    private const int Columns = 10;

    /// <summary>The content of a file or of standard input, to be looked at before it is read; null for whatever else.</summary>
    public static Stream? Open(string argument, Stream standardInput)
    {
        if (argument == "-") return Buffered(standardInput);
        return File.Exists(argument) ? File.OpenRead(argument) : null;
    }

    /// <summary>Whether the first line that is no comment has ten columns. Leaves the stream at its beginning.</summary>
    public static bool IsConllu(Stream stream)
    {
        using StreamReader reader = new(stream, leaveOpen: true);
        string? line;
        do
        {
            line = reader.ReadLine();
        }
        while (line is not null && line.StartsWith('#'));
        stream.Position = 0;
        return line?.Split('\t').Length == Columns;
    }

    private static MemoryStream Buffered(Stream stream)
    {
        MemoryStream buffer = new();
        stream.CopyTo(buffer);
        buffer.Position = 0;
        return buffer;
    }
}
