using System.Runtime.CompilerServices;
using System.Text;

namespace Readout.Sources.Streams;

/// <summary>Lines of UTF-8 text from a stream of any length, one at a time.</summary>
internal static class BoundedLines
{
    private const int Piece = 65_536;

    /// <summary>The lines; null in place of one that has more than <paramref name="limit"/> characters.</summary>
    public static async IAsyncEnumerable<string?> ReadAsync(
        Stream stream, ReadOnlyMemory<byte> begun, int limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Decoder decoder = Encoding.UTF8.GetDecoder();
        StringBuilder line = new();
        bool over = false;
        byte[] bytes = new byte[Piece];
        char[] characters = new char[Piece + 16];
        ReadOnlyMemory<byte> next = begun;
        bool ended = false;
        while (!ended)
        {
            if (next.IsEmpty)
            {
                int count = await stream.ReadAsync(bytes, cancellation).ConfigureAwait(false);
                ended = count == 0;
                next = bytes.AsMemory(0, count);
            }

            ReadOnlyMemory<byte> taken = next[..Math.Min(next.Length, Piece)];
            next = next[taken.Length..];
            int length = decoder.GetChars(taken.Span, characters, ended);
            for (int i = 0; i < length; i++)
            {
                if (characters[i] == '\n')
                {
                    yield return over ? null : line.ToString().TrimStart('\uFEFF');
                    line.Clear();
                    over = false;
                }
                else if (line.Length >= limit)
                {
                    over = true;
                }
                else
                {
                    line.Append(characters[i]);
                }
            }
        }

        if (line.Length > 0) yield return over ? null : line.ToString().TrimStart('\uFEFF');
    }
}
