using System.Collections.Immutable;

namespace Readout.Archive.Store.Dialects;

/// <summary>A table as the engine describes it. Immutable.</summary>
/// <param name="Shape">Its name and columns, those that the engine computes left out.</param>
/// <param name="Key">The columns of its primary key, in order.</param>
internal sealed record StoredTable(TableShape Shape, ImmutableArray<string> Key);

/// <summary>A column whose values name rows of another table. Immutable.</summary>
internal sealed record Reference(string Table, string Column, string Target, string TargetColumn);
