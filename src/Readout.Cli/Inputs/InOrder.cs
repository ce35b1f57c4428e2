namespace Readout.Cli.Inputs;

/// <summary>Work on many items at once, with the results in the order of the items.</summary>
internal static class InOrder
{
    /// <summary>
    /// Applies <paramref name="work"/> on as many threads as there are processors. Items are taken, and results given,
    /// in order; no more than a few items are under way at a time, so that memory stays bounded. However the enumeration
    /// ends, none is under way after it, so that what the work uses can be disposed of.
    /// </summary>
    public static IEnumerable<TResult> Select<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work)
    {
        int window = Environment.ProcessorCount * 2;
        Queue<Task<TResult>> underWay = new();
        try
        {
            foreach (TItem item in items)
            {
                underWay.Enqueue(Task.Run(() => work(item)));
                if (underWay.Count >= window) yield return underWay.Dequeue().GetAwaiter().GetResult();
            }

            while (underWay.Count > 0) yield return underWay.Dequeue().GetAwaiter().GetResult();
        }
        finally
        {
            foreach (Task task in underWay) ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
    }
}
