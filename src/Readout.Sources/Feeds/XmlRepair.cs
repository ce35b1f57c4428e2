using System.Buffers;
using System.Net;
using System.Text;

namespace Readout.Sources.Feeds;

/// <summary>
/// Mends the usual faults of published XML: something before the declaration, control characters, bare ampersands, entities
/// of HTML that XML does not know. Linear in the length of the text. Stateless.
/// </summary>
internal static class XmlRepair
{
    private const int LongestEntity = 32;
    private static readonly SearchValues<char> s_names = SearchValues.Create("#ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The text with its faults mended; what is well-formed stays as it is.</summary>
    public static string Mend(string xml)
    {
        int start = xml.IndexOf('<', StringComparison.Ordinal);
        if (start < 0) return xml;
        StringBuilder mended = new(xml.Length - start);
        bool literal = false;
        for (int i = start; i < xml.Length; i++)
        {
            char c = xml[i];
            if (!literal && At(xml, i, "<![CDATA[")) literal = true;
            else if (literal && At(xml, i, "]]>")) literal = false;
            if (c == '&' && !literal) i += Ampersand(xml, i, mended);
            else if (char.IsHighSurrogate(c) && i + 1 < xml.Length && char.IsLowSurrogate(xml[i + 1])) mended.Append(c).Append(xml[++i]);
            else if (IsAllowed(c)) mended.Append(c);
        }

        return mended.ToString();
    }

    /// <summary>Writes what an ampersand stands for; gives how many characters beyond it were used.</summary>
    private static int Ampersand(string xml, int at, StringBuilder mended)
    {
        int end = xml.IndexOf(';', at, Math.Min(LongestEntity, xml.Length - at));
        bool named = end > at + 1 && xml.AsSpan(at + 1, end - at - 1).IndexOfAnyExcept(s_names) < 0;
        string entity = named ? xml[at..(end + 1)] : "";
        if (entity is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;")
        {
            mended.Append(entity);
            return entity.Length - 1;
        }

        string decoded = entity.Length > 2 ? WebUtility.HtmlDecode(entity) : entity;
        if (decoded.Length == 1 && !IsAllowed(decoded[0])) return entity.Length - 1;
        if (decoded == entity)
        {
            mended.Append("&amp;");
            return 0;
        }

        mended.Append(decoded is "<" ? "&lt;" : decoded is "&" ? "&amp;" : decoded);
        return entity.Length - 1;
    }

    private static bool At(string text, int index, string mark) => string.CompareOrdinal(text, index, mark, 0, mark.Length) == 0;

    /// <summary>Characters of XML 1.0 (section 2.2) in the basic plane.</summary>
    private static bool IsAllowed(char c) => c is '\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (>= '\uE000' and <= '\uFFFD');
}
