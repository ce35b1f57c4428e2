using CsCheck;
using Readout.Cli.Inputs;

namespace Readout.Cli.Tests.Inputs;

public sealed class InOrderTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_items_however_long_each_takes() =>
        Gen.Int[0, 3].Array[0, 40].Sample(
            delays =>
            {
                IEnumerable<int> results = InOrder.Select(Enumerable.Range(0, delays.Length), i =>
                {
                    Thread.SpinWait(delays[i] * 2000);
                    return i;
                });
                return results.SequenceEqual(Enumerable.Range(0, delays.Length));
            },
            iter: 50);

    [Fact]
    public void No_more_than_a_few_items_are_taken_ahead()
    {
        int taken = 0;
        IEnumerable<int> items = Enumerable.Range(0, 1000).Select(i =>
        {
            taken++;
            return i;
        });
        int[] first = [.. InOrder.Select(items, i => i).Take(3)];
        Assert.Equal([0, 1, 2], first);
        Assert.InRange(taken, 3, 3 + (Environment.ProcessorCount * 2));
    }
}
