using System.Text;

namespace Readout.Sources.Metadata;

/// <summary>Mends the commonest faults of JSON written by templates: raw line breaks in strings, several objects in a row.</summary>
internal static class JsonRepair
{
    /// <summary>The text with control characters in strings made spaces, and objects that stand in a row made a list.</summary>
    public static string Mend(string json)
    {
        StringBuilder mended = new(json.Length + 2);
        bool inString = false;
        bool escaped = false;
        int depth = 0;
        bool several = false;
        foreach (char c in json)
        {
            if (inString)
            {
                mended.Append(char.IsControl(c) ? ' ' : c);
                inString = escaped || c != '"';
                escaped = !escaped && c == '\\';
                continue;
            }

            if (c is '{' or '[' && depth++ == 0 && mended.Length > 0)
            {
                several = true;
                mended.Append(',');
            }

            if (c is '}' or ']') depth--;
            inString = c == '"';
            if (depth > 0 || c is '}' or ']') mended.Append(c);
        }

        return several ? "[" + mended + "]" : mended.ToString();
    }

    /// <summary>The string value after the first <c>"name":</c>, or null. Reads JSON that is broken elsewhere.</summary>
    public static string? Field(string json, string name)
    {
        int key = json.IndexOf("\"" + name + "\"", StringComparison.Ordinal);
        if (key < 0) return null;
        int position = key + name.Length + 2;
        while (position < json.Length && (char.IsWhiteSpace(json[position]) || json[position] == ':')) position++;
        if (position >= json.Length || json[position] != '"') return null;
        StringBuilder value = new();
        for (int i = position + 1; i < json.Length && value.Length < 2000; i++)
        {
            if (json[i] == '"') return value.ToString();
            if (json[i] == '\\' && i + 1 < json.Length) i++;
            value.Append(char.IsControl(json[i]) ? ' ' : json[i]);
        }

        return null;
    }
}
