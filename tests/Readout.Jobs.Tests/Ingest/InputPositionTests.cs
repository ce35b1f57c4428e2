using CsCheck;
using Readout.Jobs.Ingest;

namespace Readout.Jobs.Tests.Ingest;

public class InputPositionTests
{
    [Fact]
    public void A_position_is_found_again() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Long[0, long.MaxValue]).Sample((file, item) =>
        {
            InputPosition position = new("f00d", file, item);
            return InputPosition.From(position.ToString(), "f00d") == position;
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("f00d done")]
    [InlineData("beef 3 4")]
    [InlineData("f00d -3 4")]
    [InlineData("f00d three four")]
    [InlineData("f00d 3 4 5")]
    public void Anything_else_begins_at_the_start(string? kept) => Assert.Equal(new InputPosition("f00d", 0, 0), InputPosition.From(kept, "f00d"));
}
