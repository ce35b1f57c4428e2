using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Coding.Record;

namespace Readout.Archive.Corrections;

/// <summary>The identity of a coding that people corrected: that of the knowledge beneath it, and of the corrections over it.</summary>
internal static class CorrectedPack
{
    /// <summary>What the version of such a coding ends with.</summary>
    public const string Ending = "+corrections";

    public static bool Is(PackIdentity pack) => pack.Version.EndsWith(Ending, StringComparison.Ordinal);

    public static PackIdentity Of(PackIdentity pack, IEnumerable<Correction> corrections)
    {
        StringBuilder all = new(pack.Hash);
        foreach (Correction one in corrections) all.Append(CultureInfo.InvariantCulture, $"\n{one.Id} {one.Kind} {one.Key} {CorrectionFields.ToJson(one.Fields)}");
        return new PackIdentity(pack.Version + Ending, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString()))));
    }
}
