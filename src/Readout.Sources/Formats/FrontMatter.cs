using Readout.Sources.Metadata;

namespace Readout.Sources.Formats;

/// <summary>The lines of <c>key: value</c> between two lines of three dashes at the head of a Markdown file.</summary>
internal static class FrontMatter
{
    /// <summary>Reads the front matter into <paramref name="metadata"/>; returns the text after it, or all where there is none.</summary>
    public static string Take(string text, FoundMetadata metadata)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal)) return text;
        int end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        if (end < 0) return text;
        foreach (string line in text[4..Math.Max(4, end)].Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[(colon + 1)..].Trim().Trim('"', '\'') is { Length: > 0 } value) Set(metadata, line[..colon].Trim().ToLowerInvariant(), value);
        }

        int after = text.IndexOf('\n', end + 1);
        return after < 0 ? "" : text[(after + 1)..];
    }

    private static void Set(FoundMetadata metadata, string key, string value)
    {
        Found found = new(value, "front-matter");
        switch (key)
        {
            case "title":
                metadata.Title = found;
                break;
            case "author" or "byline":
                metadata.Byline = found;
                break;
            case "date" or "published":
                metadata.Dates.Add(found);
                break;
            case "source" or "publisher":
                metadata.Source = found;
                break;
            case "section" or "category":
                metadata.Section = found;
                break;
            case "url" or "link":
                metadata.Url = found;
                break;
        }
    }
}
