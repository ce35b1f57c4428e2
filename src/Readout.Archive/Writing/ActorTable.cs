using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Writing;

/// <summary>
/// The actors that occur in the archive, each once: one row a combination of directory entry, name, kind, code, country,
/// sector and office. For one thread.
/// </summary>
internal sealed class ActorTable(ArchiveConnection connection, RowBatch batch) : IActorNumbers
{
    private const int MostRemembered = 100_000;
    private readonly Dictionary<ActorRow, long> _known = [];

    /// <summary>The number of an actor's row; a new row waits in the batch.</summary>
    public long Number(ActorReference actor)
    {
        ActorRow row = ActorRow.Of(actor);
        if (_known.TryGetValue(row, out long number)) return number;
        string hash = row.Hash();
        number = connection.Number("SELECT id FROM actors WHERE hash = @hash", ("@hash", hash));
        if (number == 0)
        {
            number = batch.Next(Tables.Actors);
            batch.Add(Tables.Actors, number, hash, row.Reference, row.Name, row.Kind, row.Code, row.Country, row.Sector, row.Office);
        }

        _known.Add(row, number);
        return number;
    }

    /// <summary>To be called when the batch has been written: bounds what is remembered.</summary>
    public void Written()
    {
        if (_known.Count > MostRemembered) _known.Clear();
    }
}
