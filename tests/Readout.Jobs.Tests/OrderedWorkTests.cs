namespace Readout.Jobs.Tests;

public class OrderedWorkTests
{
    [Fact]
    public async Task Results_come_in_the_order_of_the_items_however_long_each_takes()
    {
        List<int> results = [];
        await foreach (int result in OrderedWork.RunAsync(Numbers(200), Slow, _ => 1, 4, 16, 1000, TestContext.Current.CancellationToken)) results.Add(result);
        Assert.Equal(Enumerable.Range(0, 200), results);
    }

    [Fact]
    public async Task No_more_is_under_way_than_the_bounds_say()
    {
        int taken = 0;
        int given = 0;
        int most = 0;
        await foreach (int _ in OrderedWork.RunAsync(Numbers(100, () => taken++), Slow, _ => 10, 4, 64, 50, TestContext.Current.CancellationToken))
        {
            most = Math.Max(most, taken - given);
            given++;
        }

        Assert.InRange(most, 2, 8);
    }

    [Fact]
    public async Task One_item_beyond_the_bound_is_taken_alone()
    {
        List<int> results = [];
        await foreach (int result in OrderedWork.RunAsync(Numbers(5), Slow, _ => 1000, 4, 4, 10, TestContext.Current.CancellationToken)) results.Add(result);
        Assert.Equal(5, results.Count);
    }

    [Fact]
    public async Task What_fails_ends_the_enumeration_with_its_error()
    {
        List<int> results = [];
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (int result in OrderedWork.RunAsync(Numbers(100), n => n == 20 ? throw new InvalidOperationException() : n, _ => 1, 4, 4, 100, TestContext.Current.CancellationToken)) results.Add(result);
        });
        Assert.Equal(Enumerable.Range(0, 20), results);
    }

    [Fact]
    public async Task Nothing_is_under_way_after_a_stop()
    {
        int running = 0;
        await foreach (int result in OrderedWork.RunAsync(Numbers(1000), Count, _ => 1, 4, 8, 100, TestContext.Current.CancellationToken))
        {
            if (result == 10) break;
        }

        Assert.Equal(0, running);

        int Count(int number)
        {
            Interlocked.Increment(ref running);
            Thread.Sleep(2);
            Interlocked.Decrement(ref running);
            return number;
        }
    }

    private static int Slow(int number)
    {
        Thread.Sleep(number % 7 == 0 ? 3 : 0);
        return number;
    }

    private static async IAsyncEnumerable<int> Numbers(int count, Action? taken = null)
    {
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            taken?.Invoke();
            yield return i;
        }
    }
}
