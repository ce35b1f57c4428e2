namespace Readout.Desk.Hosting;

/// <summary>
/// What a reader asked for cannot be given. Thrown by models and endpoints; shown as a page, or under <c>/api</c> as a problem
/// document (RFC 9457).
/// </summary>
/// <param name="status">Status of HTTP.</param>
/// <param name="title">What is wrong, in a few words.</param>
/// <param name="detail">What the reader can do, in one sentence.</param>
public sealed class DeskFaultException(int status, string title, string detail) : Exception(title)
{
    /// <summary>Status of HTTP.</summary>
    public int Status { get; } = status;

    /// <summary>What is wrong, in a few words.</summary>
    public string Title { get; } = title;

    /// <summary>What the reader can do, in one sentence.</summary>
    public string Detail { get; } = detail;

    /// <summary>How long to wait before trying again, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>404: there is no such thing (any more).</summary>
    /// <param name="what">The thing: <c>article 17</c>.</param>
    public static DeskFaultException NotFound(string what) =>
        new(StatusCodes.Status404NotFound, $"There is no {what}", "It was never kept here, or it is no more. Search may find what you were after.");

    /// <summary>400: the request says what cannot be understood.</summary>
    /// <param name="detail">Which part, and what it may be.</param>
    public static DeskFaultException Bad(string detail) => new(StatusCodes.Status400BadRequest, "The request cannot be understood", detail);

    /// <summary>403: it takes another role.</summary>
    /// <param name="detail">Which.</param>
    public static DeskFaultException Forbidden(string detail) => new(StatusCodes.Status403Forbidden, "You may not do this", detail);
}
