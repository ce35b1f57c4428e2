using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Archive.Exports.Codes;

namespace Readout.Archive.Exports.Dyads;

/// <summary>One source, one target, one code: a row of ICEWS, Phoenix and GDELT. A side that is not known is null.</summary>
internal sealed record DyadRow(ExportEvent Event, ExportParty? Source, ExportParty? Target, string? Code)
{
    private string? _number;

    /// <summary>Goldstein score of the row's own code, which is not the event's where a visit is told from the host's side.</summary>
    public double? Goldstein => Code == Event.Cameo ? Event.Goldstein ?? CameoTable.Default.Goldstein(Code) : CameoTable.Default.Goldstein(Code);

    public CameoActor SourceActor { get; } = CameoActor.Of(Source);

    public CameoActor TargetActor { get; } = CameoActor.Of(Target);

    /// <summary>
    /// A whole number for layouts that want one: 63 bits of the SHA-256 of the event's key, both parties and the code, so
    /// that a row keeps its number from export to export. Two of a million rows share one with a chance of 1 in 18 million.
    /// </summary>
    public string Number => _number ??= NumberOf($"{Event.Key}\n{Source?.Identity}\n{Target?.Identity}\n{Code}");

    private static string NumberOf(string identity)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(identity));
        return (BinaryPrimitives.ReadInt64BigEndian(hash) & long.MaxValue).ToString(CultureInfo.InvariantCulture);
    }
}
