using System.Numerics;

namespace Readout.Analysis.Stories;

/// <summary>Logarithms and roots in integers, so that what decides is the same on every processor.</summary>
internal static class FixedMath
{
    /// <summary>One, in the units of <see cref="Log2"/>.</summary>
    public const int One = 1024;

    /// <summary>The binary logarithm of a positive number, in 1/1024, by repeated squaring of the mantissa.</summary>
    public static int Log2(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        int whole = BitOperations.Log2((ulong)value);
        ulong mantissa = whole >= 31 ? (ulong)value >> (whole - 31) : (ulong)value << (31 - whole);
        int result = whole;
        for (int bit = 0; bit < 10; bit++)
        {
            mantissa = (mantissa * mantissa) >> 31;
            result <<= 1;
            if (mantissa < 1UL << 32) continue;
            mantissa >>= 1;
            result |= 1;
        }

        return result;
    }

    /// <summary>The whole part of the square root (Newton's method from above).</summary>
    public static long Root(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value < 2) return value;
        long guess = 1L << ((BitOperations.Log2((ulong)value) / 2) + 1);
        while (true)
        {
            long next = (guess + value / guess) / 2;
            if (next >= guess) return guess;
            guess = next;
        }
    }
}
