using System.Globalization;
using System.Text;

namespace Readout.Sources.Fetching;

/// <summary>
/// The rules of a robots.txt for one program (RFC 9309). The longest matching rule decides, an allowing one where two are as
/// long; <c>*</c> stands for any characters, <c>$</c> for the end. Immutable, thread-safe.
/// </summary>
internal sealed class RobotsFile
{
    /// <summary>Bytes of a file that are read; the standard asks for 500 KiB at least (2.5).</summary>
    public const int MaxBytes = 512_000;

    private const int MaxRules = 10_000;
    private const int MaxPattern = 2048;
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(60);
    private readonly List<(string Pattern, bool Allows)> _rules = [];

    private RobotsFile()
    {
    }

    /// <summary>No rules: all may be fetched.</summary>
    public static RobotsFile Open { get; } = new();

    /// <summary>Nothing may be fetched: what holds while a server cannot give its file (2.3.1.4).</summary>
    public static RobotsFile Closed { get; } = Parse("User-agent: *\nDisallow: /", "*");

    /// <summary>The time between requests that the file asks for; a common extension, at most a minute. Or null.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>Reads a file for one program.</summary>
    /// <param name="text">The file.</param>
    /// <param name="product">Product token of the program, compared without case.</param>
    public static RobotsFile Parse(string text, string product)
    {
        RobotsFile named = new();
        RobotsFile general = new();
        bool isNamed = false;
        bool forNamed = false;
        bool forGeneral = false;
        bool inAgents = false;
        foreach ((string key, string value) in Lines(text))
        {
            if (key == "user-agent")
            {
                if (!inAgents) forNamed = forGeneral = false;
                inAgents = true;
                forNamed |= Product(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                forGeneral |= value == "*";
                isNamed |= forNamed;
            }
            else if (key is "allow" or "disallow" or "crawl-delay")
            {
                inAgents = false;
                if (forNamed) named.Add(key, value);
                if (forGeneral) general.Add(key, value);
            }
        }

        return isNamed ? named : general;
    }

    /// <summary>Whether an address may be fetched.</summary>
    public bool Allows(Uri address) => Allows(address.PathAndQuery);

    /// <summary>Whether a path with its query may be fetched.</summary>
    public bool Allows(string path)
    {
        string wanted = Normal(path);
        if (wanted == "/robots.txt") return true;
        int longest = -1;
        bool allows = true;
        foreach ((string pattern, bool allowing) in _rules)
        {
            if (pattern.Length < longest || (pattern.Length == longest && !allowing) || !Matches(pattern, wanted)) continue;
            longest = pattern.Length;
            allows = allowing;
        }

        return allows;
    }

    private static IEnumerable<(string Key, string Value)> Lines(string text)
    {
        foreach (string raw in text.TrimStart('\uFEFF').Split(['\n', '\r']))
        {
            int comment = raw.IndexOf('#', StringComparison.Ordinal);
            string line = comment < 0 ? raw : raw[..comment];
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) yield return (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
        }
    }

    /// <summary>The letters, lines and dashes at the start, which are the token (2.2.1); a version after it is left out.</summary>
    private static string Product(string value)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_')) end++;
        return value[..end];
    }

    private void Add(string key, string value)
    {
        if (key != "crawl-delay")
        {
            if (value.Length is > 0 and <= MaxPattern && _rules.Count < MaxRules) _rules.Add((Normal(value), key == "allow"));
        }
        else if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
        {
            TimeSpan delay = TimeSpan.FromSeconds(Math.Min(seconds, s_longestDelay.TotalSeconds));
            if (Delay is null || delay > Delay) Delay = delay;
        }
    }

    /// <summary>
    /// Percent-encoding made equal (2.2.2): what needs none is decoded, what does is encoded in capitals; a reserved
    /// character stays encoded where it was, for it means something else decoded.
    /// </summary>
    private static string Normal(string path)
    {
        StringBuilder normal = new(path.Length);
        byte[] bytes = Encoding.UTF8.GetBytes(path);
        for (int i = 0; i < bytes.Length; i++)
        {
            bool escaped = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            byte octet = escaped ? byte.Parse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : bytes[i];
            char c = (char)octet;
            bool plain = escaped ? char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' : c is > ' ' and < '\u007F';
            if (plain) normal.Append(c);
            else normal.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            if (escaped) i += 2;
        }

        return normal.ToString();
    }

    /// <summary>Whether a pattern matches from the start of a path; linear in their lengths multiplied, without recursion.</summary>
    private static bool Matches(string pattern, string path)
    {
        bool ends = pattern.EndsWith('$');
        ReadOnlySpan<char> rule = ends ? pattern.AsSpan(0, pattern.Length - 1) : pattern;
        int at = 0;
        int from = 0;
        int star = -1;
        int retry = 0;
        while (true)
        {
            if (from == rule.Length && (!ends || at == path.Length)) return true;
            if (from < rule.Length && rule[from] == '*')
            {
                star = from++;
                retry = at;
            }
            else if (from < rule.Length && at < path.Length && rule[from] == path[at])
            {
                from++;
                at++;
            }
            else if (star >= 0 && retry < path.Length)
            {
                from = star + 1;
                at = ++retry;
            }
            else
            {
                return false;
            }
        }
    }
}
