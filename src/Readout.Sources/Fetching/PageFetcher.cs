using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Readout.Sources.Formats;

namespace Readout.Sources.Fetching;

/// <summary>
/// Fetches one address over HTTP within hard limits: time, size after decompression, redirects, and the addresses that may
/// be connected to, which are judged after the name was resolved and again for every redirect. Thread-safe.
/// </summary>
internal sealed class PageFetcher : IDisposable
{
    private readonly SourceOptions _options;
    private readonly HttpClient _client;

    /// <summary>Builds a fetcher. No proxy is used: it would connect in the program's stead, past the guard.</summary>
    public PageFetcher(SourceOptions options)
    {
        _options = options;
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
            UseCookies = false,
            UseProxy = false,
            MaxResponseHeadersLength = 64,
        };
        _client = new HttpClient(handler, true) { Timeout = Timeout.InfiniteTimeSpan };
        string version = typeof(PageFetcher).Assembly.GetName().Version?.ToString(3) ?? "0";
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Readout", version));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5");
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Fetches an address.</summary>
    /// <exception cref="FetchProblem">It cannot be fetched; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<RawInput> FetchAsync(Uri address, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.FetchTimeout);
        try
        {
            return await FollowAsync(address, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new FetchProblem($"the server did not answer in full within {_options.FetchTimeout.TotalSeconds:0.#} s", "try again later, or save the page and give the file");
        }
        catch (HttpRequestException problem) when (problem.InnerException is FetchProblem inner)
        {
            throw inner;
        }
        catch (HttpRequestException problem)
        {
            throw new FetchProblem($"the server cannot be reached: {Reason(problem)}", "check the address and the connection");
        }
        catch (IOException problem) when (problem is not FetchProblem)
        {
            throw new FetchProblem($"the answer broke off: {problem.Message}", "try again later");
        }
        catch (InvalidDataException problem)
        {
            throw new FetchProblem($"the answer cannot be decompressed: {problem.Message}", "save the page and give the file");
        }
    }

    private async Task<RawInput> FollowAsync(Uri address, CancellationToken cancellation)
    {
        Uri current = address;
        for (int hop = 0; hop <= _options.MaxRedirects; hop++)
        {
            RequireWeb(current);
            using HttpRequestMessage request = new(HttpMethod.Get, current);
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (Redirect(response) is { } next)
            {
                current = new Uri(current, next);
                continue;
            }

            if (!response.IsSuccessStatusCode) throw new FetchProblem($"the server answered {(int)response.StatusCode} {response.ReasonPhrase}", Advice(response.StatusCode));
            return await ReadAsync(response, current, address, cancellation).ConfigureAwait(false);
        }

        throw new FetchProblem($"the server redirects more than {_options.MaxRedirects} times", "open the page in a browser and give its last address");
    }

    private async Task<RawInput> ReadAsync(HttpResponseMessage response, Uri current, Uri asked, CancellationToken cancellation)
    {
        using Stream body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        byte[]? bytes = await BoundedStream.ReadAsync(body, default, _options.MaxBytes, cancellation).ConfigureAwait(false);
        if (bytes is null) throw new FetchProblem($"the answer is larger than {_options.MaxBytes / 1_000_000} MB after decompression", "save the part you need and give the file");
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        return new RawInput(bytes, asked.AbsoluteUri)
        {
            Name = current.AbsolutePath,
            MediaType = type?.MediaType?.ToLowerInvariant(),
            Charset = type?.CharSet,
            Url = current,
        };
    }

    private static Uri? Redirect(HttpResponseMessage response)
    {
        bool moved = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        return moved ? response.Headers.Location : null;
    }

    private static void RequireWeb(Uri address)
    {
        if (address.Scheme is not ("http" or "https")) throw new FetchProblem($"addresses of the kind {address.Scheme}: are not fetched", "give an address that begins with http:// or https://");
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        string host = context.DnsEndPoint.Host;
        IPAddress[] addresses = IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(host, cancellation).ConfigureAwait(false);
        IPAddress[] permitted = _options.AllowPrivate ? addresses : Array.FindAll(addresses, AddressGuard.IsPublic);
        if (permitted.Length == 0) throw new FetchProblem($"{host} is a private or local address", "give --allow-private if you mean to read from your own network");
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(permitted, context.DnsEndPoint.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Reason(HttpRequestException problem) => problem.InnerException?.Message ?? problem.Message;

    private static string Advice(HttpStatusCode status) => (int)status switch
    {
        404 or 410 => "check the address",
        401 or 402 or 403 or 451 => "the page is not open to programs; save it and give the file",
        429 => "wait and try again",
        _ => "try again later",
    };
}
