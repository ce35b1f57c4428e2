using Readout.Archive;

namespace Readout.Desk.Hosting;

/// <summary>
/// Keeps what was read of an archive until anybody writes to it, in this process or another: what it gives is never older than the archive. Bounded; safe to call
/// from every thread.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="most">At most so many values are kept.</param>
internal sealed class UnchangedCache<TKey, TValue>(RecordArchive archive, int most)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TValue> _values = [];
    private string _state = "";

    /// <summary>The value of a key; <paramref name="read"/> is asked where there is none of the archive as it is. Values are shared, so that they must be immutable.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public TValue Get(TKey key, Func<TValue> read)
    {
        string state = archive.State();
        lock (_lock)
        {
            if (_state != state) _values.Clear();
            _state = state;
            if (_values.TryGetValue(key, out TValue? known)) return known;
        }

        // Written to meanwhile, what is read may be newer than the state it is kept under, which then is no longer asked for.
        TValue value = read();
        lock (_lock)
        {
            if (_state != state) return value;
            if (_values.Count >= most) _values.Clear();
            _values[key] = value;
        }

        return value;
    }
}
