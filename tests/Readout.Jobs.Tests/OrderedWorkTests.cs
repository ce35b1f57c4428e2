namespace Readout.Jobs.Tests;

public class OrderedWorkTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Results_come_in_the_order_of_the_items_however_long_each_takes(bool behind)
    {
        List<int> results = [];
        await foreach (int result in OrderedWork.RunAsync(Numbers(200), Slow, _ => 1, 4, 16, 1000, behind, TestContext.Current.CancellationToken)) results.Add(result);
        Assert.Equal(Enumerable.Range(0, 200), results);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_more_is_under_way_than_the_bounds_say(bool behind)
    {
        int taken = 0;
        int given = 0;
        int most = 0;
        await foreach (int _ in OrderedWork.RunAsync(Numbers(100, () => taken++), Slow, _ => 10, 4, 64, 50, behind, TestContext.Current.CancellationToken))
        {
            most = Math.Max(most, taken - given);
            given++;
        }

        Assert.InRange(most, 2, 8);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_item_beyond_the_bound_is_taken_alone(bool behind)
    {
        List<int> results = [];
        await foreach (int result in OrderedWork.RunAsync(Numbers(5), Slow, _ => 1000, 4, 4, 10, behind, TestContext.Current.CancellationToken)) results.Add(result);
        Assert.Equal(5, results.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_fails_ends_the_enumeration_with_its_error(bool behind)
    {
        List<int> results = [];
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (int result in OrderedWork.RunAsync(Numbers(100), n => n == 20 ? throw new InvalidOperationException() : n, _ => 1, 4, 4, 100, behind, TestContext.Current.CancellationToken)) results.Add(result);
        });
        Assert.Equal(Enumerable.Range(0, 20), results);
    }

    [Fact]
    public async Task Work_behind_others_is_on_threads_of_its_own_and_of_low_priority()
    {
        List<(int Thread, bool Pooled, int Nice)> seen = [];
        await foreach ((int, bool, int) one in OrderedWork.RunAsync(Numbers(8), _ => (Environment.CurrentManagedThreadId, Thread.CurrentThread.IsThreadPoolThread, Nice()), _ => 1, 1, 4, 100, behind: true, TestContext.Current.CancellationToken)) seen.Add(one);
        Assert.Single(seen.Select(one => one.Thread).Distinct());
        Assert.All(seen, one => Assert.False(one.Pooled));
        if (OperatingSystem.IsLinux()) Assert.All(seen, one => Assert.True(one.Nice > Nice()));
    }

    // The nineteenth field of proc_pid_stat(5); the second may hold blanks and ends with the last bracket.
    private static int Nice()
    {
        if (!OperatingSystem.IsLinux()) return 0;
        string stat = File.ReadAllText("/proc/thread-self/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_under_way_after_a_stop(bool behind)
    {
        int running = 0;
        await foreach (int result in OrderedWork.RunAsync(Numbers(1000), Count, _ => 1, 4, 8, 100, behind, TestContext.Current.CancellationToken))
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
