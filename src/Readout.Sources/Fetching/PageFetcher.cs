using System.Net;
using Readout.Sources.Formats;

namespace Readout.Sources.Fetching;

/// <summary>
/// Fetches one address that a person asked for: redirects are followed up to a number, all within one limit of time. Thread-safe.
/// </summary>
internal sealed class PageFetcher(SourceOptions options) : IDisposable
{
    private readonly WebClient _client = new(options);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Fetches an address.</summary>
    /// <exception cref="FetchProblem">It cannot be fetched; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<FetchedPage> FetchAsync(Uri address, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.FetchTimeout);
        try
        {
            return await FollowAsync(address, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw TooSlow(options.FetchTimeout);
        }
    }

    /// <summary>The problem of a server that takes too long.</summary>
    public static FetchProblem TooSlow(TimeSpan limit) =>
        new($"the server did not answer in full within {limit.TotalSeconds:0.#} s", "try again later, or save the page and give the file", FetchFault.Passing);

    /// <summary>The problem of a server that redirects again and again.</summary>
    public static FetchProblem TooManyRedirects(int limit) =>
        new($"the server redirects more than {limit} times", "open the page in a browser and give its last address");

    /// <summary>The problem of an answer that is no success.</summary>
    public static FetchProblem Refused(WebAnswer answer) =>
        new($"the server answered {(int)answer.Status} {answer.Reason}".TrimEnd(), Advice(answer.Status), IsPassing(answer.Status) ? FetchFault.Passing : FetchFault.Lasting);

    /// <summary>What an answer gave, to be read.</summary>
    /// <param name="answer">A success.</param>
    /// <param name="current">The address that gave it.</param>
    /// <param name="asked">The address that was asked for first.</param>
    public static FetchedPage Page(WebAnswer answer, Uri current, Uri asked) => new(new RawInput(answer.Body, asked.AbsoluteUri)
    {
        Name = current.AbsolutePath,
        MediaType = answer.MediaType,
        Charset = answer.Charset,
        Url = current,
    });

    private async Task<FetchedPage> FollowAsync(Uri address, CancellationToken cancellation)
    {
        Uri current = address;
        for (int hop = 0; hop <= options.MaxRedirects; hop++)
        {
            WebAnswer answer = await _client.GetAsync(current, null, null, options.MaxBytes, false, cancellation).ConfigureAwait(false);
            if (answer.Redirect is { } next) current = next;
            else if ((int)answer.Status is >= 200 and < 300) return Page(answer, current, address);
            else throw Refused(answer);
        }

        throw TooManyRedirects(options.MaxRedirects);
    }

    private static bool IsPassing(HttpStatusCode status) => (int)status is 408 or 425 or 429 or >= 500;

    private static string Advice(HttpStatusCode status) => (int)status switch
    {
        404 or 410 => "check the address",
        401 or 402 or 403 or 451 => "the page is not open to programs; save it and give the file",
        429 => "wait and try again",
        _ => "try again later",
    };
}
