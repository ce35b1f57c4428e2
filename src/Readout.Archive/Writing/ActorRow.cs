using System.Security.Cryptography;
using System.Text;
using Readout.Coding.Record;

namespace Readout.Archive.Writing;

/// <summary>What tells one row of <c>actors</c> from another.</summary>
internal readonly record struct ActorRow(
    string? Reference, string Name, string Kind, string? Code, string? Country, string? Sector, string? Office)
{
    public static ActorRow Of(ActorReference actor) =>
        new(actor.Id, StoredText.Of(actor.Name), actor.Kind, actor.Code, actor.Country, actor.Sector, StoredText.OrNull(actor.Office));

    /// <summary>The first 128 bits of the SHA-256 of all fields, in lower-case hexadecimal.</summary>
    public string Hash()
    {
        string all = string.Join('\u001F', [Reference, Name, Kind, Code, Country, Sector, Office]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 16));
    }
}
