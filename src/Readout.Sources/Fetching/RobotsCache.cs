using System.Collections.Concurrent;
using System.Text;

namespace Readout.Sources.Fetching;

/// <summary>The rules of a server, or why they cannot be had.</summary>
/// <param name="File">The rules; those that permit nothing where they cannot be had.</param>
/// <param name="Fault">Why they cannot be had, or null.</param>
/// <param name="Until">When the server is to be asked again.</param>
internal sealed record ServerRules(RobotsFile File, string? Fault, DateTimeOffset Until);

/// <summary>
/// The robots.txt of each server, kept for a day (RFC 9309, 2.4): what answers that there is none permits all; a server that
/// fails or cannot be reached permits nothing until it is asked again. Thread-safe.
/// </summary>
internal sealed class RobotsCache(WebClient client, TimeProvider time, TimeSpan timeout)
{
    private const int Redirects = 5;
    private const int MaxServers = 10_000;
    private static readonly TimeSpan s_life = TimeSpan.FromHours(24);
    private static readonly TimeSpan s_lifeOfFailure = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, ServerRules> _rules = new(StringComparer.Ordinal);

    /// <summary>The rules of the server of an address.</summary>
    /// <exception cref="FetchProblem">The address is one that the program must not connect to.</exception>
    public async Task<ServerRules> OfAsync(Uri address, CancellationToken cancellation)
    {
        string server = address.GetLeftPart(UriPartial.Authority);
        if (_rules.TryGetValue(server, out ServerRules? kept) && kept.Until > time.GetUtcNow()) return kept;
        (RobotsFile file, string? fault) = await FetchAsync(new Uri(server + "/robots.txt"), cancellation).ConfigureAwait(false);
        if (_rules.Count >= MaxServers) _rules.Clear();
        return _rules[server] = new ServerRules(file, fault, time.GetUtcNow() + (fault is null ? s_life : s_lifeOfFailure));
    }

    private async Task<(RobotsFile File, string? Fault)> FetchAsync(Uri address, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            Uri current = address;
            for (int hop = 0; hop <= Redirects; hop++)
            {
                WebAnswer answer = await client.GetAsync(current, null, null, RobotsFile.MaxBytes, true, limit.Token).ConfigureAwait(false);
                if (answer.Redirect is not { } next) return Judge(answer);
                current = next;
            }

            return (RobotsFile.Open, null);
        }
        catch (FetchProblem problem) when (problem.Fault != FetchFault.Private)
        {
            return (RobotsFile.Closed, problem.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (RobotsFile.Closed, PageFetcher.TooSlow(timeout).Message);
        }
    }

    /// <summary>Statuses as the standard sorts them (2.3.1): success, unavailable, unreachable; 429 is taken as the last.</summary>
    private static (RobotsFile File, string? Fault) Judge(WebAnswer answer) => (int)answer.Status switch
    {
        >= 200 and < 300 => (RobotsFile.Parse(Encoding.UTF8.GetString(answer.Body), WebClient.Product), null),
        429 or >= 500 => (RobotsFile.Closed, PageFetcher.Refused(answer).Message),
        _ => (RobotsFile.Open, null),
    };
}
