namespace Readout.Archive.SavedSearches;

/// <summary>A search that somebody keeps. Immutable.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Name">What they call it.</param>
/// <param name="Query">Query string of the search page, without its question mark.</param>
/// <param name="MadeAt">When it was kept.</param>
public sealed record SavedSearch(string Owner, string Name, string Query, DateTimeOffset MadeAt);
