using System.Runtime.Intrinsics;

namespace Readout.Training.Network;

/// <summary>Inverted dropout from a seeded xorshift generator (Marsaglia 2003).</summary>
internal sealed unsafe class Dropout(ulong seed)
{
    private ulong _state = seed * 0x9E3779B97F4A7C15UL + 0x632BE59BD9B4E019UL;

    public float Next() => (uint)(Draw() >> 40) * (1f / (1 << 24));

    /// <summary>Writes <c>target = source · mask</c> and the mask; a rate of 0 copies.</summary>
    public void Apply(float* source, float* target, float* mask, int length, float rate)
    {
        if (rate <= 0)
        {
            new Span<float>(source, length).CopyTo(new Span<float>(target, length));
            new Span<float>(mask, length).Fill(1);
            return;
        }

        uint threshold = (uint)(rate * 65536);
        float keep = 1 / (1 - rate);
        for (int i = 0; i < length; i += 4)
        {
            ulong bits = Draw();
            for (int k = 0; k < 4; k++, bits >>= 16) mask[i + k] = (bits & 0xFFFF) < threshold ? 0 : keep;
        }

        for (int i = 0; i < length; i += 16) (Vector512.Load(source + i) * Vector512.Load(mask + i)).Store(target + i);
    }

    public static void Multiply(float* values, float* mask, int length)
    {
        for (int i = 0; i < length; i += 16) (Vector512.Load(values + i) * Vector512.Load(mask + i)).Store(values + i);
    }

    private ulong Draw()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return _state;
    }
}
