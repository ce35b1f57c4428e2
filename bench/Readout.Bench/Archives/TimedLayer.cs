using System.Diagnostics;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Bench.Archives;

/// <summary>A layer of the archive with what it took so far.</summary>
internal sealed class TimedLayer(IKeepLayer layer) : IKeepLayer
{
    /// <summary>Its name.</summary>
    public string Name => layer.GetType().Name;

    /// <summary>What it took since it was last set to nothing.</summary>
    public TimeSpan Taken { get; set; }

    public void Keep(ArchiveConnection connection, WrittenCoding kept)
    {
        long start = Stopwatch.GetTimestamp();
        layer.Keep(connection, kept);
        Taken += Stopwatch.GetElapsedTime(start);
    }

    public void Flush(ArchiveConnection connection)
    {
        long start = Stopwatch.GetTimestamp();
        layer.Flush(connection);
        Taken += Stopwatch.GetElapsedTime(start);
    }
}
