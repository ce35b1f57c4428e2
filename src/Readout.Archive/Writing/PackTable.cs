using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Writing;

/// <summary>The packs that coded the archive's records. For one thread.</summary>
internal sealed class PackTable(ArchiveConnection connection, RowBatch batch)
{
    private readonly Dictionary<PackIdentity, long> _known = [];

    /// <summary>The number of a pack's row; a new row waits in the batch.</summary>
    public long Number(PackIdentity pack)
    {
        if (_known.TryGetValue(pack, out long number)) return number;
        number = connection.Number("SELECT id FROM packs WHERE hash = @hash AND version = @version", ("@hash", pack.Hash), ("@version", pack.Version));
        if (number == 0)
        {
            number = batch.Next(Tables.Packs);
            batch.Add(Tables.Packs, number, pack.Version, pack.Hash);
        }

        _known.Add(pack, number);
        return number;
    }
}
