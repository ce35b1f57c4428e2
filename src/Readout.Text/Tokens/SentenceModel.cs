using System.Globalization;
using System.Numerics;

namespace Readout.Text.Tokens;

/// <summary>
/// Integer weights of the sentence splitter. Read from text: comment lines with <c>#</c>, then one feature a line,
/// <c>template code word weight</c>, parted by tabs; <c>∅</c> for no word. Immutable; safe for several threads.
/// </summary>
internal sealed class SentenceModel
{
    // Key in the upper half, weight in the lower; 0 for an empty slot.
    private readonly ulong[] _slots;
    private readonly uint _mask;

    private SentenceModel(List<(uint Key, int Weight)> features)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features.Count * 2));
        _slots = new ulong[size];
        _mask = (uint)size - 1;
        foreach ((uint key, int weight) in features)
        {
            uint slot = key & _mask;
            while (_slots[slot] != 0) slot = (slot + 1) & _mask;
            _slots[slot] = ((ulong)key << 32) | (uint)weight;
        }
    }

    /// <summary>Reads the weights.</summary>
    /// <exception cref="FormatException">A line is not of the form said above.</exception>
    public static SentenceModel Parse(string text)
    {
        List<(uint, int)> features = [];
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsEmpty || line[0] == '#') continue;
            features.Add(ParseLine(line, number));
        }

        return new SentenceModel(features);
    }

    /// <summary>The part of a boundary's score that shapes give; the whole above 0 speaks for a sentence's end.</summary>
    public int ShapeScore(in Boundary boundary)
    {
        Span<BoundaryFeatures.Feature> features = stackalloc BoundaryFeatures.Feature[BoundaryFeatures.ShapeCount];
        BoundaryFeatures.FillShapes(boundary, features);
        return Sum(features);
    }

    /// <summary>The part of a boundary's score that words give.</summary>
    public int WordScore(in Boundary boundary)
    {
        Span<BoundaryFeatures.Feature> features = stackalloc BoundaryFeatures.Feature[BoundaryFeatures.WordCount];
        BoundaryFeatures.FillWords(boundary, features);
        return Sum(features);
    }

    private int Sum(ReadOnlySpan<BoundaryFeatures.Feature> features)
    {
        ulong[] slots = _slots;
        int sum = 0;
        foreach (ref readonly BoundaryFeatures.Feature feature in features)
        {
            uint key = feature.Key;
            uint slot = key & _mask;
            while (slots[slot] != 0)
            {
                if ((uint)(slots[slot] >> 32) == key)
                {
                    sum += (int)(uint)slots[slot];
                    break;
                }

                slot = (slot + 1) & _mask;
            }
        }

        return sum;
    }

    private static (uint Key, int Weight) ParseLine(ReadOnlySpan<char> line, int number)
    {
        Span<Range> parts = stackalloc Range[5];
        bool right = line.Split(parts, '\t') == 4;
        int template = 0;
        int code = 0;
        int weight = 0;
        right = right && int.TryParse(line[parts[0]], NumberStyles.None, CultureInfo.InvariantCulture, out template)
            && int.TryParse(line[parts[1]], NumberStyles.None, CultureInfo.InvariantCulture, out code)
            && int.TryParse(line[parts[3]], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out weight);
        if (!right) throw new FormatException($"Sentence model, line {number}: not 'template code word weight' parted by tabs.");
        ReadOnlySpan<char> word = line[parts[2]];
        return (new BoundaryFeatures.Feature(template, code, word is "\u2205" ? 0 : BoundaryFeatures.Hash(word)).Key, weight);
    }
}
