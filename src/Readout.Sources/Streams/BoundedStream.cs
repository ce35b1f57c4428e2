namespace Readout.Sources.Streams;

/// <summary>Reads streams up to a limit, so that no input can fill the memory.</summary>
internal static class BoundedStream
{
    private const int Piece = 81_920;

    /// <summary>The bytes already read and the rest of the stream; null where there are more than <paramref name="limit"/>.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, ReadOnlyMemory<byte> begun, int limit, CancellationToken cancellation)
    {
        using MemoryStream copy = new(Math.Max(begun.Length, Piece));
        copy.Write(begun.Span);
        byte[] piece = new byte[Piece];
        int count;
        while ((count = await stream.ReadAsync(piece, cancellation).ConfigureAwait(false)) > 0)
        {
            copy.Write(piece, 0, count);
            if (copy.Length > limit) return null;
        }

        return copy.Length > limit ? null : copy.ToArray();
    }

    /// <summary>Up to <paramref name="count"/> bytes from the start of a stream.</summary>
    public static async Task<byte[]> PeekAsync(Stream stream, int count, CancellationToken cancellation)
    {
        byte[] head = new byte[count];
        int read = await stream.ReadAtLeastAsync(head, count, false, cancellation).ConfigureAwait(false);
        return head[..read];
    }
}
