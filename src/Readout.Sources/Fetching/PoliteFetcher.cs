using System.Globalization;

namespace Readout.Sources.Fetching;

/// <summary>How politely a fetcher asks.</summary>
public sealed record Politeness
{
    /// <summary>Time between two requests to one host: 1 s. A host's robots.txt may ask for more.</summary>
    public TimeSpan Spacing { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait for a host's turn; where it asks for more, the request is given up for now: 2 min.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a request is made that fails in a way that may pass: 3.</summary>
    public int Attempts { get; init; } = 3;
}

/// <summary>
/// Fetches as a guest should: only what robots.txt permits at every hop, one request at a time and host with space between, no
/// body where the copy at hand is the present one, waits as asked for. Bounded in time, size and redirects; private addresses
/// are refused at every connection. Thread-safe. Its clock and delays are those of a <see cref="TimeProvider"/>.
/// </summary>
public sealed class PoliteFetcher : IDisposable
{
    private readonly SourceOptions _options;
    private readonly Politeness _politeness;
    private readonly TimeProvider _time;
    private readonly WebClient _client;
    private readonly RobotsCache _robots;
    private readonly HostPace _pace;

    /// <summary>Builds a fetcher.</summary>
    /// <param name="options">Limits and permissions.</param>
    /// <param name="politeness">Spacing and patience; null for the defaults.</param>
    /// <param name="time">Clock and delays; null for the system's.</param>
    public PoliteFetcher(SourceOptions options, Politeness? politeness = null, TimeProvider? time = null)
        : this(options, politeness ?? new Politeness(), time ?? TimeProvider.System, new WebClient(options))
    {
    }

    internal PoliteFetcher(SourceOptions options, Politeness politeness, TimeProvider time, WebClient client)
    {
        _options = options;
        _politeness = politeness;
        _time = time;
        _client = client;
        _robots = new RobotsCache(client, time, options.FetchTimeout);
        _pace = new HostPace(politeness.Spacing, time);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Fetches an address; what fails in passing is tried again as often as the politeness says.</summary>
    /// <param name="request">The address and what is known of it.</param>
    /// <param name="cancellation">Stops the waiting and the request.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        FetchOutcome outcome = await OnceAsync(request, cancellation).ConfigureAwait(false);
        for (int attempt = 1; attempt < _politeness.Attempts && outcome.Kind == FetchKind.Failed && !IsTooLong(outcome); attempt++)
        {
            outcome = await OnceAsync(request, cancellation).ConfigureAwait(false);
        }

        return outcome;
    }

    private bool IsTooLong(FetchOutcome outcome) => outcome.RetryAt - _time.GetUtcNow() > _politeness.Patience;

    private async Task<FetchOutcome> OnceAsync(FetchRequest request, CancellationToken cancellation)
    {
        Uri current = request.Address;
        try
        {
            bool permanent = true;
            for (int hop = 0; hop <= _options.MaxRedirects; hop++)
            {
                (WebAnswer? answer, FetchOutcome? refused) = await AskAsync(current, request, cancellation).ConfigureAwait(false);
                if (answer is null) return refused!;
                if (answer.Redirect is not { } next) return Judge(answer, current, request, permanent && hop > 0);
                permanent &= answer.IsPermanent;
                current = next;
            }

            return Of(PageFetcher.TooManyRedirects(_options.MaxRedirects), current);
        }
        catch (FetchProblem problem)
        {
            if (problem.Fault == FetchFault.Passing) _pace.Failed(current, null);
            return Of(problem, current);
        }
    }

    /// <summary>Asks one server once, where it permits that; else why not.</summary>
    private async Task<(WebAnswer? Answer, FetchOutcome? Refused)> AskAsync(Uri address, FetchRequest request, CancellationToken cancellation)
    {
        if (address.Scheme is not ("http" or "https")) throw new FetchProblem($"addresses of the kind {address.Scheme}: are not fetched", "give an address that begins with http:// or https://");
        using IDisposable? turn = await _pace.TurnAsync(address, _politeness.Patience, cancellation).ConfigureAwait(false);
        if (turn is null) return (null, Later(address));
        ServerRules rules = await _robots.OfAsync(address, cancellation).ConfigureAwait(false);
        if (rules.Fault is not null || !rules.File.Allows(address)) return (null, Forbidden(rules));
        WebAnswer answer = await TimedAsync(address, request, cancellation).ConfigureAwait(false);
        if ((int)answer.Status is 429 or 503 or 500 or 502 or 504) _pace.Failed(address, RetryAfter.Parse(answer.RetryAfter, _time.GetUtcNow()));
        else _pace.Done(address, rules.File.Delay);
        return (answer, null);
    }

    private async Task<WebAnswer> TimedAsync(Uri address, FetchRequest request, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.FetchTimeout);
        try
        {
            int bytes = request.IsSitemap ? _options.MaxSitemapBytes : _options.MaxBytes;
            return await _client.GetAsync(address, request.ETag, request.LastModified, bytes, false, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw PageFetcher.TooSlow(_options.FetchTimeout);
        }
    }

    private FetchOutcome Judge(WebAnswer answer, Uri current, FetchRequest request, bool moved)
    {
        int status = (int)answer.Status;
        if (status is not (304 or (>= 200 and < 300))) return Of(PageFetcher.Refused(answer), current) with { Status = status };
        bool present = status == 304;
        return new FetchOutcome
        {
            Kind = present ? FetchKind.NotModified : FetchKind.Fetched,
            Page = present ? null : PageFetcher.Page(answer, current, request.Address),
            Status = status,
            ETag = answer.ETag ?? (present ? request.ETag : null),
            LastModified = answer.LastModified ?? (present ? request.LastModified : null),
            MovedTo = moved ? current : null,
        };
    }

    private FetchOutcome Of(FetchProblem problem, Uri address) => new()
    {
        Kind = problem.Fault == FetchFault.Passing ? FetchKind.Failed : FetchKind.Refused,
        What = problem.Message,
        Advice = problem.Advice,
        RetryAt = problem.Fault == FetchFault.Passing ? _pace.NextAt(address) : null,
    };

    private FetchOutcome Later(Uri address)
    {
        DateTimeOffset next = _pace.NextAt(address);
        return new FetchOutcome
        {
            Kind = FetchKind.Failed,
            What = string.Create(CultureInfo.InvariantCulture, $"{address.Host} asks to be left alone until {next:yyyy-MM-dd HH:mm} UTC"),
            Advice = "try again then",
            RetryAt = next,
        };
    }

    private static FetchOutcome Forbidden(ServerRules rules) => rules.Fault is { } fault
        ? new FetchOutcome { Kind = FetchKind.Failed, What = $"the server's robots.txt cannot be had, so nothing is fetched: {fault}", Advice = "try again later", RetryAt = rules.Until }
        : new FetchOutcome { Kind = FetchKind.Forbidden, What = "the server's robots.txt does not permit it", Advice = "save the page and give the file, or ask the publisher" };
}
