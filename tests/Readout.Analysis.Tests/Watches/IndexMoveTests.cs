using Readout.Analysis.Watches;

namespace Readout.Analysis.Tests.Watches;

public class IndexMoveTests
{
    private static readonly DateOnly Day = new(1987, 6, 1);

    private static readonly IndexReading Calm = new() { First = "BOR", Second = "SYL", AsOf = Day, Value = 0.4, Low = -1, High = 1.8, Temperature = "usual" };

    [Fact]
    public void Nothing_moves_where_nothing_is_different_or_nothing_was_known()
    {
        Assert.Empty(IndexMove.Between(Calm, Calm));
        Assert.Empty(IndexMove.Between(null, Calm));
        Assert.Empty(IndexMove.Between(Calm with { Value = null, Unresolved = "3 happenings" }, Calm));
        Assert.Empty(IndexMove.Between(Calm, Calm with { Value = 1.7 }));
    }

    [Fact]
    public void A_new_break_is_a_move_and_the_same_break_found_a_little_later_is_none()
    {
        IndexMark mark = new("freeze", Day.AddDays(-14), Day.AddDays(-21), Day.AddDays(-7));
        IndexMove move = Assert.Single(IndexMove.Between(Calm, Calm with { Marks = [mark] }));
        Assert.Equal(("freeze", "a freeze from the week of 1987-05-18", mark), (move.Kind, move.Text, move.Mark));
        IndexMark moved = mark with { From = Day.AddDays(-7), Earliest = Day.AddDays(-14), Latest = Day };
        Assert.Empty(IndexMove.Between(Calm with { Marks = [mark] }, Calm with { Marks = [moved] }));
        Assert.Single(IndexMove.Between(Calm with { Marks = [mark] }, Calm with { Marks = [mark, mark with { Kind = "thaw" }] }));
    }

    [Fact]
    public void Another_temperature_and_a_value_outside_the_band_are_moves()
    {
        Assert.Equal(["temperature", "value"], IndexMove.Between(Calm, Calm with { Value = -2.3, Low = -3.5, High = -0.2, Temperature = "colder" }).Select(move => move.Kind));
        IndexMove value = Assert.Single(IndexMove.Between(Calm, Calm with { Value = 2.25 }));
        Assert.Equal("the index went from +0.4 (-1.0 to +1.8) to +2.3", value.Text);
    }
}
