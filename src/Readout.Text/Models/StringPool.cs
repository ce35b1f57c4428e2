namespace Readout.Text.Models;

/// <summary>
/// Strings met before, so that equal text is allocated once: direct-mapped, bounded; what it returns depends on the text
/// alone. Not thread-safe.
/// </summary>
internal sealed class StringPool
{
    private const int Size = 1 << 16, LongestKept = 64;

    private readonly string?[] _strings = new string?[Size];

    /// <summary>The text as a string.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestKept) return text.ToString();
        uint hash = WordFeatures.Hash(text);
        ref string? kept = ref _strings[(hash ^ hash >> 16) & (Size - 1)];
        if (kept is null || !text.SequenceEqual(kept)) kept = text.ToString();
        return kept;
    }
}
