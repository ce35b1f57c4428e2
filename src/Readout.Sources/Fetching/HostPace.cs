namespace Readout.Sources.Fetching;

/// <summary>
/// When each host may be asked next: one request at a time, a space between them, and a wait that doubles while the host fails or
/// is as long as it asks for. Thread-safe.
/// </summary>
internal sealed class HostPace(TimeSpan spacing, TimeProvider time)
{
    private static readonly TimeSpan s_firstBackOff = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestBackOff = TimeSpan.FromHours(1);
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.Ordinal);

    /// <summary>
    /// Waits for the host's turn; dispose the turn when the request is over. Null where the host asks for a longer wait than
    /// <paramref name="patience"/>: see <see cref="NextAt"/>.
    /// </summary>
    public async Task<IDisposable?> TurnAsync(Uri address, TimeSpan patience, CancellationToken cancellation)
    {
        Host host = Of(address);
        await host.Gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            TimeSpan wait = host.NextAt - time.GetUtcNow();
            if (wait > patience)
            {
                host.Gate.Release();
                return null;
            }

            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
            return new Turn(host.Gate);
        }
        catch
        {
            host.Gate.Release();
            throw;
        }
    }

    /// <summary>When the host may be asked next.</summary>
    public DateTimeOffset NextAt(Uri address) => Of(address).NextAt;

    /// <summary>Notes an answer that is no complaint.</summary>
    /// <param name="address">What was asked for.</param>
    /// <param name="delay">The space that the host's robots.txt asks for, or null.</param>
    public void Done(Uri address, TimeSpan? delay)
    {
        Host host = Of(address);
        host.Failures = 0;
        host.NextAt = time.GetUtcNow() + (delay > spacing ? delay.Value : spacing);
    }

    /// <summary>Notes that the host failed or asks to be left alone.</summary>
    /// <param name="address">What was asked for.</param>
    /// <param name="wait">The wait that it asks for, or null.</param>
    public void Failed(Uri address, TimeSpan? wait)
    {
        Host host = Of(address);
        host.Failures++;
        TimeSpan backOff = s_firstBackOff * Math.Pow(2, Math.Min(host.Failures, 10) - 1);
        TimeSpan chosen = wait ?? (backOff < s_longestBackOff ? backOff : s_longestBackOff);
        host.NextAt = time.GetUtcNow() + (chosen > spacing ? chosen : spacing);
    }

    private Host Of(Uri address)
    {
        lock (_hosts)
        {
            if (!_hosts.TryGetValue(address.Authority, out Host? host)) _hosts[address.Authority] = host = new Host();
            return host;
        }
    }

    private sealed class Host
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset NextAt { get; set; } = DateTimeOffset.MinValue;

        public int Failures { get; set; }
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
