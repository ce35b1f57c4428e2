using System.Net;

namespace Readout.Sources.Fetching;

/// <summary>One answer of a server, its body read within the limits. Immutable.</summary>
internal sealed record WebAnswer
{
    /// <summary>Status code.</summary>
    public required HttpStatusCode Status { get; init; }

    /// <summary>The words beside the status.</summary>
    public string? Reason { get; init; }

    /// <summary>Where a redirect leads, absolute; null for whatever else.</summary>
    public Uri? Redirect { get; init; }

    /// <summary>Whether the redirect is for good (301, 308).</summary>
    public bool IsPermanent => Status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;

    /// <summary>Media type in lower case, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>Character set, or null.</summary>
    public string? Charset { get; init; }

    /// <summary><c>ETag</c>, verbatim, or null.</summary>
    public string? ETag { get; init; }

    /// <summary><c>Last-Modified</c>, verbatim, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary><c>Retry-After</c>, verbatim, or null.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The body of a success; empty otherwise.</summary>
    public byte[] Body { get; init; } = [];
}
