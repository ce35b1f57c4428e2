namespace Readout.Sources.Streams;

/// <summary>The checksum of gzip (RFC 1952, section 8).</summary>
internal struct Crc32
{
    private static readonly uint[] s_table = Table();
    private uint _inverted;

    /// <summary>The checksum of all that was added.</summary>
    public readonly uint Value => _inverted;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint value = ~_inverted;
        foreach (byte b in bytes) value = s_table[(byte)(value ^ b)] ^ (value >> 8);
        _inverted = ~value;
    }

    private static uint[] Table()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }

        return table;
    }
}
