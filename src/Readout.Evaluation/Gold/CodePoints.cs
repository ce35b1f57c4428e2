using System.Text.Json;
using Readout.Text;

namespace Readout.Evaluation.Gold;

/// <summary>
/// Converts between offsets that count Unicode code points, as gold files do, and UTF-16 code units. Immutable.
/// </summary>
internal sealed class CodePoints
{
    // Code-unit offset of each code point, with the length at the end; null where the two agree throughout.
    private readonly int[]? _starts;
    private readonly int _length;

    public CodePoints(string text)
    {
        _length = text.Length;
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF') < 0) return;
        List<int> starts = [];
        for (int i = 0; i < text.Length; i++)
        {
            starts.Add(i);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
        }

        starts.Add(text.Length);
        _starts = [.. starts];
    }

    /// <summary>Number of code points.</summary>
    public int Count => _starts is null ? _length : _starts.Length - 1;

    /// <summary>The range in code units of a range in code points.</summary>
    /// <exception cref="GoldFormatException">The range lies outside the text or runs backwards.</exception>
    public TextSpan ToUtf16(GoldFields where, int start, int end)
    {
        if (start < 0 || end < start || end > Count) throw where.Wrong($"the range [{start}, {end}) does not fit a text of {Count} characters");
        return _starts is null ? new TextSpan(start, end) : new TextSpan(_starts[start], _starts[end]);
    }

    /// <summary>The range of an array <c>[start, end, …]</c>.</summary>
    /// <exception cref="GoldFormatException">It is no such array, or lies outside the text.</exception>
    public TextSpan ToUtf16(GoldFields where, JsonElement pair)
    {
        if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() < 2
            || pair[0].ValueKind != JsonValueKind.Number || pair[1].ValueKind != JsonValueKind.Number
            || !pair[0].TryGetInt32(out int start) || !pair[1].TryGetInt32(out int end))
        {
            throw where.Wrong("a range is written [start, end]");
        }

        return ToUtf16(where, start, end);
    }

    /// <summary>Number of code points before a code-unit offset.</summary>
    public int FromUtf16(int offset)
    {
        if (_starts is null) return offset;
        int found = Array.BinarySearch(_starts, offset);
        return found >= 0 ? found : ~found - 1;
    }
}
