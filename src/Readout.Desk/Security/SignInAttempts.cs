using System.Collections.Concurrent;

namespace Readout.Desk.Security;

/// <summary>
/// Counts attempts to sign in that failed: few for one account from one address, more for one address, more for one account.
/// Kept in memory, bounded. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class SignInAttempts(TimeProvider time)
{
    /// <summary>How long an attempt counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const int MostTogether = 5;
    private const int MostOfAddress = 20;
    private const int MostOfAccount = 50;
    private const int MostKept = 10_000;
    private readonly ConcurrentDictionary<string, (DateTimeOffset From, int Count)> _counts = new(StringComparer.Ordinal);

    /// <summary>How long somebody must wait before they may try; zero where they may.</summary>
    /// <param name="account">The account that they name.</param>
    /// <param name="address">Where they come from.</param>
    public TimeSpan Wait(string account, string address)
    {
        TimeSpan longest = TimeSpan.Zero;
        foreach ((string key, int most) in Keys(account, address))
        {
            if (!_counts.TryGetValue(key, out (DateTimeOffset From, int Count) counted) || counted.Count < most) continue;
            TimeSpan left = counted.From + Window - time.GetUtcNow();
            if (left > longest) longest = left;
        }

        return longest;
    }

    /// <summary>Counts an attempt that failed.</summary>
    public void Failed(string account, string address)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_counts.Count >= MostKept) Forget(now);
        foreach ((string key, _) in Keys(account, address))
        {
            _counts.AddOrUpdate(key, (now, 1), (_, counted) => counted.From + Window <= now ? (now, 1) : (counted.From, counted.Count + 1));
        }
    }

    /// <summary>Somebody signed in: their own attempts no longer count.</summary>
    public void Succeeded(string account, string address) => _counts.TryRemove($"{address} {account}", out _);

    private static (string Key, int Most)[] Keys(string account, string address) =>
        [($"{address} {account}", MostTogether), ($"{address} ", MostOfAddress), ($" {account}", MostOfAccount)];

    // Where those within the window are too many, all are forgotten: the hashing of passwords is slow enough to bear that.
    private void Forget(DateTimeOffset now)
    {
        foreach ((string key, (DateTimeOffset from, _)) in _counts)
        {
            if (from + Window <= now) _counts.TryRemove(key, out _);
        }

        if (_counts.Count >= MostKept) _counts.Clear();
    }
}
