using Readout.Sources;
using Readout.Sources.Fetching;

namespace Readout.Jobs.Ingest;

/// <summary>How inputs are kept. Immutable.</summary>
public sealed record IngestOptions
{
    /// <summary>How inputs are read.</summary>
    public SourceOptions Sources { get; init; } = new();

    /// <summary>How politely servers are asked.</summary>
    public Politeness Politeness { get; init; } = new();

    /// <summary>Whether the addresses that a list names are fetched.</summary>
    public bool FetchesLinks { get; init; } = true;

    /// <summary>Articles read at once; null for as many as there are processors.</summary>
    public int? Workers { get; init; }

    /// <summary>Whether articles are read on threads that stand behind all others, as beside people who read pages.</summary>
    public bool IsBackground { get; init; }

    /// <summary>Articles kept between two commits, at most: 200.</summary>
    public int BatchArticles { get; init; } = 200;

    /// <summary>Time between two commits, at most, while articles come: 2 s.</summary>
    public TimeSpan BatchTime { get; init; } = TimeSpan.FromSeconds(2);
}
