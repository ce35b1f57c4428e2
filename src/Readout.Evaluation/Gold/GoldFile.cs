using System.Text;
using System.Text.Json;

namespace Readout.Evaluation.Gold;

/// <summary>Reads files of one JSON object a line, line by line.</summary>
internal static class GoldFile
{
    /// <summary>The objects of the file in order; empty lines are passed over.</summary>
    /// <exception cref="GoldFormatException">The file is not there, or a line is no JSON object.</exception>
    public static IEnumerable<GoldFields> Lines(string path)
    {
        using StreamReader reader = Open(path);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return Parse(path, number, line);
        }
    }

    /// <summary>Opens a text file as UTF-8.</summary>
    /// <exception cref="GoldFormatException">The file is not there or may not be read.</exception>
    public static StreamReader Open(string path)
    {
        if (Directory.Exists(path)) throw new GoldFormatException(path, 0, "a file is due here, and this is a folder");
        if (!File.Exists(path)) throw new GoldFormatException(path, 0, "there is no such file");
        try
        {
            return new StreamReader(path, Encoding.UTF8);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GoldFormatException(path, 0, error.Message);
        }
    }

    private static GoldFields Parse(string path, int number, string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return new GoldFields(path, number, document.RootElement.Clone());
        }
        catch (JsonException error)
        {
            throw new GoldFormatException(path, number, $"no JSON object ({error.Message.ReplaceLineEndings(" ")})");
        }
    }
}
