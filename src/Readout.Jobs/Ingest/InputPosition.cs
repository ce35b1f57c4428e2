using System.Globalization;

namespace Readout.Jobs.Ingest;

/// <summary>How far an input has been read: what it was when its reading began, and where reading goes on. Immutable.</summary>
/// <param name="Fingerprint">Tells whether the input is still the same: a hash over its files' names, sizes and times, and the options.</param>
/// <param name="File">Number of the file, from 0.</param>
/// <param name="Item">Number of the item in that file at which reading goes on, from 0.</param>
internal readonly record struct InputPosition(string Fingerprint, int File, long Item)
{
    private const string Done = "done";

    /// <summary>The position as the archive keeps it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Fingerprint} {File} {Item}");

    /// <summary>What the archive keeps of an input that was read to its end.</summary>
    public static string AtEnd(string fingerprint) => $"{fingerprint} {Done}";

    /// <summary>Where the reading of an input begins: where it stopped, or at its start where it is another by now or was read to its end.</summary>
    /// <param name="kept">What the archive keeps, or null.</param>
    /// <param name="fingerprint">The input as it is now.</param>
    public static InputPosition From(string? kept, string fingerprint)
    {
        InputPosition start = new(fingerprint, 0, 0);
        string[] parts = kept?.Split(' ') ?? [];
        if (parts.Length != 3 || parts[0] != fingerprint) return start;
        bool valid = int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int file);
        valid &= long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out long item);
        return valid ? new InputPosition(fingerprint, file, item) : start;
    }
}
