using System.Security.Cryptography;
using System.Text;

namespace Readout.Coding.Reading;

/// <summary>The hash that names the knowledge behind a record: SHA-256 over the pack and every model file.</summary>
internal static class PackHash
{
    /// <summary>
    /// Hashes the pack's bytes, then name and content of each model file in ordinal order of the names. Lower-case
    /// hexadecimal.
    /// </summary>
    /// <param name="pack">Bytes of the pack.</param>
    /// <param name="models">Folder of the models.</param>
    public static string Of(byte[] pack, string models)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(pack));
        foreach (string path in Directory.EnumerateFiles(models, "*.model").Order(StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(path))));
            using FileStream file = File.OpenRead(path);
            hash.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
