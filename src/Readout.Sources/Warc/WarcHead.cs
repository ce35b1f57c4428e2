using System.Globalization;
using System.Text;

namespace Readout.Sources.Warc;

/// <summary>The named fields of a record or of a stored HTTP message; names compare without case.</summary>
internal sealed class WarcHead
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of a field, the first where it stands twice; or null.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    /// <summary><c>Content-Length</c>, or null where it is missing or no number.</summary>
    public long? Length =>
        long.TryParse(this["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : null;

    /// <summary>Reads the lines after the first; a line that begins with white space goes on with the one before.</summary>
    public static WarcHead Parse(ReadOnlySpan<byte> lines)
    {
        WarcHead head = new();
        string? name = null;
        foreach (string raw in Encoding.UTF8.GetString(lines).Split('\n'))
        {
            string line = raw.TrimEnd('\r');
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 0 && line[0] is ' ' or '\t' && name is not null) head._fields[name] += " " + line.Trim();
            else if (colon > 0) head._fields.TryAdd(name = line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return head;
    }
}
