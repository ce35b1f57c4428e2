using System.Collections.Concurrent;
using Readout.Desk.Security;

namespace Readout.Desk.Articles;

/// <summary>How many replies and texts somebody may send in a time. Safe to call from every thread.</summary>
/// <param name="time">The present time.</param>
internal sealed class ReplyLimit(TimeProvider time)
{
    /// <summary>So many replies in <see cref="Window"/>.</summary>
    public const int Most = 5;

    private const int MostKnown = 10_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset[]> _sent = new(StringComparer.Ordinal);

    /// <summary>The time in which they are counted.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Counts a reply; false where there were too many lately.</summary>
    /// <param name="reader">Who sends it.</param>
    /// <param name="remote">From where.</param>
    public bool TryTake(DeskReader reader, string remote)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_sent.Count > MostKnown) Forget(now);
        bool taken = false;
        _sent.AddOrUpdate($"{reader.Name}\n{remote}", _ => Count([]), (_, before) => Count(before));
        return taken;

        DateTimeOffset[] Count(DateTimeOffset[] before)
        {
            DateTimeOffset[] lately = [.. before.Where(at => now - at < Window)];
            taken = lately.Length < Most;
            return taken ? [.. lately, now] : lately;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach ((string who, DateTimeOffset[] sent) in _sent)
        {
            if (sent.Length == 0 || now - sent[^1] >= Window) _sent.TryRemove(who, out _);
        }
    }
}
