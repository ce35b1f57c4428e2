using CsCheck;
using Readout.Analysis.Stories;

namespace Readout.Analysis.Tests.Stories;

public sealed class FixedMathTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1024)]
    [InlineData(1024, 10240)]
    [InlineData(3, 1623)]
    public void Logarithms_are_in_1024ths(long value, int expected) => Assert.Equal(expected, FixedMath.Log2(value));

    [Fact]
    public void Logarithms_are_within_two_1024ths() =>
        Gen.Long[1, long.MaxValue / 2].Sample(value => Math.Abs(FixedMath.Log2(value) - Math.Log2(value) * 1024) < 2);

    [Fact]
    public void A_root_squared_is_the_nearest_square_below() => Gen.Long[0, 1L << 60].Sample(value =>
    {
        long root = FixedMath.Root(value);
        return root * root <= value && (root + 1) * (root + 1) > value;
    });
}
