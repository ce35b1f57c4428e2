using System.Collections.Immutable;

namespace Readout.Desk.Exports;

/// <summary>What can be taken out of the archive as files: <c>/api/exports</c>. Immutable.</summary>
/// <param name="Exports">The exports.</param>
public sealed record ExportsModel(ImmutableArray<ExportItem> Exports);

/// <summary>One kind of file. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="What">What it holds.</param>
/// <param name="MediaType">Its type.</param>
/// <param name="Address">Where it is; names in braces are to be filled in.</param>
/// <param name="Layouts">Layouts among which <c>layout</c> chooses, the first without it; empty for one.</param>
public sealed record ExportItem(string Name, string What, string MediaType, string Address, ImmutableArray<string> Layouts);
