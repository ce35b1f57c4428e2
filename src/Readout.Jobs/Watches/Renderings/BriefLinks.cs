using System.Globalization;
using Readout.Analysis.Watches;

namespace Readout.Jobs.Watches.Renderings;

/// <summary>Where the lines of a brief lead. Immutable.</summary>
/// <param name="Desk">Address of the desk, ended by a slash; null where there is none, and lines lead to their sources.</param>
public sealed record BriefLinks(Uri? Desk)
{
    /// <summary>Lines lead to their sources alone.</summary>
    public static BriefLinks None { get; } = new((Uri?)null);

    /// <summary>The links of a desk.</summary>
    /// <param name="address">Its address, <c>https://desk.example</c>.</param>
    /// <exception cref="FormatException">It is no address of the web.</exception>
    public static BriefLinks Of(string address) =>
        Uri.TryCreate(address.EndsWith('/') ? address : address + "/", UriKind.Absolute, out Uri? desk) && desk.Scheme is "http" or "https"
            ? new BriefLinks(desk)
            : throw new FormatException($"'{address}' is no address of a desk; write it as https://desk.example");

    /// <summary>Where the evidence of a line is shown on the desk, or null.</summary>
    public Uri? Evidence(BriefSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return On(source.Event > 0
            ? string.Create(CultureInfo.InvariantCulture, $"article/{source.Article}#e{source.Event}")
            : string.Create(CultureInfo.InvariantCulture, $"article/{source.Article}"));
    }

    /// <summary>The page of a watch, or null.</summary>
    public Uri? Watch(long id) => On(string.Create(CultureInfo.InvariantCulture, $"watches/{id}"));

    /// <summary>The page of a brief, or null.</summary>
    public Uri? Brief(long watch, long brief) => On(string.Create(CultureInfo.InvariantCulture, $"watches/{watch}/briefs/{brief}"));

    /// <summary>Where a reader unsubscribes, or null.</summary>
    public Uri? Leave(string key) => On($"watches/leave/{Uri.EscapeDataString(key)}");

    /// <summary>Where a reader confirms, or null.</summary>
    public Uri? Confirm(string key) => On($"watches/confirm/{Uri.EscapeDataString(key)}");

    /// <summary>The address of an article at its source, where it is one of the web; else null.</summary>
    public static Uri? Source(BriefSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Uri.TryCreate(source.Url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : null;
    }

    private Uri? On(string path) => Desk is null ? null : new Uri(Desk, path);
}
