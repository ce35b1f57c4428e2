namespace Readout.Archive.Identity;

/// <summary>The one spelling of an article's address: under it, an article that arrives twice is one. Pure.</summary>
public static class CanonicalUrl
{
    // What mailings, feeds and social networks put behind an address to follow who clicked; none of them changes the page.
    private static readonly string[] Tracking =
    [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid",
        "mkt_tok", "_hsenc", "_hsmi", "vero_id", "ref_src", "cmpid", "wt.mc_id", "wt_mc", "ncid", "ocid", "smid",
    ];

    private static readonly string[] TrackingPrefixes = ["utm_", "pk_", "mtm_", "at_"];

    /// <summary>
    /// Scheme and host in lower case, the scheme's own port, the fragment and parameters that only follow clicks dropped,
    /// all else as it was. Null where the text is no address of the web.
    /// </summary>
    /// <param name="url">The address, or null.</param>
    public static string? Of(string? url)
    {
        if (string.IsNullOrWhiteSpace(url) || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out Uri? address)) return null;
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) return null;
        string port = address.IsDefaultPort ? "" : $":{address.Port}";
        return $"{address.Scheme}://{address.IdnHost}{port}{address.AbsolutePath}{Query(address.Query)}";
    }

    private static string Query(string query)
    {
        if (query.Length < 2) return "";
        string kept = string.Join('&', query[1..].Split('&').Where(pair => pair.Length > 0 && !Follows(pair.Split('=')[0])));
        return kept.Length == 0 ? "" : "?" + kept;
    }

    private static bool Follows(string name) =>
        Tracking.Contains(name, StringComparer.OrdinalIgnoreCase)
        || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
