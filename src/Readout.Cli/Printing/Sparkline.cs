using System.Text;

namespace Readout.Cli.Printing;

/// <summary>A line of blocks, one a value or, where there are more than columns, one for several.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>Draws values between the lowest and the highest of them.</summary>
    /// <param name="values">The values; null where there is none, drawn as a dot.</param>
    /// <param name="columns">At most so many columns; several values that share one are drawn as their mean.</param>
    public static string Of(IReadOnlyList<double?> values, int columns)
    {
        int share = Math.Max(1, (values.Count + columns - 1) / Math.Max(1, columns));
        double?[] means = [.. values.Chunk(share).Select(part => part.Average())];
        double low = means.Min() ?? 0;
        double high = means.Max() ?? 0;
        StringBuilder line = new();
        foreach (double? mean in means) line.Append(mean is { } value ? Block(value, low, high) : '·');
        return line.ToString();
    }

    private static char Block(double value, double low, double high) =>
        Blocks[high > low ? Math.Clamp((int)((value - low) / (high - low) * Blocks.Length), 0, Blocks.Length - 1) : Blocks.Length / 2];
}
