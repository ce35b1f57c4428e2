using System.Collections.Immutable;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Writing;

/// <summary>
/// What is derived from records as they are kept, in their order: copies, stories, happenings. It writes on the connection
/// that it is given, whose transaction also holds the records.
/// </summary>
internal interface IKeepLayer
{
    /// <summary>Takes in a record. Its rows and those of all records before it are written and can be asked for.</summary>
    void Keep(ArchiveConnection connection, WrittenCoding kept);

    /// <summary>Called before a commit, for rows that it has held back.</summary>
    void Flush(ArchiveConnection connection);
}

/// <summary>A record that has just been written. Immutable.</summary>
/// <param name="Result">The numbers of its rows.</param>
/// <param name="Record">The record.</param>
/// <param name="Events">The numbers of the rows of its events, in their order.</param>
/// <param name="IsCurrent">Whether it is the newest revision of its article; otherwise an old one was coded again.</param>
internal sealed record WrittenCoding(KeepResult Result, ArticleRecord Record, ImmutableArray<long> Events, bool IsCurrent);
