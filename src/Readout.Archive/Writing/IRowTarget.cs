using Readout.Archive.Store.Dialects;
using Readout.Coding.Record;

namespace Readout.Archive.Writing;

/// <summary>Where a record's rows go: into the archive, or to be held against what it has.</summary>
internal interface IRowTarget
{
    /// <summary>The number of the next row of a table.</summary>
    long Next(TableShape table);

    /// <summary>Adds a row: one value a column.</summary>
    void Add(TableShape table, params object?[] row);
}

/// <summary>The numbers of the actors' rows.</summary>
internal interface IActorNumbers
{
    /// <summary>The number of an actor's row.</summary>
    long Number(ActorReference actor);
}
