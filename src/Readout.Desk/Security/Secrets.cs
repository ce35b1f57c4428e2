using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Desk.Security;

/// <summary>Secrets that a browser or a program holds, of which the desk keeps the hash alone.</summary>
internal static class Secrets
{
    /// <summary>A new secret: 256 random bits in letters that go into a header.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of it. It is random, so that no salt and no rounds are needed.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
