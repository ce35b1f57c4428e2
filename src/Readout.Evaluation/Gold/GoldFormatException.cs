using System.Globalization;

namespace Readout.Evaluation.Gold;

/// <summary>A gold or predictions file that cannot be read; the message is one line that names file and line.</summary>
public sealed class GoldFormatException : Exception
{
    /// <summary>Builds the message <c>path:line: problem</c>.</summary>
    /// <param name="path">The file as it was named.</param>
    /// <param name="line">Line number from 1; 0 for the file as a whole.</param>
    /// <param name="problem">What is wrong.</param>
    public GoldFormatException(string path, int line, string problem)
        : base(line == 0 ? $"{path}: {problem}" : string.Create(CultureInfo.InvariantCulture, $"{path}:{line}: {problem}"))
    {
        Path = path;
        Line = line;
    }

    /// <summary>The file as it was named.</summary>
    public string Path { get; }

    /// <summary>Line number from 1; 0 for the file as a whole.</summary>
    public int Line { get; }
}
