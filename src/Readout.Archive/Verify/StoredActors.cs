using Readout.Archive.Store;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Verify;

/// <summary>The numbers of the actors' rows that the archive has; 0 for one that it has not. For one thread.</summary>
internal sealed class StoredActors(ArchiveConnection connection) : IActorNumbers
{
    private readonly Dictionary<ActorRow, long> _known = [];

    /// <inheritdoc/>
    public long Number(ActorReference actor)
    {
        ActorRow row = ActorRow.Of(actor);
        if (_known.TryGetValue(row, out long number)) return number;
        number = connection.Number("SELECT id FROM actors WHERE hash = @hash", ("@hash", row.Hash()));
        _known.Add(row, number);
        return number;
    }
}
