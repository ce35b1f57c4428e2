namespace Readout.Sources.Warc;

/// <summary>One record of a web archive: its headers and its block, or why it cannot be read.</summary>
internal sealed record WarcRecord
{
    /// <summary>Number of the record in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary><c>WARC-Type</c>: response, resource and so on; empty for a damaged record.</summary>
    public string Type { get; init; } = "";

    /// <summary><c>WARC-Target-URI</c>, or null.</summary>
    public string? Target { get; init; }

    /// <summary><c>Content-Type</c> of the block, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The block of a record that may hold an article; empty otherwise.</summary>
    public byte[] Block { get; init; } = [];

    /// <summary>What is wrong with the record, or null.</summary>
    public string? Fault { get; init; }
}
