using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;
using Readout.Sources.Streams;

namespace Readout.Sources.Fetching;

/// <summary>
/// Asks servers over HTTP, one request at a time and within hard limits: time, size after decompression, size of the headers,
/// and the addresses that may be connected to, which are judged after the name was resolved, at every connection. Redirects
/// are given, not followed. Thread-safe.
/// </summary>
internal sealed class WebClient : IDisposable
{
    private const int HeaderKilobytes = 64;
    private static readonly TimeSpan s_connectionLife = TimeSpan.FromMinutes(2);
    private readonly HttpClient _client;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly Predicate<IPAddress> _permits;

    /// <summary>Builds a client. No proxy is used: it would connect in the program's stead, past the guard.</summary>
    /// <param name="options">Permission of private addresses, and the contact to name.</param>
    /// <param name="resolve">Finds the addresses of a host; null for the system's resolver.</param>
    /// <param name="permits">Tells the addresses that may be connected to; null for the options' rule.</param>
    public WebClient(SourceOptions options, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, Predicate<IPAddress>? permits = null)
    {
        _resolve = resolve ?? Dns.GetHostAddressesAsync;
        _permits = permits ?? (options.AllowPrivate ? static _ => true : AddressGuard.IsPublic);
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = s_connectionLife,
            UseCookies = false,
            UseProxy = false,
            MaxResponseHeadersLength = HeaderKilobytes,
        };
        _client = new HttpClient(handler, true) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Agent(options.Contact));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.5");
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    /// <summary>The product token by which robots.txt addresses the program.</summary>
    public static string Product => "Readout";

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Asks once.</summary>
    /// <param name="address">http or https.</param>
    /// <param name="etag">The ETag of the copy at hand, verbatim, or null.</param>
    /// <param name="lastModified">The Last-Modified of the copy at hand, verbatim, or null.</param>
    /// <param name="maxBytes">Longest body; a longer one is refused.</param>
    /// <param name="cut">Whether of a longer body the beginning is taken instead.</param>
    /// <param name="cancellation">Stops the request.</param>
    /// <exception cref="FetchProblem">There is no whole answer; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<WebAnswer> GetAsync(Uri address, string? etag, string? lastModified, int maxBytes, bool cut, CancellationToken cancellation)
    {
        RequireWeb(address);
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (lastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            byte[] body = response.IsSuccessStatusCode ? await BodyAsync(response, maxBytes, cut, cancellation).ConfigureAwait(false) : [];
            return Answer(response, address, body);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or InvalidDataException or SocketException)
        {
            throw Told(problem);
        }
    }

    private static string Agent(string? contact)
    {
        string version = typeof(WebClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        string suffix = string.IsNullOrWhiteSpace(contact) ? "" : $" (+{string.Concat(contact.Where(c => c is > ' ' and < '\u007F' and not '(' and not ')'))})";
        return $"{Product}/{version}{suffix}";
    }

    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, int maxBytes, bool cut, CancellationToken cancellation)
    {
        FetchProblem large = new($"the answer is larger than {maxBytes / 1_000_000} MB after decompression", "save the part you need and give the file");
        if (!cut && response.Content.Headers.ContentLength > maxBytes) throw large;
        using Stream body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        if (cut) return await BoundedStream.PeekAsync(body, maxBytes, cancellation).ConfigureAwait(false);
        return await BoundedStream.ReadAsync(body, default, maxBytes, cancellation).ConfigureAwait(false) ?? throw large;
    }

    private static WebAnswer Answer(HttpResponseMessage response, Uri address, byte[] body)
    {
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        return new WebAnswer
        {
            Status = response.StatusCode,
            Reason = response.ReasonPhrase,
            Redirect = Redirect(response) is { } next && Uri.TryCreate(address, next, out Uri? absolute) ? absolute : null,
            MediaType = type?.MediaType?.ToLowerInvariant(),
            Charset = type?.CharSet,
            ETag = Verbatim(response.Headers, "ETag"),
            LastModified = Verbatim(response.Content.Headers, "Last-Modified"),
            RetryAfter = Verbatim(response.Headers, "Retry-After"),
            Body = body,
        };
    }

    /// <summary>The first value of a header as the server sent it.</summary>
    private static string? Verbatim(HttpHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out HeaderStringValues values)) return null;
        foreach (string value in values) return value.Trim() is { Length: > 0 and < 1024 } kept ? kept : null;
        return null;
    }

    private static string? Redirect(HttpResponseMessage response)
    {
        bool moved = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        return moved ? Verbatim(response.Headers, "Location") : null;
    }

    private static void RequireWeb(Uri address)
    {
        if (address.Scheme is not ("http" or "https")) throw new FetchProblem($"addresses of the kind {address.Scheme}: are not fetched", "give an address that begins with http:// or https://");
        if (address.UserInfo.Length > 0) throw new FetchProblem("addresses with a name and password in them are not fetched", "give the address without them");
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        string host = context.DnsEndPoint.Host;
        IPAddress[] addresses = IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? literal)
            ? [literal]
            : await _resolve(host, cancellation).ConfigureAwait(false);
        IPAddress[] permitted = Array.FindAll(addresses, _permits);
        if (permitted.Length == 0) throw new FetchProblem($"{host} is a private or local address", "give --allow-private if you mean to read from your own network", FetchFault.Private);
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

    /// <summary>What went wrong, in words for whoever asked.</summary>
    private static FetchProblem Told(Exception problem)
    {
        for (Exception? inner = problem; inner is not null; inner = inner.InnerException)
        {
            if (inner is FetchProblem told) return told;
        }

        return problem switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new FetchProblem($"the headers of the answer are larger than {HeaderKilobytes} KB", "tell whoever runs the server"),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new FetchProblem("the answer is no HTTP", "check the address"),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } unknown => new FetchProblem($"the server cannot be reached: {Reason(unknown)}", "check the address and the connection", FetchFault.Passing),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => new FetchProblem("the answer broke off", "try again later", FetchFault.Passing),
            HttpRequestException unreached => new FetchProblem($"the server cannot be reached: {Reason(unreached)}", "check the address and the connection", FetchFault.Passing),
            InvalidDataException => new FetchProblem($"the answer cannot be decompressed: {problem.Message}", "save the page and give the file"),
            _ => new FetchProblem($"the answer broke off: {problem.Message}", "try again later", FetchFault.Passing),
        };
    }

    private static string Reason(HttpRequestException problem) => problem.InnerException?.Message ?? problem.Message;
}
