using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Readout.Jobs;

/// <summary>Work on many items at once, with the results in the order of the items and a bound on what is under way.</summary>
internal static class OrderedWork
{
    /// <summary>
    /// Applies <paramref name="work"/> on so many threads of the pool, no more: each keeps tables of its own warm. Items are taken while at most <paramref name="width"/> of them, and
    /// no more than <paramref name="mostWeight"/> in all, wait for their turn; one is taken whatever it weighs. However the
    /// enumeration ends, nothing is under way after it.
    /// </summary>
    /// <param name="items">The items, taken in order.</param>
    /// <param name="work">What is done with each; pure of the others.</param>
    /// <param name="weight">What an item holds in memory, in bytes.</param>
    /// <param name="workers">Threads that work.</param>
    /// <param name="width">Most items under way.</param>
    /// <param name="mostWeight">Most bytes under way.</param>
    /// <param name="behind">Whether the threads are of their own and stand behind all others (<see cref="LowPriority"/>), not of the pool.</param>
    /// <param name="cancellation">Stops the taking of items.</param>
    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items, Func<TItem, TResult> work, Func<TItem, long> weight, int workers, int width, long mostWeight, bool behind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Channel<(Task<TResult> Task, long Weight)> underWay = Channel.CreateBounded<(Task<TResult>, long)>(width);
        using Load load = new(mostWeight);
        Channel<(TItem Item, TaskCompletionSource<TResult> Done)> waiting = Channel.CreateUnbounded<(TItem, TaskCompletionSource<TResult>)>();
        Task taking = Task.Run(() => TakeAsync(items, weight, underWay.Writer, waiting.Writer, load, stop.Token), CancellationToken.None);
        Task working = Task.WhenAll(Enumerable.Range(0, workers).Select(_ => behind ? LowPriority.Run(() => Work(waiting.Reader, work)) : Task.Run(() => WorkAsync(waiting.Reader, work), CancellationToken.None)));
        try
        {
            await foreach ((Task<TResult> task, long held) in underWay.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                TResult result = await task.ConfigureAwait(false);
                load.Release(held);
                yield return result;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await taking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (underWay.Reader.TryRead(out (Task<TResult> Task, long Weight) left)) await ((Task)left.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await working.ConfigureAwait(false);
        }
    }

    private static async Task WorkAsync<TItem, TResult>(ChannelReader<(TItem Item, TaskCompletionSource<TResult> Done)> waiting, Func<TItem, TResult> work)
    {
        await foreach ((TItem item, TaskCompletionSource<TResult> done) in waiting.ReadAllAsync().ConfigureAwait(false))
        {
            Answer(item, done, work);
        }
    }

    // Blocks its thread while nothing waits.
    private static void Work<TItem, TResult>(ChannelReader<(TItem Item, TaskCompletionSource<TResult> Done)> waiting, Func<TItem, TResult> work)
    {
        while (waiting.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (waiting.TryRead(out (TItem Item, TaskCompletionSource<TResult> Done) next)) Answer(next.Item, next.Done, work);
        }
    }

    private static void Answer<TItem, TResult>(TItem item, TaskCompletionSource<TResult> done, Func<TItem, TResult> work)
    {
        try
        {
            done.SetResult(work(item));
        }
        catch (Exception exception)
        {
            done.SetException(exception);
        }
    }

    private static async Task TakeAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items, Func<TItem, long> weight, ChannelWriter<(Task<TResult>, long)> underWay,
        ChannelWriter<(TItem, TaskCompletionSource<TResult>)> waiting, Load load, CancellationToken cancellation)
    {
        try
        {
            await foreach (TItem item in items.WithCancellation(cancellation).ConfigureAwait(false))
            {
                long held = weight(item);
                await load.TakeAsync(held, cancellation).ConfigureAwait(false);
                // Nothing is begun before there is room for it: what is begun is always in the queue.
                await underWay.WaitToWriteAsync(cancellation).ConfigureAwait(false);
                TaskCompletionSource<TResult> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
                underWay.TryWrite((done.Task, held));
                waiting.TryWrite((item, done));
            }

            underWay.Complete();
        }
        catch (Exception exception)
        {
            underWay.Complete(exception);
        }
        finally
        {
            waiting.Complete();
        }
    }

    /// <summary>Counts the bytes under way; one takes, one releases.</summary>
    private sealed class Load(long most) : IDisposable
    {
        private readonly Lock _lock = new();
        private readonly SemaphoreSlim _released = new(0);
        private long _held;

        public async Task TakeAsync(long weight, CancellationToken cancellation)
        {
            while (true)
            {
                lock (_lock)
                {
                    if (_held == 0 || _held + weight <= most)
                    {
                        _held += weight;
                        return;
                    }
                }

                await _released.WaitAsync(cancellation).ConfigureAwait(false);
            }
        }

        public void Release(long weight)
        {
            lock (_lock) _held -= weight;
            _released.Release();
        }

        public void Dispose() => _released.Dispose();
    }
}
