using System.Net;

namespace Readout.Desk.Hosting;

/// <summary>An address to listen at. Immutable.</summary>
/// <param name="Host">Host name or address as it was written; <c>*</c> for all.</param>
/// <param name="Port">Port; 0 for any that is free.</param>
internal sealed record DeskAddress(string Host, int Port)
{
    /// <summary>Whether only programs of this machine can reach it.</summary>
    public bool IsLoopback => Host is "localhost" || (IPAddress.TryParse(Host, out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>The address to bind, or null for all.</summary>
    public IPAddress? Bound => Host switch
    {
        "localhost" => IPAddress.Loopback,
        "*" => null,
        _ => IPAddress.Parse(Host),
    };

    /// <summary>Understands <c>http://host:port</c>.</summary>
    /// <exception cref="DeskUsageException">It is none.</exception>
    public static DeskAddress Parse(string text)
    {
        const string scheme = "http://";
        string rest = text.Trim().TrimEnd('/');
        if (!rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new DeskUsageException($"'{text}' is no address to listen at; write http://127.0.0.1:5280 (a proxy in front of the desk speaks https)");
        }

        rest = rest[scheme.Length..];
        int colon = rest.LastIndexOf(':');
        string host = (colon > rest.LastIndexOf(']') ? rest[..colon] : rest).Trim('[', ']').ToLowerInvariant();
        int port = 80;
        if (colon > rest.LastIndexOf(']') && !(int.TryParse(rest.AsSpan(colon + 1), out port) && port is >= 0 and <= 65535)) throw new DeskUsageException($"'{rest[(colon + 1)..]}' is no port");
        if (host is "+") host = "*";
        if (host is not ("localhost" or "*") && !IPAddress.TryParse(host, out _)) throw new DeskUsageException($"'{host}' is no address of this machine; write its IP address, localhost or *");
        return new DeskAddress(host, port);
    }
}
