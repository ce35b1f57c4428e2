using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Readout.Archive;
using Readout.Desk.Hosting;

namespace Readout.Desk.Api;

/// <summary>
/// Where the next page of a list begins, in a form that readers need not understand. A cursor fits only the list, the conditions and the
/// archive that it was made for; another is refused. Pages and API take the same ones. Safe to call from every thread.
/// </summary>
/// <param name="archive">The archive of the desk.</param>
internal sealed class PageCursors(RecordArchive archive)
{
    private const byte Version = 1;
    private const int CheckBytes = 8;
    private const int MostPlaces = 8;

    /// <summary>The cursor of a place in a list.</summary>
    /// <param name="list">Name of the list: <c>events</c>.</param>
    /// <param name="query">The query that asked for the list; its <c>cursor</c> and <c>limit</c>, and the <c>said</c> of a form that was taken, do not count.</param>
    /// <param name="place">Numbers that say where the next page begins, one to eight: an event's number, a day and a number.</param>
    public string Write(string list, IQueryCollection query, params ReadOnlySpan<long> place)
    {
        ArgumentOutOfRangeException.ThrowIfZero(place.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(place.Length, MostPlaces);
        byte[] cursor = new byte[1 + CheckBytes + (place.Length * sizeof(long))];
        cursor[0] = Version;
        for (int i = 0; i < place.Length; i++) BinaryPrimitives.WriteInt64BigEndian(cursor.AsSpan(1 + CheckBytes + (i * sizeof(long))), place[i]);
        Check(list, query, cursor.AsSpan(1 + CheckBytes)).CopyTo(cursor.AsSpan(1));
        return Base64Url.EncodeToString(cursor);
    }

    /// <summary>The place that the query's <c>cursor</c> tells; null where the query has none.</summary>
    /// <param name="list">Name of the list.</param>
    /// <param name="query">The query.</param>
    /// <param name="numbers">How many numbers the list's places have.</param>
    /// <exception cref="DeskFaultException">The cursor is none, or of another list, other conditions or another archive.</exception>
    public ImmutableArray<long>? Read(string list, IQueryCollection query, int numbers = 1)
    {
        if (query.Text("cursor") is not { } text) return null;
        byte[] cursor = new byte[1 + CheckBytes + (numbers * sizeof(long))];
        if (!IsCursor(text, cursor) || !CryptographicOperations.FixedTimeEquals(cursor.AsSpan(1, CheckBytes), Check(list, query, cursor.AsSpan(1 + CheckBytes))))
        {
            throw new DeskFaultException(StatusCodes.Status400BadRequest, "The cursor is not of this list",
                "A cursor goes on only where it came from: the same address with the same conditions on the same archive. Begin again without it.");
        }

        ImmutableArray<long>.Builder place = ImmutableArray.CreateBuilder<long>(numbers);
        for (int i = 0; i < numbers; i++) place.Add(BinaryPrimitives.ReadInt64BigEndian(cursor.AsSpan(1 + CheckBytes + (i * sizeof(long)))));
        return place.MoveToImmutable();
    }

    private static bool IsCursor(string text, byte[] cursor) =>
        text.Length <= 4 * cursor.Length && Base64Url.IsValid(text, out int length) && length == cursor.Length
        && Base64Url.TryDecodeFromChars(text, cursor, out int written) && written == cursor.Length && cursor[0] == Version;

    private ReadOnlySpan<byte> Check(string list, IQueryCollection query, ReadOnlySpan<byte> place)
    {
        StringBuilder of = new();
        of.Append(archive.Location.Display).Append('\n').Append(list).Append('\n').Append(Convert.ToHexString(place));
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in query.Where(pair => pair.Key is not ("cursor" or "limit" or "said")).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (string? value in values.Order(StringComparer.Ordinal))
            {
                if (!string.IsNullOrWhiteSpace(value)) of.Append('\n').Append(name).Append('=').Append(value.Trim());
            }
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(of.ToString())).AsSpan(0, CheckBytes);
    }
}
