using System.Text;

namespace Readout.Coding.Places;

/// <summary>The distinct strings of a binary section, written once and referred to by number.</summary>
internal sealed class StringPool
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _strings = [];

    /// <summary>The number of a string, given on first use.</summary>
    public int Number(string text)
    {
        if (_numbers.TryGetValue(text, out int number)) return number;
        _numbers[text] = _strings.Count;
        _strings.Add(text);
        return _strings.Count - 1;
    }

    /// <summary>Writes the number of strings, their lengths in UTF-16 code units and their text as one block of UTF-8.</summary>
    public void Write(BinaryWriter writer)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(_strings));
        writer.Write(_strings.Count);
        foreach (string one in _strings) writer.Write((byte)one.Length);
        writer.Write(text.Length);
        writer.Write(text);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static string[] Read(BinaryReader reader)
    {
        string[] strings = new string[reader.ReadInt32()];
        byte[] lengths = reader.ReadBytes(strings.Length);
        string text = Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadInt32()));
        int at = 0;
        for (int i = 0; i < strings.Length; i++)
        {
            strings[i] = text.Substring(at, lengths[i]);
            at += lengths[i];
        }

        return strings;
    }
}
